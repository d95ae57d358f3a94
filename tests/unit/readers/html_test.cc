#include <string>

#include <doctest/doctest.h>

#include "claimgraph/base/utf8.h"
#include "readers/html_tree.h"
#include "readers/html_words.h"
#include "reading.h"
#include "support/golden.h"

namespace claimgraph::readers {
namespace {

using test::read_bytes;
using test::Reading;

std::string shown(const Reading& reading) {
  std::string out = dump(reading.diagnostics);
  for (const auto& document : reading.documents) out += dump(document);
  return out;
}

// The text that a page with this body gives, or the diagnostics when it is refused.
std::string text_of(const std::string& body) {
  const auto reading = read_bytes("<html><head><title>T</title></head><body>" + body + "</body></html>", "a.html");
  return reading.documents.empty() ? dump(reading.diagnostics) : reading.documents[0].text;
}

TEST_CASE("HTML: whole pages as content systems write them") {
  for (const auto& input : test::golden_inputs(test::data_folder() / "readers", ".html")) {
    CAPTURE(input);
    test::check_golden(input, shown(read_bytes(test::read_file(input), input.filename().string())));
  }
}

TEST_CASE("HTML: blocks, lines, white space and entities") {
  struct Case {
    const char* body;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"<p>One</p><p>Two</p>", "One\n\nTwo"},
      {"<p>One<p>Two", "One\n\nTwo"},
      {"<div>One<p>Two</p>Three</div>", "One\n\nTwo\n\nThree"},
      {"<p>One<br>Two<br/> <br>Three</p>", "One\nTwo\n\nThree"},
      {"<p>  a \n\t b&nbsp;&#160;c  </p>", "a b c"},
      {"<p><span>a</span><span>b</span> <b>c</b></p>", "ab c"},
      {"<p>x&amp;y &lt;z&gt; &eacute; &#8220;q&#x201D; &hellip;</p>", "x&y <z> é “q” …"},
      {"<p>it&#146;s &#150; so</p>", "it’s – so"},
      {"<p>soft&shy;ly, zero\xE2\x80\x8Bwidth</p>", "softly, zerowidth"},
      {"<p>a</p><script>var x = '<p>no</p>';</script><style>p{}</style><!-- <p>no</p> --><p>b</p>", "a\n\nb"},
      {"<p>a\x1B"
       "b\x01"
       "c</p><p>d</p>",
       "a b c\n\nd"},
      {"<p>a &unknown; b &#0; &#xD800; c</p>", "a &unknown; b c"},
      {"<ul><li>First of them</li><li>Second</li></ul>", "First of them\n\nSecond"},
      {"<h1>T</h1><p>The heading that is the title is left out</p><h2>Kept</h2><p>b</p><h2>Dropped</h2>",
       "The heading that is the title is left out\n\nKept\n\nb"},
      {"<p>unclosed <b>bold <i>both", "unclosed bold both"},
      {"<p>See <a href=x>this</a> and that</p><p><a href=y>Only a link</a></p>", "See this and that"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.body);
    CHECK(text_of(c.body) == c.want);
  }
}

TEST_CASE("HTML: refusals") {
  CHECK(text_of("") == "a.html: error: the page has no article text\n");
  CHECK(text_of("<script>x</script><nav><a href=x>y</a></nav>") == "a.html: error: the page has no article text\n");
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<div>";
  CHECK(text_of(deep + "text") ==
        "a.html: error: the page is nested deeper than 512 elements (this is no article page; leave it out)\n");
  std::string wide = "<p ";
  for (int i = 0; i < 1001; ++i) wide += "a" + std::to_string(i) + "='>' ";
  CHECK(text_of(wide + ">text") ==
        "a.html: error: the page has a tag with more than 1000 attributes (this is no article page; leave it out)\n");
  CHECK(dump(read_bytes(std::string(50, 'x'), "a.html", {.max_document_bytes = 49}).diagnostics) ==
        "a.html: error: the document is larger than 49 bytes (split it, or allow larger documents)\n");
}

TEST_CASE("HTML: the encoding that a page declares") {
  struct Case {
    std::string page;
    const char* want;  // diagnostics and text
  };
  const Case kCases[] = {
      {"<meta charset=windows-1251><p>\xE4\xE0", "да"},
      {"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>\x93"
       "a\x94 caf\xE9",
       "“a” café"},
      {"\xEF\xBB\xBF<meta charset=windows-1251><p>caf\xC3\xA9", "café"},
      {"<p>caf\xC3\xA9", "café"},
      {std::string("\xFF\xFE<\0p\0>\0h\0i\0", 12), "hi"},
      {"<p>caf\xE9",
       "a.html: warning: the page is not UTF-8 and declares no encoding that is known; it was read as "
       "windows-1252\ncafé"},
      {"<meta charset=utf-8><p>caf\xE9",
       "a.html: warning: 1 byte is not UTF-8 (0xE9 at byte 26); it was read as '?'\ncaf?"},
      {"<meta charset='x-none'><p>caf\xC3\xA9",
       "a.html: warning: the page declares the unknown encoding 'x-none'\ncafé"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.page);
    const auto reading = read_bytes(c.page, "a.html");
    REQUIRE(reading.documents.size() == 1);
    CHECK(dump(reading.diagnostics) + reading.documents[0].text == c.want);
  }
}

TEST_CASE("HTML: hostile pages end soon") {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "<b><i></b></i><p class=ad>x</p><a href=''>y</a>";
  CHECK(text_of(many).find("error") == std::string::npos);
  std::string nested;
  for (int i = 0; i < 160; ++i) nested += "<div class='share'><h1><time>";
  CHECK(text_of(nested) == "a.html: error: the page has no article text\n");
  CHECK_FALSE(text_of("<p>end <a href=\"never closed").empty());
  CHECK_FALSE(text_of("<script>never closed").empty());
}

TEST_CASE("HTML: any prefix of a page reads without a crash and gives well-formed text") {
  const std::string page = test::read_file(test::data_folder() / "readers" / "wordpress_theme.html");
  for (std::size_t size = 0; size < page.size(); size += 37) {
    for (const auto& document : read_bytes(page.substr(0, size), "a.html").documents) {
      CHECK_FALSE(first_bad_utf8(dump(document)));
    }
  }
}

TEST_CASE("part_kind: what names say of their element") {
  struct Case {
    const char* names;
    PartKind want;
  };
  constexpr Case kCases[] = {
      {"articleBody", PartKind::article},
      {"c-article__body", PartKind::article},
      {"wide story_content", PartKind::article},
      {"article-body-share", PartKind::boilerplate},
      {"SocialShareBar", PartKind::boilerplate},
      {"ad-slot", PartKind::boilerplate},
      {"comment-content", PartKind::comments},
      {"post has-comments", PartKind::other},
      {"entry-content no-sidebar", PartKind::article},
      {"header", PartKind::other},
      {"adequate shared-border", PartKind::other},
      {"", PartKind::other},
      {"  \t", PartKind::other},
      {"123 -- __", PartKind::other},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.names);
    CHECK(part_kind(c.names) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::readers
