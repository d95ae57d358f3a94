#pragma once

#include <string_view>

#include "claimgraph/nlp/word_model.h"

namespace claimgraph::nlp {

// The model that load() makes of two tables without their header lines; columns are apart by one space here. Fails the
// running test when it does not load.
WordModel model_of(std::string_view words, std::string_view transitions);

// Some twenty words and the pairs of a simple English sentence.
WordModel tiny_model();

}  // namespace claimgraph::nlp
