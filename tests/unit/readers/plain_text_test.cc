#include "readers/plain_text.h"

#include <string>

#include <doctest/doctest.h>

#include "readers/format.h"
#include "reading.h"
#include "support/temp_folder.h"

namespace claimgraph::readers {
namespace {

using test::read_bytes;
using test::read_path;

TEST_CASE("plain text: the text is the file's bytes") {
  const std::string bytes = "\xEF\xBB\xBFLavrov\xC2\xA0said \xE2\x80\x9Cno\xE2\x80\x9D.\r\n\r\nEnd";
  const auto reading = read_bytes(bytes, "in/a.txt");
  CHECK(dump(reading.diagnostics) == "");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == bytes);
  CHECK(reading.documents[0].id == "in/a.txt");
  CHECK(reading.documents[0].language == "en");
}

TEST_CASE("plain text: repairs are warnings") {
  auto reading = read_bytes("caf\xE9 caf\xE9.", "a.txt");
  CHECK(dump(reading.diagnostics) ==
        "a.txt: warning: 2 bytes are not UTF-8, the first (0xE9) at byte 3; each was read as '?' (if it is in an older "
        "encoding, convert it first: iconv -f windows-1252 -t utf-8)\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == "caf? caf?.");

  reading = read_bytes(std::string("\xFE\xFF\0h\0\xE9", 6), "a.txt");
  CHECK(dump(reading.diagnostics) ==
        "a.txt: warning: the text is UTF-16BE and was converted; offsets count in the UTF-8 text\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == "h\xC3\xA9");
}

TEST_CASE("plain text: refusals") {
  struct Case {
    std::string bytes;
    const char* want;
  };
  const Case kCases[] = {
      {"", "a.txt: error: the document has no text\n"},
      {" \r\n\t", "a.txt: error: the document has no text\n"},
      {"\xEF\xBB\xBF\n", "a.txt: error: the document has no text\n"},
      {std::string("ab\0c", 4),
       "a.txt: error: not a text file: it has a zero byte at byte 2 (a text is UTF-8, or UTF-16 with a byte order "
       "mark)\n"},
      {std::string(20, '\x02') + "abc",
       "a.txt: error: not a text file: 20 of its 23 bytes are control characters (a text is UTF-8, or UTF-16 with a "
       "byte "
       "order mark)\n"},
      {std::string(101, 'x'),
       "a.txt: error: the document is larger than 100 bytes (split it, or allow larger documents)\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.want);
    const auto reading = read_bytes(c.bytes, "a.txt", {.max_document_bytes = 100});
    CHECK(reading.documents.empty());
    CHECK(dump(reading.diagnostics) == c.want);
  }
  CHECK(read_bytes(std::string(100, 'x'), "a.txt", {.max_document_bytes = 100}).documents.size() == 1);
}

TEST_CASE("parse_file_name: a date and a title, or neither") {
  struct Case {
    const char* path;
    NamedArticle want;
  };
  const Case kCases[] = {
      {"x/2024-01-20-some-title.txt", {"2024-01-20", "some title"}},
      {"2024-01-20_some_title.txt", {"2024-01-20", "some title"}},
      {"2024_01_20 Some -- title-.txt", {"2024-01-20", "Some title"}},
      {"20240120-some.txt", {"2024-01-20", "some"}},
      {"2024-01-20.txt", {"2024-01-20", ""}},
      {"2024-13-20-x.txt", {}},
      {"2024-01-201-x.txt", {}},
      {"20240120x.txt", {}},
      {"000_a37ccf47b616e990.txt", {}},
      {"1705744800.txt", {}},
      {"20-01-2024-x.txt", {}},
      {"notes.txt", {}},
      {"-", {}},
      {"", {}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.path);
    const auto got = parse_file_name(c.path);
    CHECK(got.published == c.want.published);
    CHECK(got.title == c.want.title);
  }
}

TEST_CASE("headline_of: a short first line without a full stop") {
  CHECK(headline_of("\xEF\xBB\xBF\n\n  Talks fail  \r\n\r\nThe talks failed.") == "Talks fail");
  CHECK(headline_of("Talks fail?\nYes.") == "Talks fail?");
  CHECK(headline_of("The talks failed.\nAgain.") == "");
  CHECK(headline_of("One line alone") == "");
  CHECK(headline_of(std::string(151, 'x') + "\nText.") == "");
  CHECK(headline_of("  ") == "");
}

TEST_CASE("plain text: what a sidecar knows goes before the file's name and first line") {
  const test::TempFolder folder;
  const auto path = folder.write("2024-01-20-from-name.txt", "Headline\n\nText.");
  CHECK(read_path(path).documents.at(0).title == "from name");
  CHECK(read_path(path).documents.at(0).published == "2024-01-20");
  folder.write("2024-01-20-from-name.yaml",
               "url: https://x.example/1\ntitle: 'It''s so'\ndate: Jan. 5, 2023\nlanguage: en-GB\npublisher: P\n"
               "author: A\nsection: \"a \\\"b\\\"\"\n");
  auto reading = read_path(path);
  CHECK(dump(reading.diagnostics) == "");
  const text::Document want{.id = "https://x.example/1",
                            .uri = "https://x.example/1",
                            .title = "It's so",
                            .publisher = "P",
                            .author = "A",
                            .published = "2023-01-05",
                            .language = "en",
                            .text = "Headline\n\nText.",
                            .metadata = {{"section", "\"a \\\"b\\\"\""}}};
  CHECK(dump(reading.documents.at(0)) == dump(want));
  CHECK(reading.documents.at(0) == want);

  const auto meta = folder.write("2024-01-20-from-name.meta.yaml", "id: 7\npublished: soon\nlist: [1]\n");
  reading = read_path(path);
  CHECK(
      dump(reading.diagnostics) ==
      meta.string() +
          ":3: warning: the value of 'list' is not one string; it was left out (a sidecar is flat lines 'key: value'; "
          "quote a value that has marks of YAML in it)\n" +
          meta.string() +
          ":2: warning: 'soon' is not a date we can read; the document has none (write it as 2024-01-20)\n");
  CHECK(reading.documents.at(0).id == "7");
  CHECK(reading.documents.at(0).published == "2024-01-20");
}

TEST_CASE("read_file: files that cannot be opened") {
  const test::TempFolder folder;
  const std::string missing = (folder.path() / "missing.txt").string();
  CHECK(dump(read_path(missing).diagnostics) == missing + ": error: cannot open: No such file or directory\n");
  const std::string path = folder.path().string();
  CHECK(dump(read_path(path).diagnostics) == path + ": error: cannot open: Is a directory\n");
}

TEST_CASE("the format: by the ending, else by the first bytes") {
  struct Case {
    const char* path;
    const char* head;
    Format want;
  };
  constexpr Case kCases[] = {
      {"a.txt", "{}", Format::text},
      {"a.TXT", "<html>", Format::text},
      {"a.htm", "plain", Format::html},
      {"a.ndjson", "plain", Format::jsonl},
      {"-", "{\"text\":", Format::jsonl},
      {"-", "\xEF\xBB\xBF \n{", Format::jsonl},
      {"-", "  <!DOCTYPE html>", Format::html},
      {"-", "<Div class=x>", Format::html},
      {"-", "<3 this", Format::text},
      {"-", "<pre-war> text", Format::text},
      {"-", "[1]", Format::text},
      {"-", "", Format::text},
      {"a.b/txt", "<p>x", Format::html},
      {"a.article", "words", Format::text},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.path);
    CAPTURE(c.head);
    const auto ending = format_of_ending(c.path);
    CHECK((ending ? *ending : format_of_bytes(c.head)) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::readers
