#include "extract/discards.h"

#include <algorithm>

namespace claimgraph::extract {

void Discards::add(std::uint32_t rule, TokenRange tokens, std::size_t size) {
  auto& marks = tokens_[rule];
  marks.resize(size, false);
  std::fill(marks.begin() + tokens.begin, marks.begin() + tokens.end, true);
}

std::optional<std::uint32_t> Discards::left_out_by(const rules::Rule& rule, TokenRange tokens) const {
  if (tokens_.empty()) return std::nullopt;
  const auto has_some = [&](std::uint32_t by) {
    const auto at = tokens_.find(by);
    if (at == tokens_.end()) return false;
    const auto begin = at->second.begin();
    return std::find(begin + tokens.begin, begin + tokens.end, true) != begin + tokens.end;
  };
  const auto found = std::find_if(rule.limited_by.begin(), rule.limited_by.end(), has_some);
  return found == rule.limited_by.end() ? std::nullopt : std::optional(*found);
}

}  // namespace claimgraph::extract
