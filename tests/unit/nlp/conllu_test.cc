#include "claimgraph/nlp/conllu.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/text/segmenter.h"
#include "conllu_rows.h"

namespace claimgraph::nlp {
namespace {

std::vector<AnnotatedDocument> parsed(std::string_view text, Diagnostics& out) {
  return parse_conllu(text, "x.conllu", std::make_shared<const Interner>(), out);
}

// The only document of `text`, which has no fault.
AnnotatedDocument only(std::string_view text) {
  Diagnostics findings;
  auto documents = parsed(text, findings);
  CHECK(dump(findings) == "");
  REQUIRE(documents.size() == 1);
  return std::move(documents.front());
}

// A document of which nothing is known but its tokens.
AnnotatedDocument cut(text::Document document) {
  AnnotatedDocument out{.document = std::move(document)};
  auto segmentation = text::segment(out.document.text);
  out.spans = segmentation.tokens;
  out.sentences = segmentation.sentences;
  out.paragraphs = segmentation.paragraphs;
  out.multiword = segmentation.multiword;
  for (std::uint32_t i = 0; i < out.size(); ++i) out.words.push_back(out.symbols.intern(out.text({i, i + 1})));
  return out;
}

const std::string kSentence = rows(
    "# newdoc id = d1\n"
    "# newpar\n"
    "# sent_id = d1-1\n"
    "# text = Ana Vela can't go: no  (yet).\n"
    "1 Ana Ana PROPN NNP Number=Sing 5 nsubj:x _ Name=B-PER|TokenRange=0:3\n"
    "2 Vela Vela PROPN NNP _ 1 flat _ Name=I-PER|TokenRange=4:8\n"
    "3-4 can't _ _ _ _ _ _ _ TokenRange=9:14\n"
    "3 ca can AUX MD _ 5 aux _ TokenRange=9:11\n"
    "4 n't not PART RB _ 5 advmod _ TokenRange=11:14\n"
    "5 go go VERB VB _ 0 root _ SpaceAfter=No|TokenRange=15:17\n"
    "6 : : PUNCT : _ 5 punct _ TokenRange=17:18\n"
    "7 no no INTJ UH _ 5 discourse _ TokenRange=19:21\n"
    "8 ( ( PUNCT -LRB- _ 9 punct _ SpaceAfter=No|TokenRange=23:24\n"
    "9 yet yet ADV RB _ 7 advmod _ SpaceAfter=No|TokenRange=24:27\n"
    "10 ) ) PUNCT -RRB- _ 9 punct _ SpaceAfter=No|TokenRange=27:28\n"
    "11 . . PUNCT . _ 5 punct _ TokenRange=28:29\n"
    "\n");

TEST_CASE("parse_conllu: every column that we keep") {
  const auto document = only(kSentence);
  CHECK(document.document.id == "d1");
  CHECK(document.document.text == "Ana Vela can't go: no  (yet).");
  CHECK(document.size() == 11);
  CHECK(document.text({2, 4}) == "can't");
  CHECK(document.multiword == std::vector<TokenRange>{{2, 4}});
  CHECK(document.sentences == std::vector<TokenRange>{{0, 11}});
  CHECK(document.paragraphs == std::vector<TokenRange>{{0, 11}});
  CHECK(document.heads == std::vector<std::uint32_t>{4, 0, 4, 4, 4, 4, 4, 8, 6, 8, 4});
  CHECK(document.symbols.text(document.deprels[0]) == "nsubj:x");
  CHECK(document.symbols.text(document.xpos[7]) == "-LRB-");
  CHECK(document.symbols.text(document.feats[0]) == "Number=Sing");
  CHECK(document.symbols.text(document.feats[1]) == "_");
  CHECK(document.lemma(3) == "not");
  CHECK(document.pos(9) == "PUNCT");
  REQUIRE(document.names.size() == 1);
  CHECK(document.text(document.names[0].tokens) == "Ana Vela");
  CHECK(document.symbols.text(document.names[0].type) == "PER");
  CHECK(document.norms.empty());
}

TEST_CASE("dump_conllu is the inverse of parse_conllu") { CHECK(dump_conllu(only(kSentence)) == kSentence); }

TEST_CASE("parse_conllu: what a file leaves out is unknown, sentence by sentence") {
  const auto document =
      only(rows("1 Go go VERB _ _ 0 root _ _\n2 now _ ADV _ _ 1 advmod _ _\n\n"
                "1 Go _ _ _ _ _ _ _ _\n2 on _ _ _ _ _ _ _ _\n\n"));
  CHECK(document.xpos.empty());
  CHECK(document.feats.empty());
  CHECK(document.lemma(0) == "go");
  CHECK(document.lemma(1) == "_");  // another word of the sentence has one
  CHECK(document.lemma(2) == "");
  CHECK(document.heads == std::vector<std::uint32_t>{0, 0, 2, 3});
  CHECK(document.has_syntax({0, 2}));
  CHECK_FALSE(document.has_syntax({2, 4}));
  CHECK(only(rows("1 Go _ _ _ _ _ _ _ _\n\n")).heads.empty());
}

TEST_CASE("parse_conllu: the text") {
  struct Case {
    const char* rows;
    const char* text;
  };
  const Case kCases[] = {
      {"1 Go _ _ _ _ _ _ _ SpaceAfter=No\n2 . _ _ _ _ _ _ _ _\n\n1 Yes _ _ _ _ _ _ _ _\n\n", "Go. Yes"},
      {"1 Go _ _ _ _ _ _ _ SpaceAfter=No\n\n1 on _ _ _ _ _ _ _ _\n\n", "Goon"},
      {"1 Go _ _ _ _ _ _ _ SpaceAfter=No\n\n# newpar id = 2\n1 on _ _ _ _ _ _ _ _\n\n", "Go\n\non"},
      {"1 Go _ _ _ _ _ _ _ _\n\n# newpar\n\n# lone comment\n\n1 on _ _ _ _ _ _ _ _\n", "Go\n\non"},
      // A multiword token that its words do not spell, and SpaceAfter of the token as a whole.
      {"1-2 its _ _ _ _ _ _ _ SpaceAfter=No\n1 it _ _ _ _ _ _ _ _\n2 's _ _ _ _ _ _ _ _\n3 ! _ _ _ _ _ _ _ _\n\n",
       "its!"},
      {"1-3 dno _ _ _ _ _ _ _ _\n1 do _ _ _ _ _ _ _ _\n2 n't _ _ _ _ _ _ _ _\n3 know _ _ _ _ _ _ _ _\n\n", "dno"},
      {"1 Go _ _ _ _ _ _ _ _\n1.1 away _ _ _ _ _ _ _ _\n2 on _ _ _ _ _ _ _ _\n\n", "Go on"},
      {"# text =  Go \u2003 on \n1 Go _ _ _ _ _ _ _ _\n2 on _ _ _ _ _ _ _ _\n\n", "Go   on"},
      {"\xEF\xBB\xBF# text = _\r\n1 _ _ _ _ _ _ _ _ _\r\n\r\n", "_"},
      {"1 1\u00A0000 _ _ _ _ _ _ _ _\n\n", "1\u00A0000"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.rows);
    const auto document = only(rows(c.rows));
    CHECK(document.document.text == c.text);
    for (const Span span : document.spans) CHECK(span.begin < span.end);
  }
}

TEST_CASE("parse_conllu: documents and their names") {
  Diagnostics findings;
  const auto documents = parsed(rows("1 a _ _ _ _ _ _ _ _\n\n# newdoc\n1 b _ _ _ _ _ _ _ _\n\n1 c _ _ _ _ _ _ _ _\n\n"
                                     "# newdoc id = the third\n1 d _ _ _ _ _ _ _ _\n"),
                                findings);
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].document.id == "x.conllu");
  CHECK(documents[1].document.id == "x.conllu:4");
  CHECK(documents[1].document.text == "b c");
  CHECK(documents[2].document.id == "the third");
  CHECK(dump_conllu(documents[2]).find("# sent_id = the_third-1\n") != std::string::npos);
  CHECK(parsed("", findings).empty());
  CHECK(parsed("# newdoc id = nothing\n\n", findings).empty());
  CHECK(findings.all().empty());
}

