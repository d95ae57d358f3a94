#pragma once

#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"

namespace claimgraph::kg {

// The extraction record: one JSON object without line breaks, as doc/FORMATS.md defines it. The same extraction gives
// the same bytes.
std::string dump(const Extraction& extraction);

// The inverse of dump(). Fails with `parse` on malformed JSON or a missing field, with `invalid` on an id that does not
// exist, a span outside of the text, or an unknown spelling.
Result<Extraction> parse_record(std::string_view json);

}  // namespace claimgraph::kg
