#include "extract/entities.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "claimgraph/base/utf8.h"
#include "extract/known_entities.h"
#include "extract/names.h"
#include "extract/nominals.h"
#include "extract/pronouns.h"

namespace claimgraph::extract {
namespace {

class Resolver {
 public:
  Resolver(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
           const std::vector<ReferringMention>& mentions, const std::vector<Speech>& speeches)
      : document_(document),
        mentions_(mentions),
        nominals_(document, layer),
        pronouns_(document, mentions, speeches),
        entity_of_(mentions.size()) {}

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
  std::vector<std::uint32_t> in_text_order() const {
    std::vector<std::uint32_t> order(mentions_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return mentions_[a].tokens < mentions_[b].tokens; });
    return order;
  }

  std::size_t add_entity(KnownEntity known) {
    known.folded = " " + fold(known.name) + " ";
    known_.push_back(std::move(known));
    return known_.size() - 1;
  }

  void place_names() {
    for (const NameCluster& cluster : cluster_names(document_, mentions_)) {
      const std::size_t entity =
          add_entity({.name = cluster.name, .type = cluster.type, .gender = cluster.gender, .named = true});
      for (const std::uint32_t number : cluster.mentions) {
        entity_of_[number] = entity;
        nominals_.collect_roles(mentions_[number].tokens, known_[entity].roles);
        if (const auto word = nominals_.apposed_to(mentions_[number].tokens)) named_behind_.try_emplace(*word, entity);
      }
    }
  }

  void place_nominal(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    if (place_by_apposition(number)) return;
    if (nominals_.is_definite(mention.tokens)) entity_of_[number] = nominals_.find_by_role(mention, past_, known_);
    if (entity_of_[number]) return;
    const bool topic = mention.type == kg::EntityType::concept_;
    const std::string name = topic ? nominals_.concept_name(mention.tokens) : name_text(document_, mention.tokens);
    const auto [it, fresh] = by_text_.try_emplace(fold(name), known_.size());
    if (fresh) {
      add_entity({.name = name,
                  .type = mention.type,
                  .unnamed = mention.unnamed,
                  .gender = mention.gender,
                  .plural = mention.plural});
    }
    entity_of_[number] = it->second;
    // "The levy said …", which tells no type, and later "rejects the levy".
    kg::EntityType& type = known_[it->second].type;
    if (type == kg::EntityType::other) type = mention.type;
  }

  // "The minister, Ada Reyl, said": who is named behind. False where nobody is who can be it.
  bool place_by_apposition(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    const auto named = named_behind_.find(mention.tokens.end - 1);
    if (named == named_behind_.end()) return false;
    KnownEntity& known = known_[named->second];
    if (known.type != mention.type && known.type != kg::EntityType::other) return false;
    known.type = mention.type;
    nominals_.add_words(mention.tokens, known.roles);
    entity_of_[number] = named->second;
    return true;
  }

  // What a pronoun tells of its entity is kept.
  void place_pronoun(std::uint32_t number) {
    const ReferringMention& mention = mentions_[number];
    entity_of_[number] = pronouns_.find(number, past_, known_, entity_of_);
    if (!entity_of_[number] || mention.first_person) return;
    KnownEntity& known = known_[*entity_of_[number]];
    if (known.gender == Gender::unknown) known.gender = mention.gender;
    if (mention.gender != Gender::unknown && known.type == kg::EntityType::other) {
      known.type = kg::EntityType::person;
    }
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
        const KnownEntity& known = known_[entity];
        const auto type = known.named ? known.type : known.unnamed.value_or(known.type);
        out.all.push_back({.name = known.name, .type = type});
      }
      const ReferringMention& mention = mentions_[number];
      kg::Entity& target = out.all[*place[entity]];
      target.mentions.push_back({.span = document_.bytes(mention.tokens), .kind = mention.kind});
      if (mention.kind != kg::MentionKind::pronoun) add_alias(target, mention, known_[entity].named);
      out.of_mention[number] = static_cast<kg::EntityIndex>(*place[entity]);
    }
    for (kg::Entity& entity : out.all) {
      std::sort(entity.aliases.begin(), entity.aliases.end());
      entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
    }
    return out;
  }

  void add_alias(kg::Entity& entity, const ReferringMention& mention, bool named) const {
    const bool whole = mention.kind == kg::MentionKind::nominal && named;
    const std::string text = whole ? std::string(document_.text(mention.tokens)) : name_text(document_, mention.tokens);
    if (text != entity.name) entity.aliases.push_back(text);
  }

  const nlp::AnnotatedDocument& document_;
  const std::vector<ReferringMention>& mentions_;
  Nominals nominals_;
  Pronouns pronouns_;
  std::vector<std::optional<std::size_t>> entity_of_;  // of each mention
  std::vector<KnownEntity> known_;
  std::map<std::string, std::size_t> by_text_;         // nominals by their folded text
  std::map<std::uint32_t, std::size_t> named_behind_;  // of words that a name stands in apposition to
  std::vector<PastMention> past_;                      // in text order
};

}  // namespace

Entities resolve_entities(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                          const std::vector<ReferringMention>& mentions, const std::vector<Speech>& speeches) {
  return Resolver(document, layer, mentions, speeches).run();
}

}  // namespace claimgraph::extract
