#include "claimgraph/nlp/lexicon.h"

#include <string>

#include <doctest/doctest.h>

namespace claimgraph::nlp {
namespace {

// The findings, and a line an entry: its line, words, cells.
std::string parsed(std::string_view text, TermUnit unit = TermUnit::lemma) {
  Diagnostics findings;
  const Lexicon lexicon = parse_lexicon(text, "cues", unit, "cues.tsv", findings);
  std::string out = dump(findings);
  for (const auto& entry : lexicon.entries) {
    out += std::to_string(entry.line) + " " + entry.term + ":";
    for (const auto& word : entry.words) out += " [" + word + "]";
    for (std::size_t i = 0; i < entry.cells.size(); ++i) {
      if (!entry.cells[i].empty()) out += " " + lexicon.columns[i] + "=" + entry.cells[i];
    }
    out += "\n";
  }
  return out;
}

TEST_CASE("parse_lexicon: terms, words and cells, and what is wrong with them") {
  struct Case {
    const char* text;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"term\nsay\n", "2 say: [say]\n"},
      {"term\nsay", "2 say: [say]\n"},
      {"term\tsign\tx\n# a comment\n\nspeak out\toppose\nback\t\tb c\n",
       "4 speak out: [speak] [out] sign=oppose\n5 back: [back] x=b c\n"},
      {"\xEF\xBB\xBFterm\tsign\r\nsay\tno \r\n", "2 say: [say] sign=no\n"},
      {"term\ndon't know\nLavrov's\nAcme Inc.\nU.S.\n",
       "2 don't know: [do] [n't] [know]\n3 Lavrov's: [Lavrov] ['s]\n4 Acme Inc.: [Acme] [Inc.]\n5 U.S.: [U.S.]\n"},
      {"term\tsign\nback\tsupport\nback\toppose\n", "2 back: [back] sign=support\n3 back: [back] sign=oppose\n"},
      {"",
       "cues.tsv: error: lexicon 'cues' is empty: no line names its columns (the first line names the columns, apart "
       "by tabs)\n"},
      {"# only this\n\n",
       "cues.tsv: error: lexicon 'cues' is empty: no line names its columns (the first line names the "
       "columns, apart by tabs)\n"},
      {"term\tsign\tsign\nsay\n",
       "cues.tsv:1:11: error: column 'sign' stands twice (name it otherwise)\n2 say: [say]\n"},
      {"term\t\tsign\n", "cues.tsv:1:6: error: column 2 has no name (remove the tab before it, or name it)\n"},
      {"word\tterm\n",
       "cues.tsv:1:6: error: a feature column cannot be called 'term' (that is the feature that holds the "
       "term itself)\n"},
      {"term\tsign\nsay\ta\tb\n",
       "cues.tsv:2:7: error: this row has 3 cells, but there are 2 columns (name the column in "
       "the first line, or remove the tab)\n"},
      {"term\tsign\n\toppose\n",
       "cues.tsv:2:1: error: this row has no term (write it before the first tab, or start the "
       "line with '#')\n"},
      {"term\tsign\nBack\ta\nback\t a\n",
       "cues.tsv:3:1: error: term 'back' stands in line 2 with the same features "
       "(remove one of the two)\n2 Back: [Back] sign=a\n"},
      {"term\nsay\nb\xC3\n", "cues.tsv:3:2: error: this byte is not UTF-8 (save the file as UTF-8)\n2 say: [say]\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(parsed(c.text) == c.want);
  }
  CHECK(parsed("term\nUS\nus\n", TermUnit::word) == "2 US: [US]\n3 us: [us]\n");
}

TEST_CASE("Lexicon: columns by name") {
  Diagnostics findings;
  const Lexicon lexicon = parse_lexicon("term\tsign\tstrength\n", "cues", TermUnit::norm, "cues.tsv", findings);
  CHECK(lexicon.column("strength") == 1U);
  CHECK(!lexicon.column("term"));
}

TEST_CASE("norm_of: lower case and straight marks") {
  CHECK(norm_of("Don’t") == "don't");
  CHECK(norm_of("“ÉTÉ”") == "\"été\"");
  CHECK(norm_of("") == "");
}

}  // namespace
}  // namespace claimgraph::nlp
