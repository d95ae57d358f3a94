#include "extract/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "claimgraph/base/utf8.h"
#include "extract/names.h"
#include "extract/quotations.h"

namespace claimgraph::extract {
namespace {

constexpr std::uint32_t kReach = 4;  // sentences that a pronoun looks back

constexpr std::uint32_t kRoleReach = 200;  // mentions that "the minister" looks back

// An entity while mentions are still being given to it.
struct Known {
  kg::EntityType type = kg::EntityType::other;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool named = false;
  std::set<std::string, std::less<>> roles;  // words that stood beside its name: "foreign", "minister", "russian"
};

// A mention whose entity is known, for looking back.
struct Past {
  std::uint32_t mention = 0;
  std::size_t entity = 0;
};

class Resolver {
 public:
  Resolver(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
           const std::vector<ReferringMention>& mentions, const std::vector<Speech>& speeches)
      : document_(document),
        layer_(layer),
        mentions_(mentions),
        speeches_(speeches),
        entity_of_(mentions.size()),
        quotations_(document) {
    number_sentences();
    read_gazetteer_names();
    mark_speeches();
    for (const Speech& speech : speeches_) speaks_.insert(speech.speaker);
  }

  Entities run() {
    place_names();
    for (const std::uint32_t number : in_text_order()) {
      if (mentions_[number].kind == kg::MentionKind::nominal) place_nominal(number);
      if (mentions_[number].kind == kg::MentionKind::pronoun) place_pronoun(number);
      if (entity_of_[number]) past_.push_back({.mention = number, .entity = *entity_of_[number]});
    }
    return finish();
  }

 private:
  // The labels of the gazetteers, also where a wider mention covers them.
  void read_gazetteer_names() {
    const auto name = document_.symbols.find("name");
    for (std::uint32_t i = 0; name && i < layer_.size(); ++i) {
      const auto value = layer_.feature(layer_[i], *name);
      if (value && layer_[i].tokens.size() == 1) {
        gazetteer_name_.try_emplace(layer_[i].tokens.begin, fold(document_.symbols.text(*value)));
      }
    }
  }

  void number_sentences() {
    sentence_of_.resize(document_.size());
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      for (std::uint32_t t = document_.sentences[s].begin; t < document_.sentences[s].end; ++t) sentence_of_[t] = s;
    }
  }

  std::vector<std::uint32_t> in_text_order() const {
    std::vector<std::uint32_t> order(mentions_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return mentions_[a].tokens < mentions_[b].tokens; });
    return order;
  }

  std::size_t add_entity(std::string name, Known known) {
    names_.push_back(std::move(name));
    known_.push_back(std::move(known));
    return known_.size() - 1;
  }

  void place_names() {
    for (const NameCluster& cluster : cluster_names(document_, mentions_)) {
      const std::size_t entity =
          add_entity(cluster.name, {.type = cluster.type, .gender = cluster.gender, .named = true});
      for (const std::uint32_t number : cluster.mentions) {
        entity_of_[number] = entity;
        collect_roles(mentions_[number].tokens, known_[entity].roles);
      }
    }
  }

  // A word as roles are compared: "Russian" and "Russia" are one, by the gazetteer.
  std::string role_word(std::uint32_t token) const {
    const auto it = gazetteer_name_.find(token);
    return it != gazetteer_name_.end() ? it->second : std::string(document_.norm(token));
  }

