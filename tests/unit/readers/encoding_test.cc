#include "readers/encoding.h"

#include <random>

#include <doctest/doctest.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::readers {
namespace {

TEST_CASE("repair_utf8: one byte for one, and the first of them named") {
  struct Case {
    std::string text;
    const char* want;
    const char* message;
  };
  const Case kCases[] = {
      {"caf\xE9!", "caf?!", "1 byte is not UTF-8 (0xE9 at byte 3); it was read as '?'"},
      {"\xFF\xFE x", "?? x", "2 bytes are not UTF-8, the first (0xFF) at byte 0; each was read as '?'"},
      {"\xC3\xA9 \xE2\x80", "\xC3\xA9 ??", "2 bytes are not UTF-8, the first (0xE2) at byte 3; each was read as '?'"},
      {"\xED\xA0\x80", "???", "3 bytes are not UTF-8, the first (0xED) at byte 0; each was read as '?'"},
  };
  for (auto c : kCases) {
    CAPTURE(c.message);
    CHECK(repair_utf8(c.text).message() == c.message);
    CHECK(c.text == c.want);
  }
}

TEST_CASE("repair_utf8: text that is well-formed stays, U+FFFD too") {
  std::string text = "\xEF\xBB\xBF\xC2\xA0\xE2\x80\x9C\xEF\xBF\xBD\r\n";
  const std::string before = text;
  CHECK(repair_utf8(text).wrong_bytes == 0);
  CHECK(text == before);
}

TEST_CASE("repair_utf8: on random bytes the result is well-formed and as long") {
  std::mt19937 random(7);
  constexpr unsigned char kBytes[] = {'a', 0x80, 0xBF, 0xC3, 0xA9, 0xE2, 0xED, 0xA0, 0xF0, 0x9F, 0xFF};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text.push_back(static_cast<char>(kBytes[random() % std::size(kBytes)]));
    const std::string before = text;
    repair_utf8(text);
    CHECK(text.size() == before.size());
    CHECK_FALSE(first_bad_utf8(text));
  }
}

TEST_CASE("to_utf8: the encodings that pages name") {
  CHECK(to_utf8("caf\xE9 \x93q\x94", "iso-8859-1") == "caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D");
  CHECK(to_utf8("\x93", "Windows-1252") == "\xE2\x80\x9C");
  CHECK(to_utf8("\xE0", "windows-1251") == "\xD0\xB0");
  CHECK(to_utf8(std::string_view("\xFF\xFEh\0i\0", 6), "UTF-16LE") == "hi");
  CHECK(to_utf8("x", "klingon-7") == std::nullopt);
}

}  // namespace
}  // namespace claimgraph::readers