TEST_CASE("parse_conllu: faults") {
  struct Case {
    const char* rows;
    const char* finding;
  };
  const Case kCases[] = {
      {"1 a _ _ _ _ _ _ _\n\n",
       "x.conllu:1: error: the line has 9 columns, not the 10 of CoNLL-U (columns stand apart by one tab; '_' is for "
       "what "
       "is not known)"},
      {"1 a _ _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1: error: the line has 11 columns, not the 10 of CoNLL-U (columns stand apart by one tab; '_' is for "
       "what "
       "is not known)"},
      {"1 a  _ _ _ _ _ _ _\n\n", "x.conllu:1:5: error: column LEMMA is empty (write '_' for what is not known)"},
      {"1 a\x07 _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:4: error: column FORM holds the control character U+0007 (leave it out)"},
      {"1 a~ _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:3: error: word 'a ' begins or ends with a space (only SpaceAfter tells of spaces around a word)"},
      {"1 \xC3( _ _ _ _ _ _ _ _\n\n", "x.conllu:1:3: error: byte 0xC3 is not UTF-8 (convert the file to UTF-8)"},
      {"# \xFF\n1 a _ _ _ _ _ _ _ _\n\n", "x.conllu:1:3: error: byte 0xFF is not UTF-8 (convert the file to UTF-8)"},
      {"1 a _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _\n\n",
       "x.conllu:2:1: error: word ID '3' where 2 is due (words count from 1 in each sentence; sentences end with an "
       "empty "
       "line)"},
      {"one a _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:1: error: word ID 'one' where 1 is due (words count from 1 in each sentence; sentences end with an "
       "empty line)"},
      {"1.1 a _ _ _ _ _ _ _ _\n\n", "x.conllu:2: error: the sentence has no words (empty nodes alone are no sentence)"},
      {"1 a _ _ _ _ x root _ _\n\n",
       "x.conllu:1:13: error: HEAD 'x' is no number (it is the ID of a word, 0 for the root, or '_')"},
      {"1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 3 x _ _\n\n",
       "x.conllu:2: error: HEAD 3 of word 2 is not in the sentence, which has 2 words (it is the ID of a word, or 0 "
       "for "
       "the root)"},
      {"1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ _ x _ _\n\n",
       "x.conllu:2: error: word 2 has no HEAD, but others of its sentence have (give the heads of all words or of "
       "none)"},
      {"1 a _ _ _ _ 2 x _ _\n2 b _ _ _ _ 1 x _ _\n\n",
       "x.conllu:1: error: no word of the sentence has HEAD 0 (one word is the root)"},
      {"1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 3 x _ _\n3 c _ _ _ _ 2 x _ _\n\n",
       "x.conllu:2: error: the heads above word 2 lead back to it (from every word the heads lead to the root)"},
      {"1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 2 x _ _\n\n",
       "x.conllu:2: error: the heads above word 2 lead back to it (from every word the heads lead to the root)"},
      {"2-1 ab _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:1: error: '2-1' is no range of words (a multiword token is written as its first and last word: "
       "4-5)"},
      {"1- ab _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:1: error: '1-' is no range of words (a multiword token is written as its first and last word: 4-5)"},
      {"2-3 ab _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:1: error: multiword token 2-3 where word 1 is due (it stands just before its first word, and no "
       "word is "
       "in two of them)"},
      {"1-2 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n2-3 bc _ _ _ _ _ _ _ _\n\n",
       "x.conllu:3:1: error: multiword token 2-3 where word 2 is due (it stands just before its first word, and no "
       "word is "
       "in two of them)"},
      {"1-2 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:1: error: multiword token 1-2 ends after the last word, 1 (its words follow it, a line each)"},
      {"1-2 a _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1:5: error: multiword token 'a' has fewer characters than words (every word needs a place of its own "
       "in "
       "the text)"},
      {"# text = b\n1 a _ _ _ _ _ _ _ _\n\n",
       "x.conllu:1: warning: the words do not spell '# text' (the text is made from the words and SpaceAfter)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.rows);
    Diagnostics findings;
    const auto documents = parsed(rows(c.rows), findings);
    CHECK(dump(findings) == c.finding + std::string("\n"));
    CHECK(documents.empty() == !findings.ok());
  }
}

TEST_CASE("parse_conllu: a fault costs its document and no other, and every sentence is looked at") {
  Diagnostics findings;
  const auto documents =
      parsed(rows("# newdoc id = a\n1 a _ _ _ _ _ _ _ _\n\n7 b _ _ _ _ _ _ _ _\n8 c _ _ _ _ _ _ _ _\n\nd\n\n"
                  "# newdoc id = b\n1 e _ _ _ _ _ _ _ _\n\n"),
             findings);
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].document.id == "b");
  REQUIRE(findings.errors() == 2);
  CHECK(findings.all()[0].error.where->line == 4);
  CHECK(findings.all()[1].error.where->line == 7);
}

TEST_CASE("dump_conllu: a text of our own can be read back") {
  const auto document = cut({.id = "a b", .text = "They don't \u00A0say\x01 “no”.\n\n\tThe U.S.'s\u00A0end"});
  const auto back = only(dump_conllu(document));
  CHECK(back.document.text == "They don't  say\uFFFD “no”.\n\nThe U.S.'s end");
  CHECK(back.multiword == document.multiword);
  CHECK(back.sentences == document.sentences);
  CHECK(back.paragraphs == document.paragraphs);
  CHECK(dump_conllu(cut({.id = "empty"})) == "");
}

}  // namespace
}  // namespace claimgraph::nlp
