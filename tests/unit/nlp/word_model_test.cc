#include "claimgraph/nlp/word_model.h"

#include <string>

#include <doctest/doctest.h>

#include "support/temp_folder.h"
#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

constexpr const char* kWords = "form\tupos\tlemma\tcount\nsaid\tVERB\tsay\t3\n";

// What load() says of a file, with "<folder>" for where it lies; nullptr: no such file.
std::string error_of(const char* words) {
  const test::TempFolder folder;
  if (words != nullptr) folder.write("words.tsv", words);
  const auto model = WordModel::load(folder.path() / "words.tsv");
  std::string out = model ? "" : dump(model.error());
  const std::string path = folder.path().string();
  for (std::size_t at = 0; (at = out.find(path, at)) != std::string::npos;) out.replace(at, path.size(), "<folder>");
  return out;
}

TEST_CASE("load: a missing file and a bad line, with their place") {
  struct Case {
    const char* words;
    const char* want;
  };
  constexpr const char* kBadWord =
      "error: a line of the word model has not 4 columns that end in a count (make it again with "
      "tools/make-word-model)";
  const std::string second = std::string("<folder>/words.tsv:2: ") + kBadWord;
  const std::string third = std::string("<folder>/words.tsv:3: ") + kBadWord;
  const Case cases[] = {
      {kWords, ""},
      {"", ""},
      {nullptr, "error: cannot read the word model '<folder>/words.tsv' (is the models folder complete?)"},
      {"header\nsaid\tVERB\t3\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\tmany\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\t-1\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\t3x\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\t4294967296\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\t3\t\n", second.c_str()},
      {"header\nsaid\tVERB\tsay\t3\nsaid\tverb\tsay\t3\n", third.c_str()},
      {"header\nsaid\tVERB\tsay\t3\n\n", third.c_str()},
  };
  for (const auto& c : cases) {
    CAPTURE(c.words);
    CHECK(error_of(c.words) == c.want);
  }
}

TEST_CASE("parse_upos is the inverse of name_of") {
  for (std::size_t i = 0; i < kUposCount; ++i) {
    const auto upos = static_cast<Upos>(i);
    CHECK(parse_upos(name_of(upos)) == upos);
  }
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

}  // namespace
}  // namespace claimgraph::nlp
