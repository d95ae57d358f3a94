#pragma once

#include <cstddef>
#include <filesystem>

#include "claimgraph/base/error.h"
#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {

// Takes the vectors of words from a text file of "word number number ..." lines, the commonest words first, as GloVe
// (Pennington, Socher and Manning 2014) is given out. The words of the inventory get theirs, and it gets those of the
// first `most` lines that it lacks. Of lines with one vocabulary key the first counts. The numbers are divided by their
// root mean square times a constant, so that they are about as wide as trained embeddings, and cut off where they are
// far out, since they will have 8 bits.
Status add_vectors(const std::filesystem::path& path, std::size_t most, Inventory& inventory);

}  // namespace claimgraph::nlp::training
