#include "generated.h"

#include <algorithm>

#include <fmt/format.h>

namespace claimgraph::store {
namespace {

struct Name {
  const char* text;
  kg::EntityType type;
};
constexpr Name kNames[] = {
    {"Ana Vela", kg::EntityType::person},      {"ANA VELA", kg::EntityType::person},
    {"Ana  Véla", kg::EntityType::person},     {"Tarn", kg::EntityType::place},
    {"Tarn", kg::EntityType::person},          {"tarn", kg::EntityType::person},
    {"Union of Ports", kg::EntityType::group}, {"union of ports", kg::EntityType::group},
    {"Harbour Act", kg::EntityType::work},     {"port fees", kg::EntityType::concept_},
    {"Лавров", kg::EntityType::person},        {"\u00c5", kg::EntityType::other},
};
constexpr const char* kAliases[] = {"Vela", "the minister", "VELA", "Tarn", "the port", "port fees", "he", ""};
constexpr const char* kDays[] = {"", "2024-12-31", "2025-03-01", "2025-03-02", "2025-10-24"};
constexpr const char* kRules[] = {"en/said-that", "en/denies", ""};

}  // namespace

std::string Generator::bytes(std::size_t most) {
  std::string out(number(most + 1), '\0');
  for (char& c : out) c = static_cast<char>(chance(3) ? number(2) * 0xFF : number(256));
  return out;
}

Span Generator::span(std::size_t text_size) {
  const auto a = static_cast<std::uint32_t>(number(text_size + 1));
  const auto b = static_cast<std::uint32_t>(number(text_size + 1));
  return {std::min(a, b), std::max(a, b)};
}

std::vector<Span> Generator::spans(std::size_t text_size) {
  std::vector<Span> out;
  for (std::size_t i = number(3); i > 0; --i) out.push_back(span(text_size));
  return out;
}

kg::EntityIndex Generator::one_of(const std::vector<kg::Entity>& entities) {
  return kg::EntityIndex{static_cast<std::uint32_t>(number(entities.size()))};
}

kg::Entity Generator::entity(std::size_t text_size) {
  const Name& name = kNames[number(std::size(kNames))];
  kg::Entity out{.name = name.text, .type = name.type};
  for (std::size_t i = number(4); i > 0; --i) out.aliases.emplace_back(kAliases[number(std::size(kAliases))]);
  std::sort(out.aliases.begin(), out.aliases.end());
  out.aliases.erase(std::unique(out.aliases.begin(), out.aliases.end()), out.aliases.end());
  for (std::size_t i = number(4); i > 0; --i) out.mentions.push_back({span(text_size), kg::MentionKind::nominal});
  return out;
}

kg::Claim Generator::claim(const kg::Extraction& so_far) {
  const std::size_t size = so_far.source.text.size();
  kg::Claim out{.source_spans = spans(size), .cue_spans = spans(size), .content_spans = spans(size)};
  if (!chance(4)) out.source = one_of(so_far.entities);
  for (std::size_t i = number(4); i > 0; --i) out.about.push_back(one_of(so_far.entities));
  out.form = static_cast<kg::Form>(number(3));
  if (!so_far.claims.empty() && chance(3)) {
    out.within = kg::ClaimIndex{static_cast<std::uint32_t>(number(so_far.claims.size()))};
  }
  out.polarity = static_cast<kg::Polarity>(number(2));
  out.certainty = static_cast<kg::Certainty>(number(4));
  out.rule = kRules[number(std::size(kRules))];
  out.confidence = static_cast<double>(number(1001)) / 1000;
  return out;
}

kg::Stance Generator::stance(const kg::Extraction& so_far) {
  kg::Stance out{.target = one_of(so_far.entities), .evidence_spans = spans(so_far.source.text.size())};
  if (!chance(4)) out.actor = one_of(so_far.entities);
  if (chance(2)) out.according_to = one_of(so_far.entities);
  if (!so_far.claims.empty() && chance(2)) {
    out.claim = kg::ClaimIndex{static_cast<std::uint32_t>(number(so_far.claims.size()))};
  }
  out.position = static_cast<kg::Position>(number(3));
  out.rule = kRules[number(std::size(kRules))];
  out.confidence = static_cast<double>(number(1001)) / 1000;
  return out;
}

kg::Extraction Generator::extraction(const std::string& id) {
  kg::Extraction out;
  out.source = {.id = id,
                .uri = fmt::format("https://example.org/{}", number(1000)),
                .title = fmt::format("Title {}", number(1000)),
                .publisher = chance(2) ? "Harbour Post" : "",
                .published = kDays[number(std::size(kDays))],
                .text = bytes(200)};
  if (chance(3)) out.source.metadata = {{"section", "\"World\""}, {"words", "12"}};
  for (std::size_t i = number(6); i > 0; --i) out.entities.push_back(entity(out.source.text.size()));
  if (out.entities.empty()) return out;
  for (std::size_t i = number(6); i > 0; --i) out.claims.push_back(claim(out));
  for (std::size_t i = number(4); i > 0; --i) out.stances.push_back(stance(out));
  return out;
}

}  // namespace claimgraph::store
