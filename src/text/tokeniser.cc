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

// Appends the token that starts at `at`, which is no white space, with its clitics. Returns where it ends.
std::size_t append_token(std::string_view text, std::size_t at, WebFinder& web, std::vector<Span>& tokens) {
  const auto span_to = [at](std::size_t end) {
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  };
  std::size_t end = web.token_end(at);
  if (end == at) end = elision_end(text, at);
  if (end == at) {
    end = word_end(text, at);
    if (end > at) {
      append_clitics(text, span_to(end), tokens);
      return end;
    }
    end = symbol_end(text, at);
  }
  tokens.push_back(span_to(end));
  return end;
}

}  // namespace

void tokenise(std::string_view text, Span paragraph, std::vector<Span>& tokens) {
  const std::string_view readable = text.substr(0, paragraph.end);  // no rule looks past the paragraph
  WebFinder web(readable);
  for (std::size_t at = paragraph.begin; at < readable.size();) {
    const Character c = character_at(readable, at);
    at = c.kind == CharKind::space ? at + c.size : append_token(readable, at, web, tokens);
  }
}

}  // namespace claimgraph::text
