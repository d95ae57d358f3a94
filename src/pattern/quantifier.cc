#include "pattern/quantifier.h"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

namespace claimgraph::pattern {
namespace {

constexpr const char* kExamples = "as in {2}, {2,}, {,4} or {2,4}";

std::uint32_t number(LexemeCursor& cursor) {
  const Lexeme& word = cursor.take();
  std::uint32_t value = 0;
  const char* const end = word.text.data() + word.text.size();
  const auto [stop, status] = std::from_chars(word.text.data(), end, value);
  if (status == std::errc::invalid_argument || stop != end) {
    cursor.fault({.message = fmt::format("found '{}' where a number should stand", word.text),
                  .at = word.at,
                  .hint = kExamples});
  }
  if (status == std::errc::result_out_of_range || value > kMostRepeats) {
    cursor.fault(
        {.code = ErrorCode::limit,
         .message = fmt::format("'{}' is more than the {} times that a part may be repeated", word.text, kMostRepeats),
         .at = word.at,
         .hint = "leave the upper number out for no limit"});
  }
  return value;
}

// What stands behind "{".
Count parse_range(LexemeCursor& cursor, const Lexeme& open) {
  Count count;
  const bool has_min = cursor.peek().kind == LexemeKind::word;
  if (has_min) count.min = number(cursor);
  if (cursor.take_if(",")) {
    if (cursor.peek().kind == LexemeKind::word) {
      count.max = number(cursor);
    } else if (!has_min) {
      cursor.unexpected("a number", kExamples);
    }
  } else if (has_min) {
    count.max = count.min;
  } else {
    cursor.unexpected("a number", kExamples);
  }
  cursor.close(open, "}");
  if (count.max && *count.max < count.min) {
    cursor.fault({.message = fmt::format("{} asks for more at least than at most", dump(count)),
                  .at = open.at,
                  .hint = "write the smaller number first"});
  }
  if (count.max == 0U) {
    cursor.fault({.message = "a part that is repeated 0 times can never match", .at = open.at, .hint = "remove it"});
  }
  return count;
}

}  // namespace

bool is_quantifier(const Lexeme& lexeme) {
  return lexeme.is("?") || lexeme.is("*") || lexeme.is("+") || lexeme.is("{");
}

Count parse_quantifier(LexemeCursor& cursor) {
  const Lexeme& sign = cursor.take();
  if (sign.is("?")) return {.min = 0, .max = 1};
  if (sign.is("*")) return {};
  if (sign.is("+")) return {.min = 1, .max = {}};
  return parse_range(cursor, sign);
}

std::string dump(Count count) {
  if (count == Count{.min = 0, .max = 1}) return "?";
  if (count == Count{}) return "*";
  if (count == Count{.min = 1, .max = {}}) return "+";
  if (count.max == count.min) return fmt::format("{{{}}}", count.min);
  return fmt::format("{{{},{}}}", count.min, count.max ? std::to_string(*count.max) : "");
}

}  // namespace claimgraph::pattern
