#include "generated_news.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace claimgraph::bench {
namespace {

constexpr std::array<std::string_view, 16> kSyllables = {"ba", "ko", "ri",  "sen", "ta", "mur", "el",  "vo",
                                                         "na", "di", "far", "gu",  "lo", "pek", "shi", "zan"};
constexpr std::size_t kGivens = 400;

// A word that no other number has: syllables for its digits to the base 16, at least three.
std::string word_of(std::size_t number) {
  std::string out;
  for (std::size_t i = 0; i < 3 || number > 0; ++i, number /= kSyllables.size()) {
    out += kSyllables[number % kSyllables.size()];
  }
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

bool is_person(std::size_t rank) { return rank % 2 == 0; }
// One surname of three is that of another person too.
std::size_t surname_of(std::size_t rank) { return rank % 6 == 0 ? rank + 2 : rank; }

}  // namespace

GeneratedNews::GeneratedNews(std::size_t documents) : entities_(std::max<std::size_t>(documents / 10, 10)) {}

std::string GeneratedNews::name(std::size_t rank) const {
  if (is_person(rank)) return fmt::format("{} {}", word_of(rank * 7 % kGivens), word_of(surname_of(rank) + 5000));
  return rank % 4 == 1 ? fmt::format("{} Council", word_of(rank + 5000)) : fmt::format("{} levy", word_of(rank + 5000));
}

std::size_t GeneratedNews::rank() {
  const double share = static_cast<double>(random_() >> 11) * 0x1p-53;
  return static_cast<std::size_t>(std::pow(static_cast<double>(entities_), share)) - 1;
}

kg::EntityIndex GeneratedNews::entity(kg::Extraction& out) {
  const std::size_t wanted = rank();
  kg::Entity made{.name = name(wanted),
                  .type = is_person(wanted) ? kg::EntityType::person
                          : wanted % 4 == 1 ? kg::EntityType::organisation
                                            : kg::EntityType::concept_};
  for (std::uint32_t i = 0; i < out.entities.size(); ++i) {
    if (out.entities[i].name == made.name) return kg::EntityIndex{i};
  }
  if (made.type != kg::EntityType::concept_ && random_() % 2 == 0) {
    const std::size_t space = made.name.find(' ');
    made.aliases.push_back(made.type == kg::EntityType::person ? made.name.substr(space + 1)
                                                               : made.name.substr(0, space));
  }
  out.entities.push_back(std::move(made));
  return kg::EntityIndex{static_cast<std::uint32_t>(out.entities.size() - 1)};
}

void GeneratedNews::add_facts(kg::Extraction& out) {
  const kg::EntityIndex who = entity(out);
  const kg::EntityIndex whom = entity(out);
  const auto begin = static_cast<std::uint32_t>(out.source.text.size());
  out.source.text += fmt::format("word{} of {} and word{} must go on with it. ", random_() % 5000,
                                 out.entities[static_cast<std::size_t>(whom)].name, random_() % 500);
  const Span content{begin, static_cast<std::uint32_t>(out.source.text.size())};
  const double confidence = static_cast<double>(random_() % 50 + 50) / 100;
  out.claims.push_back({.source = who,
                        .content_spans = {content},
                        .form = static_cast<kg::Form>(random_() % 3),
                        .about = {whom},
                        .rule = fmt::format("en/rule-{}", random_() % 30),
                        .confidence = confidence});
  out.stances.push_back({.actor = who,
                         .position = static_cast<kg::Position>(random_() % 3),
                         .target = whom,
                         .according_to = who,
                         .claim = kg::ClaimIndex{static_cast<std::uint32_t>(out.claims.size() - 1)},
                         .evidence_spans = {content},
                         .rule = fmt::format("en/rule-{}", random_() % 30),
                         .confidence = confidence});
}

kg::Extraction GeneratedNews::document(std::size_t number) {
  kg::Extraction out;
  out.source = {
      .id = fmt::format("https://news.example/{}", number),
      .uri = fmt::format("https://news.example/{}", number),
      .title = fmt::format("Article {}", number),
      .publisher = fmt::format("Paper {}", random_() % 50),
      .published = fmt::format("20{:02}-{:02}-{:02}", random_() % 25, random_() % 12 + 1, random_() % 28 + 1)};
  for (std::size_t i = 0; i < kFacts / 2; ++i) add_facts(out);
  return out;
}

}  // namespace claimgraph::bench
