#include "claimgraph/nlp/analyser.h"

#include <memory>
#include <random>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/nlp/morphology.h"
#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

std::shared_ptr<const Interner> vocabulary_of(std::initializer_list<const char*> words) {
  auto out = std::make_shared<Interner>();
  for (const char* word : words) out->intern(word);
  return out;
}

Analyser analyser(std::shared_ptr<const Interner> vocabulary = vocabulary_of({})) {
  return Analyser(std::make_shared<const WordModel>(tiny_model()), std::move(vocabulary));
}

AnnotatedDocument analysed(std::string text) { return analyser().analyse({.text = std::move(text)}); }

TEST_CASE("analyse: words, lemmas, parts of speech and shapes of a short text") {
  CHECK(dump(analysed("The minister said “they don’t report”. He will walk in London.")) ==
        "0\tThe\tthe\tDET\tXxx\n"
        "1\tminister\tminister\tNOUN\txxxx\n"
        "2\tsaid\tsay\tVERB\txxxx\n"
        "3\t“\t\"\tPUNCT\t“\n"
        "4\tthey\tthey\tPRON\txxxx\n"
        "5\tdo\tdo\tAUX\txx\n"
        "6\tn’t\tnot\tPART\tx’x\n"
        "7\treport\treport\tVERB\txxxx\n"
        "8\t”\t\"\tPUNCT\t”\n"
        "9\t.\t.\tPUNCT\t.\n"
        "\n"
        "10\tHe\the\tPRON\tXx\n"
        "11\twill\twill\tAUX\txxxx\n"
        "12\twalk\twalk\tVERB\txxxx\n"
        "13\tin\tin\tADP\txx\n"
        "14\tLondon\tlondon\tPROPN\tXxxxx\n"
        "15\t.\t.\tPUNCT\t.\n"
        "\n");
}

TEST_CASE("analyse: quotations and paragraphs are ranges of tokens") {
  const auto document = analysed("The minister said: \"They will report.\"\n\nHe will not.");
  REQUIRE(document.quotations.size() == 1);
  CHECK(document.text(document.quotations[0]) == "\"They will report.\"");
  REQUIRE(document.paragraphs.size() == 2);
  CHECK(document.text(document.paragraphs[1]) == "He will not.");
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

// Whatever the text: an array a property with size() places, and symbols that say what the header promises.
TEST_CASE("analyse: every array has size() places") {
  std::mt19937 random(7);
  constexpr const char* kPieces[] = {"The",  " ", "minister", "’s", "“",  "”", ".", "\n\n", "said", "(",   "北京",
                                     "\xFF", "-", "U.S.",     "42", "\"", "'", "…", "É",    "\t",   "n’t", "\r\n"};
  const Analyser reader = analyser();
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    const auto document = reader.analyse({.text = text});
    REQUIRE(document.words.size() == document.size());
    REQUIRE(document.norms.size() == document.size());
    REQUIRE(document.lemmas.size() == document.size());
    REQUIRE(document.shapes.size() == document.size());
    REQUIRE(document.upos.size() == document.size());
    bool told = true;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
      told = told && document.norm(i) == norm_of(document.word(i)) && document.shape(i) == shape_of(document.word(i)) &&
             document.text({i, i + 1}) == document.word(i) && parse_upos(document.pos(i)) &&
             document.pos(i) != name_of(Upos::edge) && !document.lemma(i).empty();
    }
    CHECK(told);
  }
}

}  // namespace
}  // namespace claimgraph::nlp
