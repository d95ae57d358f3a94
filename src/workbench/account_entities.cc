#include "workbench/account_entities.h"

#include <algorithm>

#include <fmt/format.h>

#include "claimgraph/kg/vocabulary.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

std::string words_of(const kg::Extraction& extraction, Span span) {
  return in_a_line(std::string_view(extraction.source.text).substr(span.begin, span.size()));
}

const kg::Mention* mention_within(const kg::Entity& entity, const std::vector<Span>& spans) {
  for (const auto& mention : entity.mentions) {
    const bool within = std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.overlaps(mention.span); });
    if (within) return &mention;
  }
  return nullptr;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

std::string entity_account(const kg::Extraction& extraction, std::string_view role,
                           std::optional<kg::EntityIndex> entity, const std::vector<Span>& spans) {
  if (!entity) return fmt::format("  {:<11} nobody: no name, noun or pronoun there is known to be anybody\n", role);
  const kg::Entity& known = extraction.entities[static_cast<std::size_t>(*entity)];
  std::string out = fmt::format("  {:<11} {} ({})", role, known.name, kg::spell(known.type));
  if (!known.aliases.empty()) out += fmt::format(", also {}", listed(known.aliases));
  out += fmt::format("; {} mention{}\n", known.mentions.size(), known.mentions.size() == 1 ? "" : "s");
  const kg::Mention* here = mention_within(known, spans);
  if (here == nullptr) return out;
  out += fmt::format("            here \"{}\", a {}", words_of(extraction, here->span), kg::spell(here->kind));
  const kg::Mention* before = here == known.mentions.data() ? nullptr : here - 1;
  if (here->kind != kg::MentionKind::name && before != nullptr) {
    out += fmt::format(", taken for the one spoken of as \"{}\" at byte {}", words_of(extraction, before->span),
                       before->span.begin);
  }
  return out + "\n";
}

}  // namespace claimgraph::workbench
