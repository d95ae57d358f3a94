#include "extract/mentions.h"

#include <algorithm>
#include <array>

namespace claimgraph::extract {
namespace {

Gender gender_of(std::string_view text) {
  if (text == "male") return Gender::male;
  if (text == "female") return Gender::female;
  return Gender::unknown;
}

// Reads the features that have a meaning here.
class FeatureReader {
 public:
  enum Name { refers, type, unnamed, gender, number, person, name };

  FeatureReader(const nlp::AnnotatedDocument& document, const pattern::Layer& layer)
      : document_(document), layer_(layer) {
    constexpr std::array<std::string_view, 7> kNames = {"refers", "type",   "unnamed", "gender",
                                                        "number", "person", "name"};
    std::transform(kNames.begin(), kNames.end(), symbols_.begin(),
                   [&](std::string_view each) { return document.symbols.find(each); });
  }

  std::string_view text(const pattern::Labelled& stretch, Name which) const {
    const auto symbol = symbols_[which];
    const auto value = symbol ? layer_.feature(stretch, *symbol) : std::nullopt;
    return value ? document_.symbols.text(*value) : std::string_view();
  }

 private:
  std::array<std::optional<Symbol>, 7> symbols_;
  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
};

}  // namespace

MentionTable::MentionTable(const nlp::AnnotatedDocument& document, const pattern::Layer& layer)
    : document_(document), layer_(layer), cover_(document.size(), 0) {
  take_kinds();
}

// The input's own mentions first, then the widest stretches.
void MentionTable::take_kinds() {
  const FeatureReader features(document_, layer_);
  const auto given = document_.symbols.find("Given");
  std::vector<ReferringMention> candidates;
  for (std::uint32_t number = 0; number < layer_.size(); ++number) {
    const auto& stretch = layer_[number];
    const bool is_given = given && stretch.label == *given;
    const auto kind = kg::parse<kg::MentionKind>(features.text(stretch, FeatureReader::refers));
    if (!kind && !is_given) continue;
    candidates.push_back(
        {.tokens = stretch.tokens,
         .kind = kind.value_or(kg::MentionKind::name),
         .type = kg::parse<kg::EntityType>(features.text(stretch, FeatureReader::type)).value_or(kg::EntityType::other),
         .unnamed = kg::parse<kg::EntityType>(features.text(stretch, FeatureReader::unnamed)),
         .gender = gender_of(features.text(stretch, FeatureReader::gender)),
         .plural = features.text(stretch, FeatureReader::number) == "plural",
         .first_person = features.text(stretch, FeatureReader::person) == "first",
         .canonical = std::string(features.text(stretch, FeatureReader::name)),
         .given = is_given});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    if (a.given != b.given) return a.given;
    if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
    return a.tokens.begin < b.tokens.begin;
  });
  for (auto& candidate : candidates) {
    const auto begin = cover_.begin() + candidate.tokens.begin, end = cover_.begin() + candidate.tokens.end;
    if (std::all_of(begin, end, [](std::uint32_t c) { return c == 0; })) add(std::move(candidate));
  }
}

std::uint32_t MentionTable::add(ReferringMention mention) {
  const auto number = static_cast<std::uint32_t>(all_.size());
  for (std::uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
    if (cover_[token] == 0) cover_[token] = number + 1;
  }
  places_.emplace(mention.tokens, number);
  all_.push_back(std::move(mention));
  return number;
}

std::optional<std::uint32_t> MentionTable::covering(std::uint32_t token) const {
  if (cover_[token] == 0) return std::nullopt;
  return cover_[token] - 1;
}

bool MentionTable::is_pos(std::uint32_t token, std::string_view upos) const { return document_.pos(token) == upos; }

// The outermost stretches labelled NP that begin in `tokens`, cut to it.
std::vector<TokenRange> MentionTable::noun_phrases(TokenRange tokens) const {
  std::vector<TokenRange> out;
  const auto label = document_.symbols.find("NP");
  for (std::uint32_t token = tokens.begin; label && token < tokens.end;) {
    std::uint32_t next = token + 1;
    for (const std::uint32_t number : layer_.starting_at(token)) {
      if (layer_[number].label != *label) continue;
      next = std::min(layer_[number].tokens.end, tokens.end);
      out.push_back({token, next});
      break;
    }
    token = next;
  }
  return out;
}

