#pragma once

#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"

namespace claimgraph::kg {

// The extraction record: one JSON object without line breaks, as doc/FORMATS.md defines it. The same extraction gives
// the same bytes. `text` is written when the extraction's source says that its record carries it.
std::string dump(const Extraction& extraction);

// The inverse of dump(). A record without `text` gets an empty text. Fails with `parse` on malformed JSON or a missing
// field, with `invalid` on an id that does not exist, a span outside of a given text, or an unknown spelling.
Result<Extraction> parse_record(std::string_view json);

}  // namespace claimgraph::kg
