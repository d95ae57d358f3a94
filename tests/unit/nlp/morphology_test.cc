#include "claimgraph/nlp/morphology.h"

#include <doctest/doctest.h>

#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

TEST_CASE("shape_of: classes of code points, runs cut to four") {
  struct Case {
    const char* word;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"", ""},
      {"a", "x"},
      {"Ann", "Xxx"},
      {"minister", "xxxx"},
      {"Minister", "Xxxxx"},
      {"NATO", "XXXX"},
      {"UNESCO", "XXXX"},
      {"U.S.", "X.X."},
      {"2025", "dddd"},
      {"123456", "dddd"},
      {"12,345", "dd,ddd"},
      {"$4m", "$dx"},
      {"n't", "x'x"},
      {"----------", "----"},
      {"Élan", "Xxxx"},
      {"Žižek", "Xxxxx"},
      {"北京", "xx"},
      {"٣", "d"},
      {"don’t", "xxx’x"},
      {"McCain", "XxXxxx"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.word);
    CHECK(shape_of(c.word) == c.want);
  }
}

TEST_CASE("lemma_of: the rules of English inflection for words that nobody knows") {
  struct Case {
    const char* norm;
    Upos upos;
    const char* want;
  };
  constexpr Case kCases[] = {
      // regular
      {"treaties", Upos::NOUN, "treaty"},
      {"treaty", Upos::NOUN, "treaty"},
      {"speeches", Upos::NOUN, "speech"},
      {"taxes", Upos::NOUN, "tax"},
      {"losses", Upos::NOUN, "loss"},
      {"claims", Upos::NOUN, "claim"},
      {"claims", Upos::VERB, "claim"},
      {"warned", Upos::VERB, "warn"},
      {"warning", Upos::VERB, "warn"},
      {"denied", Upos::VERB, "deny"},
      {"denies", Upos::VERB, "deny"},
      {"denying", Upos::VERB, "deny"},
      {"clashes", Upos::VERB, "clash"},
      // a doubled consonant
      {"stopped", Upos::VERB, "stop"},
      {"begging", Upos::VERB, "beg"},
      {"admitting", Upos::VERB, "admit"},
      // an e that comes back
      {"argued", Upos::VERB, "argue"},
      {"proposing", Upos::VERB, "propose"},
      {"alleged", Upos::VERB, "allege"},
      {"settled", Upos::VERB, "settle"},
      {"announcing", Upos::VERB, "announce"},
      {"stated", Upos::VERB, "state"},
      {"believed", Upos::VERB, "believe"},
      // not an inflection
      {"bus", Upos::NOUN, "bus"},
      {"crisis", Upos::PROPN, "crisis"},
      {"congress", Upos::NOUN, "congress"},
      {"is", Upos::VERB, "is"},
      {"red", Upos::VERB, "red"},
      {"quickly", Upos::ADV, "quickly"},
      {"sooner", Upos::ADJ, "sooner"},
      {"their", Upos::PRON, "their"},
      {"", Upos::NOUN, ""},
      {"5,000", Upos::NUM, "5000"},
      {"1,000,000.5", Upos::NUM, "1000000.5"},
      {"five", Upos::NUM, "five"},
      {",5", Upos::NUM, ",5"},
  };
  const WordModel model;
  const Interner vocabulary;
  for (const auto& c : kCases) {
    CAPTURE(c.norm);
    CAPTURE(name_of(c.upos));
    CHECK(lemma_of(c.norm, c.upos, model, vocabulary) == c.want);
  }
}

TEST_CASE("lemma_of: the model before the vocabulary, the vocabulary before the rules") {
  const WordModel model = model_of(
      "saw VERB see 20\nsaw NOUN saw 2\nleaves NOUN leaf 3\nleaves NOUN leave 5\nhope VERB hope 9\nhop VERB hop 2\n"
      "London PROPN London 4\n");
  Interner vocabulary;
  for (const char* word : {"canoe", "canno", "tinge", "big"}) vocabulary.intern(word);
  struct Case {
    const char* norm;
    Upos upos;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"saw", Upos::VERB, "see"},      {"saw", Upos::NOUN, "saw"},
      {"leaves", Upos::NOUN, "leave"},  // the reading met most often
      {"saw", Upos::ADJ, "saw"},        // a reading that was never met
      {"hoping", Upos::VERB, "hope"},   // "hop" would be the rule's
      {"hopped", Upos::VERB, "hop"},   {"London", Upos::PROPN, "london"},
      {"canoed", Upos::VERB, "canoe"}, {"tinged", Upos::VERB, "tinge"},
      {"bigger", Upos::ADJ, "big"},    {"smaller", Upos::ADJ, "smaller"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.norm);
    CAPTURE(name_of(c.upos));
    CHECK(lemma_of(c.norm, c.upos, model, vocabulary) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::nlp
