#pragma once

#include <algorithm>
#include <string>

namespace claimgraph::nlp {

// CoNLL-U that is written with spaces between its columns; "~" is a space within a column. Comments stay as they are.
inline std::string rows(std::string text) {
  bool comment = false, begins = true;
  for (char& c : text) {
    if (begins) comment = c == '#' || c == '\xEF';
    begins = c == '\n';
    if (comment) continue;
    if (c == ' ') c = '\t';
    if (c == '~') c = ' ';
  }
  return text;
}

}  // namespace claimgraph::nlp
