#pragma once

#include "claimgraph/readers/reader.h"
#include "readers/report.h"
#include "readers/source.h"

namespace claimgraph::readers {

// Reads JSON Lines as read_file() says: a line a parse, so that a bad line loses no other. Blank lines are skipped.
// Refused are lines that are too long, are no JSON object, or have no text. Of a document that is read, left out with a
// warning are a date that is none and mentions that are malformed or not spans of whole characters of the text;
// a known field of an unusable kind is kept as metadata. An id that an earlier line has is a warning.
void read_json_lines(Source& source, const ReadOptions& options, const Report& report);

}  // namespace claimgraph::readers
