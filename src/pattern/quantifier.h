#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pattern/lexeme_cursor.h"

namespace claimgraph::pattern {

// The most that {n,m} may ask for.
inline constexpr std::uint32_t kMostRepeats = 1000;

// How often something may stand.
struct Count {
  std::uint32_t min = 0;
  std::optional<std::uint32_t> max;  // nothing: no limit

  friend bool operator==(const Count&, const Count&) = default;
};

// Whether `lexeme` begins a quantifier: "?" "*" "+" "{".
bool is_quantifier(const Lexeme& lexeme);

// "?" | "*" | "+" | "{" n "}" | "{" [n] "," [m] "}". REQUIRES: the cursor is at one.
Count parse_quantifier(LexemeCursor& cursor);

// In its shortest spelling: "?", "{2,3}". The inverse of parse_quantifier().
std::string dump(Count count);

}  // namespace claimgraph::pattern
