#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

enum class LexemeKind {
  word,        // said   3   nmod:poss
  string,      // "said"
  regex,       // /sa(y|id)/
  regex_i,     // /sa(y|id)/i
  label,       // @Actor
  definition,  // $saying
  capture,     // (?<cue>
  look,        // (?=   (?!   (?<=   (?<!
  anchor,      // <s>   </s>   <p>   </p>
  sign,        // [ ] { } ( ) | & ! = != . , ? * +   and < > <= >= where they compare or lead
  end,
};

// A piece of a pattern's text.
struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  std::string text;        // the word, the unescaped string, the name without its marks, else as written
  std::uint32_t at = 0;    // bytes from the source's begin
  std::uint32_t size = 0;  // bytes, as written

  bool is(std::string_view sign) const { return kind == LexemeKind::sign && text == sign; }
};

// What the text is. Between "[" and "]", and everywhere in conditions, "<", ">", "<=" and ">=" compare, and a number
// with a sign or a point is one word; in tree patterns "<" and ">" are signs outside of them too. Conditions have
// neither anchors nor groups of other kinds than ( ).
enum class Language { tokens, tree, conditions };

// Cuts a pattern into lexemes; the last one is `end`. Nothing when there was an error.
std::optional<std::vector<Lexeme>> lex(const SourceView& source, Diagnostics& out,
                                       Language language = Language::tokens);

// One line a lexeme: offset, kind, text.
std::string dump(const std::vector<Lexeme>& lexemes);

// `text` between double quotes, with backslashes where lex() wants them.
std::string quoted(std::string_view text);

// Whether lex() reads `text` as one word.
bool is_word(std::string_view text);

}  // namespace claimgraph::pattern
