#include "extract/pronouns.h"

#include <algorithm>

namespace claimgraph::extract {
namespace {

constexpr std::uint32_t kReach = 4;  // sentences that a pronoun looks back

// Whether words of an entity can be reported: not those of a levy or a summit.
bool can_speak(const KnownEntity& known) {
  switch (known.type) {
    case kg::EntityType::person:
    case kg::EntityType::organisation:
    case kg::EntityType::place:
    case kg::EntityType::group: return true;
    case kg::EntityType::other: return known.named;
    case kg::EntityType::work:
    case kg::EntityType::event:
    case kg::EntityType::concept_: return false;
  }
  return false;
}

}  // namespace

Pronouns::Pronouns(const nlp::AnnotatedDocument& document, const std::vector<ReferringMention>& mentions,
                   const std::vector<Speech>& speeches)
    : document_(document), mentions_(mentions), quotations_(document), sentence_of_(sentence_numbers(document)) {
  mark_speeches(speeches);
  for (const Speech& speech : speeches) speaks_.insert(speech.speaker);
}

// Wider speeches first, so that the innermost one stays written.
void Pronouns::mark_speeches(const std::vector<Speech>& speeches) {
  speech_of_.assign(document_.size(), nullptr);
  std::vector<const Speech*> widest_first;
  for (const Speech& speech : speeches) widest_first.push_back(&speech);
  std::stable_sort(widest_first.begin(), widest_first.end(),
                   [](const Speech* a, const Speech* b) { return a->tokens.size() > b->tokens.size(); });
  for (const Speech* speech : widest_first) {
    for (std::uint32_t t = speech->tokens.begin; t < speech->tokens.end; ++t) speech_of_[t] = speech;
  }
}

std::optional<std::size_t> Pronouns::find(std::uint32_t number, const std::vector<PastMention>& past,
                                          const std::vector<KnownEntity>& known,
                                          const std::vector<std::optional<std::size_t>>& entity_of) const {
  const ReferringMention& mention = mentions_[number];
  if (mention.first_person) {
    const Speech* speech = speech_of_[mention.tokens.begin];
    return speech != nullptr ? entity_of[speech->speaker] : std::nullopt;
  }
  std::optional<std::size_t> best;
  double best_score = 0;
  for (auto it = past.rbegin(); it != past.rend(); ++it) {
    if (sentence_of_[mention.tokens.begin] > sentence_of_[mentions_[it->mention].tokens.begin] + kReach) break;
    if (!suits(number, known[it->entity]) || is_said_to_another(number, *it, entity_of)) continue;
    const double score = nearness(number, *it, known[it->entity]);
    if (score > best_score) best = it->entity, best_score = score;
  }
  return best;
}

bool Pronouns::suits(std::uint32_t number, const KnownEntity& known) const {
  const ReferringMention& pronoun = mentions_[number];
  const bool person = known.type == kg::EntityType::person;
  if (speaks_.contains(number) && !can_speak(known)) return false;
  if (pronoun.gender != Gender::unknown) {
    const bool same = known.gender == Gender::unknown || known.gender == pronoun.gender;
    return same && !known.plural && (person || (known.type == kg::EntityType::other && known.named));
  }
  if (person && !known.plural) return false;
  return !pronoun.plural || known.type != kg::EntityType::place;
}

// Within a quotation nobody speaks of himself as of another, nor does the text outside speak of who is only within.
bool Pronouns::is_said_to_another(std::uint32_t number, const PastMention& past,
                                  const std::vector<std::optional<std::size_t>>& entity_of) const {
  const std::uint32_t at = mentions_[number].tokens.begin;
  const Speech* speech = speech_of_[at];
  const TokenRange* inside = quotations_.at(at);
  if (speech != nullptr && inside != nullptr && entity_of[speech->speaker] == past.entity) return true;
  const TokenRange* quoted = quotations_.at(mentions_[past.mention].tokens.begin);
  return quoted != nullptr && quoted != inside;
}

double Pronouns::nearness(std::uint32_t number, const PastMention& past, const KnownEntity& known) const {
  const std::uint32_t sentence = sentence_of_[mentions_[past.mention].tokens.begin];
  const double distance = sentence_of_[mentions_[number].tokens.begin] - sentence;
  double score = 10 - 2.5 * distance;
  if (is_first_in_sentence(past.mention)) score += 2;
  if (speaks_.contains(past.mention)) score += 2;
  const bool gendered = mentions_[number].gender != Gender::unknown;
  if (known.type == kg::EntityType::other && gendered) score -= 3;
  if (known.type == kg::EntityType::other && gendered && is_possessor(past.mention)) score -= 3;
  return score;
}

// "Skerra" in "Skerra's minister".
bool Pronouns::is_possessor(std::uint32_t number) const {
  const TokenRange tokens = mentions_[number].tokens;
  if (!document_.has_syntax(tokens)) return false;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    const bool outward = !tokens.contains(document_.heads[token]);
    if (outward && document_.symbols.text(document_.deprels[token]) == "nmod:poss") return true;
  }
  return false;
}

bool Pronouns::is_first_in_sentence(std::uint32_t number) const {
  const std::uint32_t begin = mentions_[number].tokens.begin;
  constexpr std::uint32_t kSubjectReach = 4;  // tokens of a title or adverb before a subject
  return begin - document_.sentences[sentence_of_[begin]].begin <= kSubjectReach;
}

}  // namespace claimgraph::extract