std::optional<std::uint32_t> MentionTable::name_behind(TokenRange title) const {
  const auto label = document_.symbols.find("NP");
  if (!label || title.end == document_.size() || !is_pos(title.end - 1, "PROPN")) return std::nullopt;
  const auto number = covering(title.end);
  if (!number || all_[*number].kind != kg::MentionKind::name) return std::nullopt;
  const TokenRange name = all_[*number].tokens;
  const auto& around = layer_.covering(title.begin);
  const bool one_phrase = std::any_of(around.begin(), around.end(), [&](std::uint32_t stretch) {
    return layer_[stretch].label == *label && layer_[stretch].tokens.contains(name);
  });
  return one_phrase && name.begin == title.end ? number : std::nullopt;
}

std::optional<TokenRange> MentionTable::owner_of(TokenRange phrase) const {
  const FeatureReader features(document_, layer_);
  const auto& around = layer_.covering(phrase.end - 1);
  const bool owned = std::any_of(around.begin(), around.end(), [&](std::uint32_t number) {
    return features.text(layer_[number], FeatureReader::refers) == "owner";
  });
  if (!owned) return std::nullopt;
  for (std::uint32_t token = phrase.end - 1; token > phrase.begin; --token) {
    if (is_pos(token, "PART")) return TokenRange{phrase.begin, token};
  }
  if (phrase.size() > 1 && is_pos(phrase.begin, "PRON")) return TokenRange{phrase.begin, phrase.begin + 1};
  return std::nullopt;
}

std::uint32_t MentionTable::make(TokenRange tokens, kg::MentionKind kind, std::uint32_t head) {
  const FeatureReader features(document_, layer_);
  ReferringMention mention{.tokens = tokens, .kind = kind};
  // What a lexicon knows of the head: its type, gender and number.
  for (const std::uint32_t number : layer_.covering(head)) {
    const auto& stretch = layer_[number];
    if (stretch.tokens.end != head + 1) continue;
    if (const auto type = kg::parse<kg::EntityType>(features.text(stretch, FeatureReader::type))) mention.type = *type;
    mention.first_person = mention.first_person || features.text(stretch, FeatureReader::person) == "first";
    mention.plural = mention.plural || features.text(stretch, FeatureReader::number) == "plural";
    if (const Gender gender = gender_of(features.text(stretch, FeatureReader::gender)); gender != Gender::unknown)
      mention.gender = gender;
  }
  const bool plural_form = document_.lemma(head) != document_.norm(head) && document_.norm(head).ends_with('s');
  mention.plural = mention.plural || (is_pos(head, "NOUN") && plural_form);
  return add(std::move(mention));
}

std::optional<std::uint32_t> MentionTable::refer(TokenRange tokens) {
  const auto phrases = noun_phrases(tokens);
  std::optional<std::uint32_t> named_person;
  for (const TokenRange phrase : phrases) {
    const auto last = covering(phrase.end - 1);
    const bool person = last && all_[*last].kind == kg::MentionKind::name && all_[*last].type == kg::EntityType::person;
    // An apposition names the person ("a spokeswoman, Anna Richardson White"); a possessor or object of a preposition
    // does not ("a spokesman for Anna White").
    const bool apposed = phrase.begin == tokens.begin || document_.norm(phrase.begin - 1) == ",";
    if (person && apposed && !named_person) named_person = last;
  }
  if (named_person) return named_person;
  const TokenRange head_phrase = phrases.empty() ? tokens : phrases.front();
  if (head_phrase.empty()) return std::nullopt;
  if (const auto owner = owner_of(head_phrase)) return refer(*owner);
  const std::uint32_t head = head_phrase.end - 1;
  if (const auto known = covering(head)) return known;
  if (is_pos(head, "PRON")) return make({head, head + 1}, kg::MentionKind::pronoun, head);
  if (const auto named = name_behind(head_phrase)) return named;
  if (!is_pos(head, "NOUN") && !is_pos(head, "PROPN") && !is_pos(head, "ADJ") && !is_pos(head, "NUM"))
    return std::nullopt;
  return make(head_phrase, is_pos(head, "PROPN") ? kg::MentionKind::name : kg::MentionKind::nominal, head);
}

std::optional<std::uint32_t> MentionTable::refer_to_topic(TokenRange tokens) {
  if (const auto same = places_.find(tokens); same != places_.end()) return same->second;
  const auto phrases = noun_phrases(tokens);
  const TokenRange phrase = phrases.empty() ? tokens : phrases.front();
  if (phrase.empty()) return std::nullopt;
  const std::uint32_t head = phrase.end - 1;
  if (!is_pos(head, "NOUN") || covering(head)) return refer(tokens);
  const std::uint32_t number = make(phrase, kg::MentionKind::nominal, head);
  if (all_[number].type == kg::EntityType::other) all_[number].type = kg::EntityType::concept_;
  return number;
}

}  // namespace claimgraph::extract
