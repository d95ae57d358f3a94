#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>

#include "pattern/ast.h"

// Numbers that patterns and conditions compare.
namespace claimgraph::pattern {

// The whole of `text` as a number: "12", "-3", "0.5"; nothing when it is none.
inline std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, status] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (text.empty() || status != std::errc() || stop != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

inline bool holds(double number, ast::Comparison comparison, double than) {
  switch (comparison) {
    case ast::Comparison::equal: return number == than;
    case ast::Comparison::unequal: return number != than;
    case ast::Comparison::less: return number < than;
    case ast::Comparison::at_most: return number <= than;
    case ast::Comparison::more: return number > than;
    case ast::Comparison::at_least: return number >= than;
  }
  return false;
}

}  // namespace claimgraph::pattern
