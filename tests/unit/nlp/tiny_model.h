#pragma once

#include <string_view>

#include "claimgraph/nlp/word_model.h"

namespace claimgraph::nlp {

// The model that load() makes of a table without its header line; columns are apart by one space here. Fails the
// running test when it does not load.
WordModel model_of(std::string_view words);

// Some twenty words.
WordModel tiny_model();

}  // namespace claimgraph::nlp
