#include "claimgraph/exporters/table.h"

#include <optional>
#include <random>
#include <sstream>

#include <doctest/doctest.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::exporters {
namespace {

// A plain reader of RFC 4180, the slow twin of the writer. Nothing when `csv` is not in that format.
std::optional<std::vector<std::vector<std::string>>> parsed(std::string_view csv) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < csv.size();) {
    rows.emplace_back();
    for (bool more = true; more;) {
      std::string field;
      if (at < csv.size() && csv[at] == '"') {
        for (++at; at < csv.size() && (csv[at] != '"' || csv.substr(at, 2) == "\"\""); ++at) {
          field += csv[at];
          if (csv[at] == '"') ++at;
        }
        if (at++ >= csv.size()) return std::nullopt;
      } else {
        while (at < csv.size() && csv[at] != ',' && csv[at] != '\r') field += csv[at++];
        if (field.find_first_of("\"\n") != std::string::npos) return std::nullopt;
      }
      rows.back().push_back(field);
      more = at < csv.size() && csv[at] == ',';
      if (more) ++at;
    }
    if (csv.substr(at, 2) != "\r\n") return std::nullopt;
    at += 2;
  }
  return rows;
}

Table column_of(std::vector<Value> values) {
  Table table{.columns = {{.name = "x", .elastic = true}}};
  for (auto& value : values) table.rows.push_back({std::move(value)});
  return table;
}

TEST_CASE("csv: values are quoted when they have to be") {
  struct Case {
    Value value;
    const char* want;
  };
  const Case cases[] = {
      {Value{}, ""},
      {"plain", "plain"},
      {" spaces ", " spaces "},
      {"a,b", "\"a,b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"two\r\nlines", "\"two\r\nlines\""},
      {std::uint64_t{18446744073709551615u}, "18446744073709551615"},
      {std::int64_t{-1}, "-1"},
      {0.93, "0.93"},
      {true, "true"},
      {std::vector<std::string>{"NATO", "the EU"}, "NATO; the EU"},
      {Link{.text = "title", .address = "https://example.org/?a,b"}, "\"https://example.org/?a,b\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.want);
    CHECK(to_csv(column_of({c.value})) == std::string("x\r\n") + c.want + "\r\n");
  }
}

TEST_CASE("csv: what is written is read back") {
  constexpr std::string_view kPieces[] = {",", "\"", "\n", "\r\n", "a", " ", "é", "\r", "'", ";", "\t", ""};
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    Table table{.columns = {{.name = "a"}, {.name = "b\""}, {.name = "c,d"}}};
    std::vector<std::vector<std::string>> want = {{"a", "b\"", "c,d"}};
    for (int r = 0; r < 4; ++r) {
      want.emplace_back();
      table.rows.emplace_back();
      for (int c = 0; c < 3; ++c) {
        std::string text;
        for (int i = 0; i < 4; ++i) text += kPieces[random() % std::size(kPieces)];
        want.back().push_back(text);
        table.rows.back().emplace_back(text);
      }
    }
    REQUIRE(parsed(to_csv(table)) == want);
  }
}

TEST_CASE("jsonl: values keep their types") {
  struct Case {
    Value value;
    const char* want;
  };
  const Case cases[] = {
      {Value{}, "null"},
      {false, "false"},
      {"say \"no\"\n", "\"say \\\"no\\\"\\n\""},
      {std::uint64_t{3}, "3"},
      {std::int64_t{-1}, "-1"},
      {0.1, "0.1"},
      {1.0, "1"},
      {1.0 / 0.0, "null"},
      {std::vector<std::string>{}, "[]"},
      {std::vector<std::string>{"a", "b\\"}, "[\"a\",\"b\\\\\"]"},
      {Link{.text = "title", .address = "x:y"}, "\"x:y\""},
      {known(""), "null"},
      {known("a"), "\"a\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.want);
    CHECK(to_jsonl(column_of({c.value})) == std::string("{\"x\":") + c.want + "}\n");
  }
}

TEST_CASE("markdown: text stays text") {
  struct Case {
    Value value;
    const char* want;
  };
  const Case cases[] = {
      {"a|b", "a\\|b"},
      {"*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"},
      {"<script>&amp;", "\\<script\\>\\&amp;"},
      {"two\n\nlines", "two lines"},
      {"[a](b)", "\\[a\\](b)"},
      {"back\\slash", "back\\\\slash"},
      {Link{.text = "A | B", .address = "https://example.org/a b?<c>|"},
       "[A \\| B](<https://example.org/a%20b?%3Cc%3E%7C>)"},
      {Link{.text = "no address"}, "no address"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.want);
    CHECK(to_markdown(column_of({c.value})) == std::string("| x |\n| --- |\n| ") + c.want + " |\n");
  }
  CHECK(to_markdown(column_of({Value{}, 0.5})) == "| x |\n| ---: |\n|  |\n| 0.5 |\n");
}

TEST_CASE("terminal: control characters cannot steer it") {
  CHECK(to_text(column_of({"a\x1b[2Jb\x07"}), {}) == "X\na [2Jb\n");
  CHECK(to_text(column_of({"c1 \xc2\x9b"
                           "31m"}),
                {}) == "X\nc1 31m\n");
  CHECK(to_text(column_of({"bad \xff byte"}), {}) == "X\nbad \xef\xbf\xbd byte\n");
}

TEST_CASE("terminal: numbers to the right, long values cut, wide characters counted") {
  Table table{.columns = {{.name = "claims_made"}, {.name = "name", .elastic = true}}};
  table.rows = {{std::uint64_t{7}, "港湾局港湾局港湾局"}, {Value{}, "short"}, {std::uint64_t{12345}, "naïve approach"}};
  CHECK(to_text(table, {.width = 22}) ==
        "CLAIMS MADE  NAME\n"
        "          7  港湾局港…\n"
        "             short\n"
        "      12345  naïve ap…\n");
  CHECK(to_text(table, {.width = 0}) ==
        "CLAIMS MADE  NAME\n"
        "          7  港湾局港湾局港湾局\n"
        "             short\n"
        "      12345  naïve approach\n");
}

TEST_CASE("terminal: no line is wider than asked, whatever the text") {
  constexpr std::string_view kPieces[] = {"word", " ", "  ", "港", "é", "e\xcc\x81", "averyveryverylongword",
                                          "\n",   "😀", "-"};
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += kPieces[random() % std::size(kPieces)];
    const std::size_t width = 24 + random() % 30;
    std::istringstream lines(to_text(column_of({text}), {.width = width}));
    for (std::string line; std::getline(lines, line);) REQUIRE(display_width(line) <= width);
  }
}

}  // namespace
}  // namespace claimgraph::exporters
