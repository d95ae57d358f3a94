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

// Appends a word and its clitics.
void append_word(std::string_view text, Span word, Segmentation& out) {
  const auto first = static_cast<std::uint32_t>(out.tokens.size());
  append_clitics(text, word, out.tokens);
  const TokenRange parts{first, static_cast<std::uint32_t>(out.tokens.size())};
  if (parts.size() > 1) out.multiword.push_back(parts);
}

// Appends a clitic that word_end() did not see, as that of "U.S.'s", and what else begins with an apostrophe.
void append_elision(std::string_view text, Span elision, Segmentation& out) {
  out.tokens.push_back(elision);
  const auto end = static_cast<std::uint32_t>(out.tokens.size());
  if (end < 2) return;
  const Span before = out.tokens[end - 2];
  if (before.end != elision.begin || !is_word(character_at(text, before.begin).kind)) return;
  if (!out.multiword.empty() && out.multiword.back().end == end - 1) {
    out.multiword.back().end = end;
  } else {
    out.multiword.push_back({end - 2, end});
  }
}

// Appends the token that starts at `at`, which is no white space, with its clitics. Returns where it ends.
std::size_t append_token(std::string_view text, std::size_t at, WebFinder& web, Segmentation& out) {
  const auto span_to = [at](std::size_t end) {
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  };
  std::size_t end = web.token_end(at);
  if (end == at) {
    end = elision_end(text, at);
    if (end > at) {
      append_elision(text, span_to(end), out);
      return end;
    }
    end = word_end(text, at);
    if (end > at) {
      append_word(text, span_to(end), out);
      return end;
    }
    end = symbol_end(text, at);
  }
  out.tokens.push_back(span_to(end));
  return end;
}

}  // namespace

void tokenise(std::string_view text, Span paragraph, Segmentation& out) {
  const std::string_view readable = text.substr(0, paragraph.end);  // no rule looks past the paragraph
  WebFinder web(readable);
  for (std::size_t at = paragraph.begin; at < readable.size();) {
    const Character c = character_at(readable, at);
    at = c.kind == CharKind::space ? at + c.size : append_token(readable, at, web, out);
  }
}

}  // namespace claimgraph::text
