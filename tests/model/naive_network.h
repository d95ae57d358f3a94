#pragma once

#include <span>
#include <vector>

#include "nlp/model_file.h"
#include "nlp/network.h"

namespace claimgraph::nlp {

// The slow, obvious twin of Network: one sentence at a time, one number at a time, straight from the definition of the
// layers. Sequences of names and trees are decoded as in Network: these stages have tests of their own.
std::vector<WordAnalysis> analyse_naively(const ModelFile& model, std::span<const WordRows> sentence);

}  // namespace claimgraph::nlp
