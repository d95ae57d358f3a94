#include <algorithm>

#include "pattern/run.h"

// Conditions on tokens and stretches.
namespace claimgraph::pattern {

bool Run::holds(std::uint32_t check, std::uint32_t token, const Labelled* stretch) {
  while (check < Check::kFails) {
    const Check& now = program_.checks[check];
    check = now.next[holds(now, token, stretch) ? 1 : 0];
  }
  return check == Check::kHolds;
}

bool Run::holds(const Check& check, std::uint32_t token, const Labelled* stretch) {
  switch (check.kind) {
    case Check::Kind::field_is: return has_value(check, columns_[static_cast<std::size_t>(check.field)][token]);
    case Check::Kind::field_matches: return matches(check, columns_[static_cast<std::size_t>(check.field)][token]);
    case Check::Kind::quoted: return in_quotation(token);
    case Check::Kind::inside: return inside(check, token);
    default: break;
  }
  const auto feature = layer_.feature(*stretch, check.name);
  if (!feature || check.kind == Check::Kind::feature_present) return feature.has_value();
  return check.kind == Check::Kind::feature_is ? has_value(check, *feature) : matches(check, *feature);
}

bool Run::has_value(const Check& check, Symbol symbol) const {
  const Symbol* const values = program_.symbols.data();
  if (check.end - check.begin == 1) return values[check.begin] == symbol;
  return std::binary_search(values + check.begin, values + check.end, symbol);
}

bool Run::matches(const Check& check, Symbol symbol) {
  RegexCache*& cache = memory_.regexes[check.regex];
  if (cache == nullptr) {
    const checked::Regex& regex = program_.regexes[check.regex];
    auto& kept = memory_.caches[regex.get()];
    if (!kept) kept = std::make_unique<RegexCache>(regex);
    cache = kept.get();
  }
  return cache->matches(symbol, document_.symbols.text(symbol));
}

bool Run::inside(const Check& check, std::uint32_t token) {
  for (const std::uint32_t number : layer_.covering(token)) {
    const Labelled& stretch = layer_[number];
    if (has_value(check, stretch.label) && holds(check.features, token, &stretch)) return true;
  }
  return false;
}

bool Run::in_quotation(std::uint32_t token) const {
  const auto& quotations = document_.quotations;
  const auto it = std::partition_point(quotations.begin(), quotations.end(),
                                       [&](const TokenRange& range) { return range.end <= token; });
  return it != quotations.end() && it->contains(token);
}

}  // namespace claimgraph::pattern
