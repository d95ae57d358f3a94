#include "query/name_words.h"

#include <string>

#include <doctest/doctest.h>

#include "query/name_words_file.h"

namespace claimgraph::query {
namespace {

TEST_CASE("role_of: words of each role, and others") {
  struct Case {
    const char* word;
    std::optional<NameRole> want;
  };
  const Case kCases[] = {
      {"president", NameRole::title},
      {"spokeswoman", NameRole::title},
      {"general", NameRole::title_in_front},
      {"van", NameRole::particle},
      {"jr", NameRole::suffix},
      {"lavrov", std::nullopt},
      {"term", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.word);
    CHECK(role_of(c.word) == c.want);
  }
}

TEST_CASE("role_of: every row of the lexicon has a role") {
  std::string_view rest = kNameWordsFile;
  rest.remove_prefix(rest.find("term\trole\n") + 10);
  std::size_t rows = 0;
  for (; !rest.empty(); ++rows) {
    const std::string word(rest.substr(0, rest.find('\t')));
    CAPTURE(word);
    CHECK(role_of(word).has_value());
    rest.remove_prefix(rest.find('\n') + 1);
  }
  CHECK(rows > 50);
}

}  // namespace
}  // namespace claimgraph::query
