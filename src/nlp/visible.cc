#include "nlp/visible.h"

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    append_utf8(out, control ? char32_t{0xFFFD} : c.value);
  }
  return out;
}

}  // namespace claimgraph::nlp
