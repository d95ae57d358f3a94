#pragma once

#include <span>

#include "nlp/model_file.h"
#include "nlp/training/network.h"
#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {

// The network as nlp::Network reads it: tables in 8 bits with a scale a row. `sample` shows how wide embeddings are;
// wider ones are cut off later. REQUIRES: `sample` is not empty.
ModelFile quantised(const Network& network, const Inventory& inventory, std::span<const EncodedSentence> sample);

}  // namespace claimgraph::nlp::training
