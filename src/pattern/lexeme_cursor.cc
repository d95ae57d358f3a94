#include "pattern/lexeme_cursor.h"

#include <utility>

#include <fmt/format.h>

namespace claimgraph::pattern {

const Lexeme& LexemeCursor::take() {
  const Lexeme& taken = lexemes_[next_];
  if (taken.kind != LexemeKind::end) ++next_;
  return taken;
}

bool LexemeCursor::take_if(std::string_view sign) {
  if (!peek().is(sign)) return false;
  take();
  return true;
}

bool LexemeCursor::take_word(std::string_view word) {
  if (!at_word(word)) return false;
  take();
  return true;
}

void LexemeCursor::close(const Lexeme& open, std::string_view bracket) {
  if (take_if(bracket)) return;
  const bool test = bracket == "]" && peek().kind == LexemeKind::word;
  if (!at_end()) unexpected(fmt::format("'{}'", bracket), test ? "put '&' between two tests" : "");
  fault({.message = fmt::format("'{}' is never closed", written(open)),
         .at = open.at,
         .hint = fmt::format("close it with '{}'", bracket)});
}

void LexemeCursor::fault(Fault fault) {
  out_.error(error_at(source_, std::move(fault)));
  throw Failed{};
}

void LexemeCursor::fault(std::string message, std::string hint) {
  fault({.message = std::move(message), .at = peek().at, .hint = std::move(hint)});
}

void LexemeCursor::unexpected(std::string_view wanted, std::string hint) {
  if (at_end()) fault(fmt::format("the {} ends where {} should stand", whole_, wanted), std::move(hint));
  fault(fmt::format("found '{}' where {} should stand", written(peek()), wanted), std::move(hint));
}

void LexemeCursor::too_deep() {
  fault({.code = ErrorCode::limit,
         .message = fmt::format("brackets stand more than {} deep here", kMostNesting),
         .at = peek().at,
         .hint = std::string(remedy_)});
}

}  // namespace claimgraph::pattern
