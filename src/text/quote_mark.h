#pragma once

#include <cstdint>
#include <string_view>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// Marks that may pair with one another.
enum class QuoteFamily : std::uint8_t {
  none,     // not a quotation mark
  twofold,  // " “ ” „ ‟ '' `` ‘‘ ’’
  angle,    // « »
  single,   // ' ‘ ’
};

enum class QuoteRole : std::uint8_t { open, close, unclear };

// A quotation mark and what its own form and the space around it say of its role.
struct QuoteMark {
  QuoteFamily family = QuoteFamily::none;
  QuoteRole role = QuoteRole::unclear;
};

// What the token is as a quotation mark. A mark with space on one side only opens or closes towards the other side,
// whatever its form: “ is often written for ”.
QuoteMark quote_mark(std::string_view text, Span token);

}  // namespace claimgraph::text
