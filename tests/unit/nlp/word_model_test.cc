#include "claimgraph/nlp/word_model.h"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "support/temp_folder.h"
#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

constexpr const char* kWords = "form\tupos\tlemma\tcount\nsaid\tVERB\tsay\t3\n";
constexpr const char* kTransitions = "upos\tnext\tcount\n$\tVERB\t1\n";

// What load() says of the two files, with "<folder>" for where they lie; nullptr: no such file.
std::string error_of(const char* words, const char* transitions) {
  const test::TempFolder folder;
  if (words != nullptr) folder.write("words.tsv", words);
  if (transitions != nullptr) folder.write("transitions.tsv", transitions);
  const auto model = WordModel::load(folder.path());
  std::string out = model ? "" : dump(model.error());
  const std::string path = folder.path().string();
  for (std::size_t at = 0; (at = out.find(path, at)) != std::string::npos;) out.replace(at, path.size(), "<folder>");
  return out;
}

TEST_CASE("load: a missing file and a bad line, with their place") {
  struct Case {
    const char* words;
    const char* transitions;
    const char* want;
  };
  constexpr const char* kBadWord =
      "error: a line of the word model has not 4 columns that end in a count (make it again with "
      "tools/make-word-model)";
  constexpr const char* kBadPair =
      "<folder>/transitions.tsv:2: error: a line of the word model has not 3 columns that end in a count (make it "
      "again with tools/make-word-model)";
  const std::string second = std::string("<folder>/words.tsv:2: ") + kBadWord;
  const std::string third = std::string("<folder>/words.tsv:3: ") + kBadWord;
  const Case cases[] = {
      {kWords, kTransitions, ""},
      {"", "", ""},
      {nullptr, kTransitions,
       "error: cannot read the word model '<folder>/words.tsv' (is the models folder complete?)"},
      {kWords, nullptr,
       "error: cannot read the word model '<folder>/transitions.tsv' (is the models folder complete?)"},
      {"header\nsaid\tVERB\t3\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\tmany\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\t-1\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\t3x\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\t4294967296\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\t3\t\n", kTransitions, second.c_str()},
      {"header\nsaid\tVERB\tsay\t3\nsaid\tverb\tsay\t3\n", kTransitions, third.c_str()},
      {"header\nsaid\tVERB\tsay\t3\n\n", kTransitions, third.c_str()},
      {kWords, "header\nNOUN\tNOUN\n", kBadPair},
      {kWords, "header\nNOUN\tNAME\t2\n", kBadPair},
  };
  for (const auto& c : cases) {
    CAPTURE(c.words);
    CAPTURE(c.transitions);
    CHECK(error_of(c.words, c.transitions) == c.want);
  }
}

TEST_CASE("parse_upos is the inverse of name_of") {
  for (std::size_t i = 0; i < kUposCount; ++i) {
    const auto upos = static_cast<Upos>(i);
    CHECK(parse_upos(name_of(upos)) == upos);
  }
  CHECK(name_of(Upos::edge) == "^");
  CHECK(!parse_upos("noun"));
  CHECK(!parse_upos(""));
}

TEST_CASE("readings: as written, in the order of the file") {
  const WordModel model = tiny_model();
  const auto report = model.readings("report");
  REQUIRE(report.size() == 2);
  CHECK(report[0].upos == Upos::NOUN);
  CHECK(report[0].count == 30);
  CHECK(report[1].upos == Upos::VERB);
  CHECK(model.lemma(model.readings("said")[0]) == "say");
  CHECK(model.readings("Report").empty());
  CHECK(model.readings("minister's").empty());
  CHECK(model.is_lemma("say", Upos::VERB));
  CHECK(!model.is_lemma("say", Upos::NOUN));
  CHECK(!model.is_lemma("said", Upos::VERB));
}

TEST_CASE("probabilities sum to one, also for what was never met") {
  const WordModel tiny = tiny_model(), empty;
  for (const WordModel* model : {&tiny, &empty}) {
    for (std::size_t from = 0; from < kUposCount; ++from) {
      double sum = 0;
      for (std::size_t to = 0; to < kUposCount; ++to) {
        sum += std::exp(model->log_transition(static_cast<Upos>(from), static_cast<Upos>(to)));
      }
      CHECK(sum == doctest::Approx(1));
    }
    for (const char* word : {"", "x", "sternly", "walking", "北京"}) {
      double sum = 0;
      for (const double share : model->log_given_ending(word)) sum += std::exp(share);
      CAPTURE(word);
      CHECK(sum == doctest::Approx(1));
    }
  }
}

TEST_CASE("log_given_ending: rare words tell what unknown words are like") {
  const auto of = [model = tiny_model()](const char* word, Upos upos) {
    return model.log_given_ending(word)[static_cast<std::size_t>(upos)];
  };
  CHECK(of("sternly", Upos::ADV) > of("sternly", Upos::VERB));
  CHECK(of("talking", Upos::VERB) > of("talking", Upos::ADV));
  // "said" was met too often to say anything of unknown words that end so.
  CHECK(of("plaid", Upos::VERB) < of("talking", Upos::VERB));
}

}  // namespace
}  // namespace claimgraph::nlp
