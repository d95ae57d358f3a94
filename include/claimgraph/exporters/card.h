#pragma once

#include <span>
#include <string>
#include <vector>

#include "claimgraph/exporters/table.h"

namespace claimgraph::exporters {

// One answer as a person reads it: who did what to whom, the words that show it, and where they stand.
struct Card {
  std::string heading;
  std::string quote;         // may be empty
  std::string source;        // may be empty
  std::string section = {};  // written once, above the first of the cards that share it
};

// Cards with an empty line between them: the heading (bold), the quote indented and wrapped, the source indented (dim).
// Control characters are written as spaces.
std::string to_text(std::span<const Card> cards, const TerminalOptions& options);

}  // namespace claimgraph::exporters
