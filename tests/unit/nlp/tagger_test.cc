#include "nlp/tagger.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/nlp/lexicon.h"
#include "tiny_model.h"

namespace claimgraph::nlp {
namespace {

std::string tagged(const std::string& sentence, const WordModel& model) {
  std::vector<std::string> words, norms;
  for (std::size_t begin = 0; begin < sentence.size();) {
    const std::size_t end = std::min(sentence.find(' ', begin), sentence.size());
    words.push_back(sentence.substr(begin, end - begin));
    norms.push_back(norm_of(words.back()));
    begin = end + 1;
  }
  std::vector<WordView> views;
  for (std::size_t i = 0; i < words.size(); ++i) views.push_back({.word = words[i], .norm = norms[i]});
  std::string out;
  for (const Upos upos : tag_sentence(views, model)) out += (out.empty() ? "" : " ") + std::string(name_of(upos));
  return out;
}

TEST_CASE("tag_sentence: the most probable parts of speech") {
  struct Case {
    const char* sentence;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"", ""},
      // one form, two parts of speech
      {"The report said .", "DET NOUN VERB PUNCT"},
      {"They report the report .", "PRON VERB DET NOUN PUNCT"},
      {"he reports reports .", "PRON VERB NOUN PUNCT"},
      // a capital tells a name inside a sentence, and little where it opens one
      {"May said he may report .", "PROPN VERB PRON AUX VERB PUNCT"},
      {"He may report .", "PRON AUX VERB PUNCT"},
      {"the minister said Orlova reports .", "DET NOUN VERB PROPN VERB PUNCT"},
      {"\" The minister will report .", "PUNCT DET NOUN AUX VERB PUNCT"},
      // in a headline capitals tell nothing
      {"THE MINISTER WILL REPORT", "DET NOUN AUX VERB"},
      // words the model has not
      {"The minister said sternly .", "DET NOUN VERB ADV PUNCT"},
      {"Zyx said .", "PROPN VERB PUNCT"},
      // what has no letters
      {"42 , % -- 1,000", "NUM PUNCT SYM PUNCT NUM"},
      {"€", "SYM"},
  };
  const WordModel model = tiny_model();
  for (const auto& c : kCases) {
    CAPTURE(c.sentence);
    CHECK(tagged(c.sentence, model) == c.want);
  }
}

TEST_CASE("tag_sentence: a model without words still tells names, numbers and marks") {
  CHECK(tagged("he met Anna Orlova on 3 May .", WordModel()).find("PROPN PROPN") != std::string::npos);
  CHECK(tagged("3 .", WordModel()) == "NUM PUNCT");
}

TEST_CASE("tag_sentence: a sentence of 20000 tokens") {
  std::string sentence;
  for (int i = 0; i < 5000; ++i) sentence += "the minister will report ";
  const std::string tags = tagged(sentence, tiny_model());
  CHECK(tags.starts_with("DET NOUN AUX VERB DET NOUN AUX VERB"));
  CHECK(tags.ends_with("DET NOUN AUX VERB"));
}

}  // namespace
}  // namespace claimgraph::nlp
