#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "claimgraph/base/diagnostics.h"
#include "pattern/lexer.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// Brackets may stand this deep in one another.
inline constexpr int kMostNesting = 100;

// Thrown by a cursor after it has reported a fault, and caught by the parser that made the cursor: the first fault ends
// a parse.
struct Failed {};

// A place among the lexemes of one text, which the parsers of all languages move along. Holds views of its arguments.
class LexemeCursor {
 public:
  // `whole` is what the lexemes are, as findings name it: "pattern". REQUIRES: the last lexeme is `end`.
  LexemeCursor(const SourceView& source, std::span<const Lexeme> lexemes, std::string_view whole, Diagnostics& out)
      : source_(source), lexemes_(lexemes), whole_(whole), out_(out) {}
  // What to do about too many brackets, where definitions are no help. A view.
  void set_remedy(std::string_view remedy) { remedy_ = remedy; }

  const Lexeme& peek() const { return lexemes_[next_]; }
  bool at_end() const { return peek().kind == LexemeKind::end; }
  bool at_word(std::string_view word) const { return peek().kind == LexemeKind::word && peek().text == word; }
  // The lexeme before. REQUIRES: one was taken.
  const Lexeme& last() const { return lexemes_[next_ - 1]; }
  // Whether nothing, no blank either, stands between the lexeme before and the next one.
  bool touches_last() const { return peek().at == last().at + last().size; }

  // Moves on, but never over the end.
  const Lexeme& take();
  bool take_if(std::string_view sign);
  bool take_word(std::string_view word);
  // Takes the bracket that closes the one of `open`; a fault when it is not there.
  void close(const Lexeme& open, std::string_view bracket);
  // `lexeme` as it is written.
  std::string_view written(const Lexeme& lexeme) const { return source_.text.substr(lexeme.at, lexeme.size); }

  [[noreturn]] void fault(Fault fault);
  // A fault at the next lexeme.
  [[noreturn]] void fault(std::string message, std::string hint);
  // That something else stands, or nothing, where `wanted` should.
  [[noreturn]] void unexpected(std::string_view wanted, std::string hint = "");

  // Counts one more bracket for as long as it lives; a fault when there are too many.
  class Deeper {
   public:
    explicit Deeper(LexemeCursor& cursor) : cursor_(cursor) {
      if (++cursor_.depth_ > kMostNesting) cursor_.too_deep();
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --cursor_.depth_; }

   private:
    LexemeCursor& cursor_;
  };

 private:
  [[noreturn]] void too_deep();

  const SourceView& source_;
  std::span<const Lexeme> lexemes_;
  std::string_view whole_;
  std::string_view remedy_ = "give what is in some of them a name and use it as $name";
  Diagnostics& out_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace claimgraph::pattern
