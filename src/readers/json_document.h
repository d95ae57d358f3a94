#pragma once

#include <cstdint>

#include <simdjson.h>

#include "claimgraph/base/error.h"
#include "claimgraph/text/document.h"
#include "readers/report.h"

namespace claimgraph::readers {

// The document that an object of JSON Lines stands for, repairs reported at `line`; an error when it has no text.
// What the fields mean is told at read_file(). The id is empty when neither an id nor a URI is given.
Result<text::Document> parse_document(const simdjson::dom::object& object, const Report& report, std::uint32_t line);

}  // namespace claimgraph::readers
