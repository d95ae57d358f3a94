#include "text/tokeniser.h"

#include <cstddef>
#include <cstdint>

#include "text/character.h"
#include "text/clitics.h"
#include "text/symbols.h"
#include "text/web.h"
#include "text/words.h"

namespace claimgraph::text {
namespace {

// Where the token that starts at `at` ends.
std::size_t token_end(std::string_view text, std::size_t at, WebFinder& web) {
  if (const std::size_t end = web.token_end(at); end > at) return end;
  if (const std::size_t end = elision_end(text, at); end > at) return end;
  if (const std::size_t end = word_end(text, at); end > at) return end;
  return symbol_end(text, at);
}

}  // namespace

void tokenise(std::string_view text, Span paragraph, std::vector<Span>& tokens) {
  const std::string_view readable = text.substr(0, paragraph.end);  // no rule looks past the paragraph
  WebFinder web(readable);
  for (std::size_t at = paragraph.begin; at < readable.size();) {
    const Character c = character_at(readable, at);
    if (c.kind == CharKind::space) {
      at += c.size;
      continue;
    }
    const std::size_t end = token_end(readable, at, web);
    const Span token{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (is_letter(c.kind)) {
      append_clitics(readable, token, tokens);
    } else {
      tokens.push_back(token);
    }
    at = end;
  }
}

}  // namespace claimgraph::text
