#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/nlp/word_model.h"

namespace claimgraph::nlp {

// A token as the tagger sees it. The views must outlive the call they are given to.
struct WordView {
  std::string_view word;  // as written, apostrophes made straight
  std::string_view norm;  // lower case
};

// The most probable parts of speech of one sentence under `model`. O(words * tags^2).
std::vector<Upos> tag_sentence(const std::vector<WordView>& words, const WordModel& model);

}  // namespace claimgraph::nlp
