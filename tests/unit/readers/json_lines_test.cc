#include <random>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/base/utf8.h"
#include "reading.h"

namespace claimgraph::readers {
namespace {

using test::read_bytes;

TEST_CASE("JSON Lines: the names of fields") {
  struct Case {
    const char* line;
    text::Document want;
  };
  const Case kCases[] = {
      {R"({"text":"T"})", {.id = "a.jsonl:1", .text = "T"}},
      {R"({"maintext":"T","url":"u","source_domain":"x.example","date_publish":"2024-01-20 10:00:00","authors":["A","B"]})",
       {.id = "u", .uri = "u", .publisher = "x.example", .author = "A, B", .published = "2024-01-20", .text = "T"}},
      {R"({"id":17,"uri":"u","text":"T","publisher":"P","source_domain":"d","author":"A","language":"de_AT","title":"H"})",
       {.id = "17",
        .uri = "u",
        .title = "H",
        .publisher = "P",
        .author = "A",
        .language = "de",
        .text = "T",
        .metadata = {{"source_domain", "\"d\""}}}},
      {R"({"text":"T","published":1705744800,"author":{"name":"A"},"authors":[]})",
       {.id = "a.jsonl:1", .author = "A", .published = "2024-01-20", .text = "T"}},
      {R"({"text":"","maintext":"M","title":null,"x":{"a": [1, "two"]},"y":null,"x":2})",
       {.id = "a.jsonl:1", .text = "M", .metadata = {{"x", R"({"a":[1,"two"]})"}, {"y", "null"}, {"x", "2"}}}},
      {R"({"id":"","text":"é \ud83d\ude00","mentions":[{"span":[0,2],"name":"E","type":"person"},{"span":[3,7]}]})",
       {.id = "a.jsonl:1", .text = "é 😀", .mentions = {{{0, 2}, "E", "person"}, {{3, 7}, "😀", ""}}}},
      {"\xEF\xBB\xBF  {\"text\":\"T\"}\r", {.id = "a.jsonl:1", .text = "T"}},
      {R"({"id":18446744073709551615,"text":"T"})", {.id = "18446744073709551615", .text = "T"}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.line);
    const auto reading = read_bytes(std::string(c.line) + "\n", "a.jsonl");
    CHECK(dump(reading.diagnostics) == "");
    REQUIRE(reading.documents.size() == 1);
    CHECK(dump(reading.documents[0]) == dump(c.want));
    CHECK(reading.documents[0] == c.want);
  }
}

TEST_CASE("JSON Lines: lines that are refused, each alone") {
  struct Case {
    const char* line;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"{\"text\":\"T\"", "not JSON: a comma, colon, bracket, key or value is missing or too many"},
      {"{\"text\":\"T", "not JSON: a string has no end"},
      {"{\"text\":tru}", "not JSON: a word is not true, false or null"},
      {"{\"text\":\"\\ud800\"}", "not JSON: a string has a wrong escape or half of a surrogate pair"},
      {"{\"text\":\"\\x\"}", "not JSON: a string has a wrong escape or half of a surrogate pair"},
      {"{\"text\":\"a\tb\"}", "not JSON: a string has a control character that is not escaped"},
      {"{\"n\":01,\"text\":\"T\"}", "not JSON: a number is malformed or too large"},
      {"{\"text\":\"T\"} {}", "not JSON: a comma, colon, bracket, key or value is missing or too many"},
      {"word", "not JSON: a comma, colon, bracket, key or value is missing or too many"},
      {"{",
       "not JSON: a comma, colon, bracket, key or value is missing or too many (JSON Lines has a whole document on "
       "each line; this looks like JSON over several lines)"},
      {"[1]", "the line is a list, not an object (JSON Lines has one document a line: {\"text\": \"...\"})"},
      {"\"x\"", "the line is a string, not an object (JSON Lines has one document a line: {\"text\": \"...\"})"},
      {"{\"title\":\"T\"}", "the document has no text (its field is called 'text' or 'maintext')"},
      {"{\"text\":\" \\n\"}", "the document has no text (its field is called 'text' or 'maintext')"},
      {"{\"text\":null}", "the document has no text (its field is called 'text' or 'maintext')"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.line);
    const std::string bytes = "{\"text\":\"before\"}\n\n" + std::string(c.line) + "\n{\"text\":\"after\"}\n";
    const auto reading = read_bytes(bytes, "a.jsonl");
    CHECK(dump(reading.diagnostics) == "a.jsonl:3: error: " + std::string(c.want) + "\n");
    REQUIRE(reading.documents.size() == 2);
    CHECK(reading.documents[1].id == "a.jsonl:4");
  }
}

TEST_CASE("JSON Lines: a file that was cut short loses its last line alone") {
  const std::string whole = "{\"text\":\"one\"}\n{\"text\":\"two\"}";
  CHECK(read_bytes(whole, "a.jsonl").documents.size() == 2);
  for (std::size_t size = 16; size < whole.size(); ++size) {
    CAPTURE(size);
    const auto reading = read_bytes(whole.substr(0, size), "a.jsonl");
    CHECK(reading.documents.size() == 1);
    CHECK(reading.diagnostics.errors() == 1);
  }
  CHECK(dump(read_bytes(whole.substr(0, 25), "a.jsonl").diagnostics) ==
        "a.jsonl:2: error: not JSON: a string has no end (the last line has no line end: the file may have been cut "
        "short)\n");
}

TEST_CASE("JSON Lines: repairs are warnings") {
  struct Case {
    const char* line;
    const char* want;  // after the place
  };
  constexpr Case kCases[] = {
      {R"({"text":"T","date":"soon"})",
       "'soon' is not a date we can read; the document has none (write it as 2024-01-20)"},
      {R"({"text":"T","title":["x"]})", "'title' is a list, not a string; it was kept as metadata"},
      {R"({"text":"T","id":{}})", "'id' is an object, not a string or number; it was kept as metadata"},
      {R"({"text":"T","authors":[1]})",
       "'authors' is a list, not a string or a list of strings; it was kept as metadata"},
      {R"({"text":"a\u0000b"})", "'text' has 1 zero byte; each was read as a space"},
      {"{\"text\":\"caf\xE9\"}", "1 byte is not UTF-8 (0xE9 at byte 12); it was read as '?'"},
      {R"({"text":"T","mentions":{}})",
       R"('mentions' is an object, not a list of {"span", "name", "type"}; it was left out)"},
      {R"({"text":"T","mentions":[3]})", "mention 1 was left out: it is a number"},
      {R"({"text":"T","mentions":[{}]})", "mention 1 was left out: it has no 'span'"},
      {R"({"text":"T","mentions":[{"span":[0,1]},{"span":[0]}]})",
       "mention 2 was left out: 'span' is [0], not [begin, end]"},
      {R"({"text":"T","mentions":[{"span":[-1,1]}]})", "mention 1 was left out: 'span' is [-1,1], not [begin, end]"},
      {R"({"text":"T","mentions":[{"span":[0,2]}]})",
       "mention 1 was left out: span [0, 2] is no part of the text, which has 1 bytes"},
      {R"({"text":"T","mentions":[{"span":[1,1]}]})",
       "mention 1 was left out: span [1, 1] is no part of the text, which has 1 bytes"},
      {R"({"text":"é","mentions":[{"span":[0,1]}]})",
       "mention 1 was left out: span [0, 1] cuts a character; spans count bytes of UTF-8"},
      {R"({"text":"T","mentions":[{"span":[4294967296,4294967297]}]})",
       "mention 1 was left out: span [4294967296, 4294967297] is no part of the text, which has 1 bytes"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.line);
    const auto reading = read_bytes(std::string(c.line) + "\n", "a.jsonl");
    CHECK(dump(reading.diagnostics) == "a.jsonl:1: warning: " + std::string(c.want) + "\n");
    CHECK(reading.documents.size() == 1);
  }
}

TEST_CASE("JSON Lines: what is kept of an unusable field, and of an id that comes twice") {
  auto reading =
      read_bytes("{\"text\":\"T\",\"title\":[\"x\"],\"url\":\"u\"}\n{\"text\":\"S\",\"id\":\"u\"}\n", "a.jsonl");
  CHECK(dump(reading.diagnostics) ==
        "a.jsonl:1: warning: 'title' is a list, not a string; it was kept as metadata\n"
        "a.jsonl:2: warning: the id 'u' is that of line 1 too (in a store the later document takes the place of the "
        "earlier)\n");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.documents[0].metadata == std::vector<std::pair<std::string, std::string>>{{"title", "[\"x\"]"}});
}

TEST_CASE("JSON Lines: a line that is too long is passed over") {
  const std::string bytes = "{\"text\":\"" + std::string(300000, 'x') + "\"}\n{\"text\":\"T\"}\n";
  const auto reading = read_bytes(bytes, "a.jsonl", {.max_document_bytes = 1000});
  CHECK(dump(reading.diagnostics) ==
        "a.jsonl:1: error: the line is longer than 1000 bytes (split the document, or allow larger ones)\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].id == "a.jsonl:2");
}

TEST_CASE("JSON Lines: however a line is damaged, what comes out is well-formed") {
  const std::string line =
      R"({"id":"i","text":"caf\u00e9 \ud83d\ude00 said","date":"2024-01-20","mentions":[{"span":[0,5],"name":"n"}],"z":[1,{"a":null}]})";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string damaged = line;
    for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    for (const auto& document : read_bytes(damaged, "a.jsonl").documents) {
      CHECK_FALSE(first_bad_utf8(dump(document)));
      for (const auto& mention : document.mentions) CHECK(mention.span.end <= document.text.size());
    }
  }
}

}  // namespace
}  // namespace claimgraph::readers
