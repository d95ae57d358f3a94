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

WordModel model_of(std::string_view words, std::string_view transitions) {
  const test::TempFolder folder;
  folder.write("words.tsv", table("form\tupos\tlemma\tcount", words));
  folder.write("transitions.tsv", table("upos\tnext\tcount", transitions));
  auto model = WordModel::load(folder.path());
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
      "grumpily ADV grumpily 1\nsadly ADV sadly 2\nhoping VERB hope 1\nwalking VERB walk 2\nkindness NOUN kindness 1\n",
      "$ DET 300\n$ PRON 100\n$ PROPN 100\nDET NOUN 400\nDET ADJ 60\nADJ NOUN 60\nNOUN VERB 200\nNOUN AUX 90\n"
      "PRON VERB 90\nPRON AUX 60\nPROPN VERB 90\nPROPN PROPN 90\nAUX VERB 90\nAUX PART 40\nPART VERB 90\n"
      "VERB DET 150\nVERB ADP 60\nVERB ADV 30\nVERB PUNCT 90\nVERB NOUN 60\nVERB PROPN 60\nADP PROPN 60\nADP DET "
      "60\nADV PUNCT 30\n"
      "NOUN PUNCT 150\nPROPN PUNCT 60\nPUNCT $ 300\n");
}

}  // namespace claimgraph::nlp