  void add_words(TokenRange tokens, std::set<std::string, std::less<>>& roles) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (document_.pos(t) == "NOUN" || document_.pos(t) == "PROPN" || document_.pos(t) == "ADJ")
        roles.emplace(role_word(t));
    }
  }

  // Words before the name in its noun phrase, and an apposition after it.
  void collect_roles(TokenRange name, std::set<std::string, std::less<>>& roles) const {
    const auto label = document_.symbols.find("NP");
    if (!label) return;
    for (const std::uint32_t number : layer_.covering(name.begin)) {
      const auto& stretch = layer_[number];
      if (stretch.label == *label && stretch.tokens.end == name.end)
        add_words({stretch.tokens.begin, name.begin}, roles);
    }
    if (name.end + 1 >= document_.size() || document_.norm(name.end) != ",") return;
    if (sentence_of_[name.end + 1] != sentence_of_[name.begin]) return;
    for (const std::uint32_t number : layer_.starting_at(name.end + 1)) {
      const auto& stretch = layer_[number];
      const bool ends_in_noun = document_.pos(stretch.tokens.end - 1) == "NOUN";
      if (stretch.label == *label && ends_in_noun) add_words(stretch.tokens, roles);
    }
  }

  bool is_definite(TokenRange tokens) const {
    const auto first = document_.norm(tokens.begin);
    if (tokens.size() > 2 && document_.norm(tokens.begin + 1) == "'s") return true;
    return first == "the" || first == "that" || first == "this" || first == "those" || first == "these";
  }

  // "the Russian minister": the last entity known in that role; else, when all its other words fit one, that one.
  std::optional<std::size_t> find_by_role(const ReferringMention& mention) const {
    const std::uint32_t head = mention.tokens.end - 1;
    const std::string_view role = document_.norm(head);
    const auto end = past_.size() > kRoleReach ? past_.rbegin() + kRoleReach : past_.rend();
    for (auto it = past_.rbegin(); it != end; ++it) {
      const Known& known = known_[it->entity];
      if (known.named && !mention.plural && known.roles.contains(role)) return it->entity;
      if (known.named && mention.type != kg::EntityType::person && name_has_word(it->entity, role)) return it->entity;
    }
    if (mention.type != kg::EntityType::person || mention.plural) return std::nullopt;
    for (auto it = past_.rbegin(); it != end; ++it) {
      const Known& known = known_[it->entity];
      if (known.type == kg::EntityType::person && shares_modifier(mention.tokens, known)) return it->entity;
    }
    return std::nullopt;
  }

  bool name_has_word(std::size_t entity, std::string_view word) const {
    if (known_[entity].type == kg::EntityType::person) return false;
    const std::string name = " " + fold(names_[entity]) + " ";
    return name.find(" " + std::string(word) + " ") != std::string::npos;
  }

  bool shares_modifier(TokenRange tokens, const Known& known) const {
    for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
      if (known.roles.contains(role_word(t))) return true;
    }
    return false;
  }

  // What a noun phrase is about: without owner, article and judgement, the head in its dictionary form, so that
  // "Tavora's toll", "the toll" and "bad tolls" are one.
  std::string concept_name(TokenRange tokens) const {
    for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
      if (document_.norm(t) == "'s" || document_.norm(t) == "'") tokens.begin = t + 1;
    }
    const auto loose = [&](std::uint32_t t) {
      return document_.pos(t) == "DET" || document_.pos(t) == "PRON" || is_judgement(t);
    };
    while (tokens.size() > 1 && loose(tokens.begin)) ++tokens.begin;
    std::string name = name_text(document_, tokens);
    const std::uint32_t head = tokens.end - 1;
    const auto written = document_.word(head);
    if (document_.pos(head) == "NOUN" && document_.norm(head) == written && name.ends_with(written)) {
      name.replace(name.size() - written.size(), written.size(), document_.lemma(head));
    }
    return name;
  }

  bool is_judgement(std::uint32_t token) const {
    const auto label = document_.symbols.find("judgements");
    const auto stretches = layer_.covering(token);
    return label && std::any_of(stretches.begin(), stretches.end(),
                                [&](std::uint32_t number) { return layer_[number].label == *label; });
  }

  void place_nominal(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    if (is_definite(mention.tokens)) entity_of_[number] = find_by_role(mention);
    if (entity_of_[number]) return;
    const bool topic = mention.type == kg::EntityType::concept_;
    const std::string name = topic ? concept_name(mention.tokens) : name_text(document_, mention.tokens);
    const auto [it, fresh] = nominals_.try_emplace(fold(name), known_.size());
    if (fresh) add_entity(name, {.type = mention.type, .gender = mention.gender, .plural = mention.plural});
    entity_of_[number] = it->second;
  }

  // Wider speeches first, so that the innermost one stays written.
  void mark_speeches() {
    speech_of_.assign(document_.size(), nullptr);
    std::vector<const Speech*> widest_first;
    for (const Speech& speech : speeches_) widest_first.push_back(&speech);
    std::stable_sort(widest_first.begin(), widest_first.end(),
                     [](const Speech* a, const Speech* b) { return a->tokens.size() > b->tokens.size(); });
    for (const Speech* speech : widest_first) {
      for (std::uint32_t t = speech->tokens.begin; t < speech->tokens.end; ++t) speech_of_[t] = speech;
    }
  }

  void place_pronoun(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    const Speech* speech = speech_of_[mention.tokens.begin];
    if (mention.first_person) {
      if (speech != nullptr) entity_of_[number] = entity_of_[speech->speaker];
      return;
    }
    std::optional<std::size_t> best;
    double best_score = 0;
    for (auto it = past_.rbegin(); it != past_.rend(); ++it) {
      const double score = agreement(number, *it, speech);
      if (sentence_of_[mention.tokens.begin] > sentence_of_[mentions_[it->mention].tokens.begin] + kReach) break;
      if (score > best_score) best = it->entity, best_score = score;
    }
    entity_of_[number] = best;
    if (best && known_[*best].gender == Gender::unknown) known_[*best].gender = mention.gender;
    if (best && mention.gender != Gender::unknown && known_[*best].type == kg::EntityType::other) {
      known_[*best].type = kg::EntityType::person;
    }
  }

  // How well a past mention suits a pronoun; 0 or less: not at all.
  double agreement(std::uint32_t number, const Past& past, const Speech* speech) const {
    const ReferringMention& pronoun = mentions_[number];
    const ReferringMention& other = mentions_[past.mention];
    const Known& known = known_[past.entity];
    const bool wants_person = pronoun.gender != Gender::unknown;
    if (wants_person && known.type != kg::EntityType::person && !(known.type == kg::EntityType::other && known.named))
      return 0;
    if (wants_person && known.gender != Gender::unknown && known.gender != pronoun.gender) return 0;
    if (wants_person && known.plural) return 0;
    if (!wants_person && known.type == kg::EntityType::person && !known.plural) return 0;
    if (!wants_person && pronoun.plural && known.type == kg::EntityType::place) return 0;
    if (speech != nullptr && entity_of_[speech->speaker] == past.entity &&
        quotations_.at(pronoun.tokens.begin) != nullptr)
      return 0;
    const TokenRange* quoted = quotations_.at(other.tokens.begin);
    if (quoted != nullptr && quoted != quotations_.at(pronoun.tokens.begin)) return 0;
    const std::uint32_t sentence = sentence_of_[other.tokens.begin];
    const double distance = sentence_of_[pronoun.tokens.begin] - sentence;
    double score = 10 - 2.5 * distance;
    if (is_first_in_sentence(past.mention)) score += 2;
    if (speaks_.contains(past.mention)) score += 2;
    if (known.type == kg::EntityType::other && wants_person) score -= 3;
    return score;
  }

  bool is_first_in_sentence(std::uint32_t number) const {
    const std::uint32_t begin = mentions_[number].tokens.begin;
    constexpr std::uint32_t kSubjectReach = 4;  // tokens of a title or adverb before a subject
    return begin - document_.sentences[sentence_of_[begin]].begin <= kSubjectReach;
  }

  Entities finish() const {
    std::vector<std::optional<std::size_t>> place(known_.size());
    Entities out;
    out.of_mention.resize(mentions_.size());
    for (const std::uint32_t number : in_text_order()) {
      if (!entity_of_[number]) continue;
      const std::size_t entity = *entity_of_[number];
      if (!place[entity]) {
        place[entity] = out.all.size();
        out.all.push_back({.name = names_[entity], .type = known_[entity].type});
      }
      const ReferringMention& mention = mentions_[number];
      kg::Entity& target = out.all[*place[entity]];
      target.mentions.push_back({.span = document_.bytes(mention.tokens), .kind = mention.kind});
      if (mention.kind != kg::MentionKind::pronoun) add_alias(target, mention);
      out.of_mention[number] = static_cast<kg::EntityIndex>(*place[entity]);
    }
    for (kg::Entity& entity : out.all) {
      std::sort(entity.aliases.begin(), entity.aliases.end());
      entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
    }
    return out;
  }

  void add_alias(kg::Entity& entity, const ReferringMention& mention) const {
    const bool whole = mention.kind == kg::MentionKind::nominal && known_named(entity);
    const std::string text = whole ? std::string(document_.text(mention.tokens)) : name_text(document_, mention.tokens);
    if (text != entity.name) entity.aliases.push_back(text);
  }

  bool known_named(const kg::Entity& entity) const {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [](const kg::Mention& mention) { return mention.kind == kg::MentionKind::name; });
  }

  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  const std::vector<ReferringMention>& mentions_;
  const std::vector<Speech>& speeches_;
  std::vector<std::optional<std::size_t>> entity_of_;  // of each mention
  std::vector<std::uint32_t> sentence_of_;             // of each token
  Quotations quotations_;
  std::vector<const Speech*> speech_of_;                 // of each token: the innermost, or nullptr
  std::map<std::uint32_t, std::string> gazetteer_name_;  // of tokens that are a gazetteer's term
  std::set<std::uint32_t> speaks_;                       // mentions that are the source of something
  std::vector<std::string> names_;
  std::vector<Known> known_;
  std::map<std::string, std::size_t> nominals_;  // folded text to entity
  std::vector<Past> past_;
};

}  // namespace

Entities resolve_entities(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                          const std::vector<ReferringMention>& mentions, const std::vector<Speech>& speeches) {
  return Resolver(document, layer, mentions, speeches).run();
}

}  // namespace claimgraph::extract
