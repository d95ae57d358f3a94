#include "nlp/straight.h"

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {

std::string straight(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    switch (c.value) {
      case 0x2018:
      case 0x2019: out.push_back('\''); break;
      case 0x201C:
      case 0x201D: out.push_back('"'); break;
      default: out.append(word.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

}  // namespace claimgraph::nlp
