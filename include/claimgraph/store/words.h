#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::store {

// The words that `text` is indexed under, ascending and distinct: of fold(text), every longest run of ASCII letters and
// digits and of bytes above ASCII, cut after 64 bytes. A text that says some words has all of their indexed words, so
// that what the index finds has only to be looked at.
// DO NOT CHANGE without a new kFormatVersion: these bytes are on disk.
std::vector<std::string> indexed_words(std::string_view text);

}  // namespace claimgraph::store
