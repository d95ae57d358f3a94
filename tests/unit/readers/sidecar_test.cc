#include "readers/sidecar.h"

#include <doctest/doctest.h>

namespace claimgraph::readers {
namespace {

TEST_CASE("parse_sidecar: values as YAML reads them") {
  struct Case {
    const char* line;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"title: A plain one", "A plain one"},
      {"title:   spaces around   ", "spaces around"},
      {"title: carriage return\r", "carriage return"},
      {"title: Kern: no vote   # a comment", "Kern: no vote"},
      {"title: C# is kept", "C# is kept"},
      {"title: 'it''s # quoted'", "it's # quoted"},
      {"title: \"a \\\"b\\\" \\\\ \\t\" # c", "a \"b\" \\ \t"},
      {"title:", ""},
      {"title: # only a comment", ""},
      {"title: https://x.example/#frag", "https://x.example/#frag"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.line);
    Diagnostics findings;
    const auto entries = parse_sidecar(c.line, "a.yaml", findings);
    CHECK(dump(findings) == "");
    REQUIRE(entries.size() == 1);
    CHECK(entries[0] == SidecarEntry{.key = "title", .value = c.want, .line = 1});
  }
}

TEST_CASE("parse_sidecar: lines that are left out") {
  struct Case {
    const char* text;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"no colon", "a.yaml:1: warning: 'no colon' is not 'key: value'; the line was left out"},
      {"  indented: x", "a.yaml:1: warning: 'indented: x' is not 'key: value'; the line was left out"},
      {"- list", "a.yaml:1: warning: '- list' is not 'key: value'; the line was left out"},
      {"key:value", "a.yaml:1: warning: 'key:value' is not 'key: value'; the line was left out"},
      {"\xC3\xA9: x", "a.yaml:1: warning: '\xC3\xA9: x' is not 'key: value'; the line was left out"},
      {"---\n\nauthors: [A, B]", "a.yaml:3: warning: the value of 'authors' is not one string; it was left out"},
      {"text: |", "a.yaml:1: warning: the value of 'text' is not one string; it was left out"},
      {"t: - x", "a.yaml:1: warning: the value of 't' is not one string; it was left out"},
      {"t: 'open", "a.yaml:1: warning: the value of 't' is not one string; it was left out"},
      {"t: 'closed' then", "a.yaml:1: warning: the value of 't' is not one string; it was left out"},
      {"t: \"bad \\q\"", "a.yaml:1: warning: the value of 't' is not one string; it was left out"},
      {"t: \"open\\", "a.yaml:1: warning: the value of 't' is not one string; it was left out"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    Diagnostics findings;
    CHECK(parse_sidecar(c.text, "a.yaml", findings).empty());
    CHECK(dump(findings) ==
          std::string(c.want) +
              " (a sidecar is flat lines 'key: value'; quote a value that has marks of YAML in it)\n");
  }
}

TEST_CASE("parse_sidecar: a key counts once, the first") {
  Diagnostics findings;
  const auto entries = parse_sidecar("\xEF\xBB\xBF# head\ntitle: One\n\ntitle: Two\nid: 7", "a.yaml", findings);
  CHECK(entries == std::vector<SidecarEntry>{{"title", "One", 2}, {"id", "7", 5}});
  CHECK(findings.warnings() == 1);
  CHECK(findings.all()[0].error.message == "'title' stands here a second time; it was left out");
}

}  // namespace
}  // namespace claimgraph::readers
