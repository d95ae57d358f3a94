#include "tiny_model.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "support/temp_folder.h"

namespace claimgraph::nlp {
namespace {

std::string table(std::string header, std::string_view rows) {
  std::string out(rows);
  std::replace(out.begin(), out.end(), ' ', '\t');
  return header + "\n" + out;
}

}  // namespace

WordModel model_of(std::string_view words) {
  const test::TempFolder folder;
  auto model = WordModel::load(folder.write("words.tsv", table("form\tupos\tlemma\tcount", words)));
  REQUIRE_MESSAGE(model.has_value(), (model ? "" : dump(model.error())));
  return *std::move(model);
}

WordModel tiny_model() {
  return model_of(
      "the DET the 900\na DET a 500\nhe PRON he 90\nthey PRON they 90\nminister NOUN minister 40\n"
      "ministers NOUN minister 20\nreport NOUN report 30\nreport VERB report 20\nreports NOUN report 9\n"
      "reports VERB report 9\nsaid VERB say 200\nsays VERB say 90\nwill AUX will 90\nnot PART not 50\n"
      "n't PART not 40\ndo AUX do 40\nMay PROPN May 20\nmay AUX may 60\nto PART to 90\nin ADP in 90\n"
      "London PROPN London 30\nbetter ADJ good 9\nbest ADJ good 9\nsaw VERB see 20\nsaw NOUN saw 2\n"
      "grumpily ADV grumpily 1\nsadly ADV sadly 2\nhoping VERB hope 1\nwalking VERB walk 2\nkindness NOUN kindness "
      "1\n");
}

}  // namespace claimgraph::nlp
