#pragma once

#include <cstddef>
#include <string>

#include "claimgraph/nlp/annotated_document.h"

// An analysed document as `claimgraph annotate` prints it, beside CoNLL-U.
namespace claimgraph::cli {

// The object and line of doc/FORMATS.md, "The analysis record".
std::string annotation_record(const nlp::AnnotatedDocument& document);

// A line a sentence, its tokens apart by spaces; an empty line after each paragraph.
std::string tokens_in_lines(const nlp::AnnotatedDocument& document);

// The tree of each sentence, no wider than `width` columns, under its document and number; an empty line after each.
std::string drawn_trees(const nlp::AnnotatedDocument& document, std::size_t width);

}  // namespace claimgraph::cli
