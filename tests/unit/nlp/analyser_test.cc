#include "claimgraph/nlp/analyser.h"

#include <memory>
#include <random>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "broken_analysis.h"
#include "claimgraph/nlp/conllu.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/nlp/morphology.h"
#include "conllu_rows.h"
#include "support/golden.h"
#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

std::shared_ptr<const Interner> vocabulary_of(std::initializer_list<const char*> words) {
  auto out = std::make_shared<Interner>();
  for (const char* word : words) out->intern(word);
  return out;
}

Parser shipped_parser() {
  auto parser = Parser::load(test::model_folder() / "parser.model");
  REQUIRE_MESSAGE(parser.has_value(), (parser ? "" : dump(parser.error())));
  return *std::move(parser);
}

Analyser analyser(std::shared_ptr<const Interner> vocabulary = vocabulary_of({})) {
  static const auto parser = std::make_shared<const Parser>(shipped_parser());
  return Analyser(std::make_shared<const WordModel>(tiny_model()), parser, std::move(vocabulary));
}

AnnotatedDocument analysed(std::string text) { return analyser().analyse({.text = std::move(text)}); }

TEST_CASE("analyse: words, lemmas, parts of speech and shapes of a short text") {
  const auto document = analysed("The minister said “they don’t report”. He will walk in London.");
  std::string got;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    got += std::string(document.word(i)) + " " + std::string(document.lemma(i)) + " " + std::string(document.pos(i)) +
           " " + std::string(document.shape(i)) + "\n";
  }
  CHECK(got ==
        "The the DET Xxx\n"
        "minister minister NOUN xxxx\n"
        "said say VERB xxxx\n"
        "“ \" PUNCT “\n"
        "they they PRON xxxx\n"
        "do do AUX xx\n"
        "n’t not PART x’x\n"
        "report report VERB xxxx\n"
        "” \" PUNCT ”\n"
        ". . PUNCT .\n"
        "He he PRON Xx\n"
        "will will AUX xxxx\n"
        "walk walk VERB xxxx\n"
        "in in ADP xx\n"
        "London london PROPN Xxxxx\n"
        ". . PUNCT .\n");
  CHECK(document.sentences.size() == 2);
}

TEST_CASE("analyse: quotations and paragraphs are ranges of tokens") {
  const auto document = analysed("The minister said: \"They will report.\"\n\nHe will not.");
  REQUIRE(document.quotations.size() == 1);
  CHECK(document.text(document.quotations[0]) == "\"They will report.\"");
  REQUIRE(document.paragraphs.size() == 2);
  CHECK(document.text(document.paragraphs[1]) == "He will not.");
}

TEST_CASE("cased_lemma: names and adjectives made from them keep their capitals") {
  struct Case {
    const char* word;
    const char* lemma;
    const char* upos;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"London", "london", "PROPN", "London"},
      {"Democrats", "democrat", "PROPN", "Democrat"},
      {"Libraries", "library", "PROPN", "Library"},
      {"NATO", "nato", "PROPN", "NATO"},
      {"Russian", "russian", "ADJ", "Russian"},
      {"GREAT", "great", "ADJ", "great"},
      {"Minister", "minister", "NOUN", "minister"},
      {"me", "i", "PRON", "I"},
      {"London", "London", "PROPN", "London"},
      {"Écoles", "école", "PROPN", "École"},
      {"Said", "say", "VERB", "say"},
      {"Sept.", "september", "PROPN", "September"},
      {"Ocean", "", "PROPN", ""},
  };
  for (const auto& c : kCases) {
    AnnotatedDocument document{.document = {.text = std::string("x ") + c.word}, .symbols = Interner()};
    for (const char* word : {"x", c.word}) document.words.push_back(document.symbols.intern(word));
    for (const char* lemma : {"x", c.lemma}) document.lemmas.push_back(document.symbols.intern(lemma));
    for (const char* upos : {"X", c.upos}) document.upos.push_back(document.symbols.intern(upos));
    CAPTURE(c.word);
    CHECK(cased_lemma(document, 1, {0, 2}) == c.want);
    if (std::string_view(c.upos) == "ADJ") CHECK(cased_lemma(document, 1, {1, 2}) == c.lemma);
  }
}

TEST_CASE("analyse: symbols are layered over the vocabulary") {
  const auto vocabulary = vocabulary_of({"minister", "say"});
  const auto document = analyser(vocabulary).analyse({.text = "Ministers said so."});
  CHECK(document.lemmas[0] == vocabulary->find("minister"));
  CHECK(document.lemmas[1] == vocabulary->find("say"));
  CHECK(static_cast<std::size_t>(document.words[0]) >= vocabulary->size());
}

TEST_CASE("analyse: what came with the document stays with it") {
  const auto document = analyser().analyse({.id = "d1", .title = "A title", .text = "They said."});
  CHECK(document.document.id == "d1");
  CHECK(document.document.title == "A title");
  CHECK(analysed("").size() == 0);
  CHECK(dump(analysed(" \n\n ")) == "");
}

TEST_CASE("analyse: the properties of an analysis hold whatever the text") {
  std::mt19937 random(7);
  constexpr const char* kPieces[] = {"The",  " ", "minister", "’s", "“",  "”", ".", "\n\n", "said", "(",   "北京",
                                     "\xFF", "-", "U.S.",     "42", "\"", "'", "…", "É",    "\t",   "n’t", "\r\n"};
  const Analyser reader = analyser();
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    const auto document = reader.analyse({.text = text});
    REQUIRE(broken_analysis(document) == "");
    bool told = true;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
      told = told && document.norm(i) == norm_of(document.word(i)) && document.shape(i) == shape_of(document.word(i)) &&
             parse_upos(document.pos(i));
    }
    CHECK(told);
  }
}

TEST_CASE("complete: what is given stays, what is missing comes") {
  const auto vocabulary = vocabulary_of({});
  Diagnostics findings;
  auto given = parse_conllu(rows("1 The _ X _ _ _ _ _ _\n2 ministers _ NOUN _ _ _ _ _ _\n\n"
                                 "1 Reports Speak _ _ _ 0 root _ _\n2 He. _ _ _ _ 1 x _ _\n\n"),
                            "x", vocabulary, findings);
  REQUIRE(given.size() == 1);
  const auto document = analyser(vocabulary).complete(std::move(given.front()));
  REQUIRE(document.sentences == std::vector<TokenRange>{{0, 2}, {2, 4}});
  CHECK(document.pos(0) == "X");
  CHECK(document.lemma(1) == "minister");
  CHECK(document.lemma(2) == "Speak");
  CHECK(document.lemma(3) == "_");
  CHECK(document.heads[3] == 2);
  CHECK(document.symbols.text(document.deprels[3]) == "x");
  CHECK(parse_upos(document.pos(3)));
  CHECK(document.norms.size() == 4);
}

}  // namespace
}  // namespace claimgraph::nlp
