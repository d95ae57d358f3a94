#include "readers/source.h"

#include <sstream>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::readers {
namespace {

struct Read {
  Source::Line state;
  std::string line;
  friend bool operator==(const Read&, const Read&) = default;
};

std::vector<Read> lines_of(const std::string& bytes, std::size_t most) {
  std::istringstream in(bytes);
  Source source(in);
  std::vector<Read> out;
  std::string line;
  while (true) {
    const Source::Line state = source.next_line(line, most);
    if (state == Source::Line::end) return out;
    out.push_back({state, line});
  }
}

TEST_CASE("Source: lines, the last without an end, long ones passed over") {
  using enum Source::Line;
  CHECK(lines_of("", 9).empty());
  CHECK(lines_of("a\n\nb\n", 9) == std::vector<Read>{{whole, "a"}, {whole, ""}, {whole, "b"}});
  CHECK(lines_of("a\r\nb", 9) == std::vector<Read>{{whole, "a\r"}, {unended, "b"}});
  CHECK(lines_of("123\n1234\n12345", 3) == std::vector<Read>{{whole, "123"}, {too_long, ""}, {too_long, ""}});
}

TEST_CASE("Source: a line may cross chunks, at every place") {
  for (std::size_t size = Source::kChunk - 2; size < Source::kChunk + 3; ++size) {
    CAPTURE(size);
    const std::string line(size, 'x');
    CHECK(lines_of(line + "\nend\n", 2 * size) ==
          std::vector<Read>{{Source::Line::whole, line}, {Source::Line::whole, "end"}});
    CHECK(lines_of(line + "\nend\n", size - 1) ==
          std::vector<Read>{{Source::Line::too_long, ""}, {Source::Line::whole, "end"}});
  }
}

TEST_CASE("Source: what was looked at is still read") {
  std::istringstream in("hello world");
  Source source(in);
  CHECK(source.peek(5) == "hello");
  CHECK(source.peek(100) == "hello world");
  CHECK(source.rest(11) == "hello world");
}

TEST_CASE("Source: too much is refused, and not read to its end") {
  std::istringstream in(std::string(10 * Source::kChunk, 'x'));
  Source source(in);
  const auto rest = source.rest(10);
  REQUIRE_FALSE(rest.has_value());
  CHECK(dump(rest.error()) == "error: the document is larger than 10 bytes (split it, or allow larger documents)");
  CHECK(in.tellg() <= static_cast<std::streamoff>(2 * Source::kChunk));
}

}  // namespace
}  // namespace claimgraph::readers
