#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/candidates.h"
#include "extract/judge.h"
#include "extract/matches.h"
#include "extract/training/cue_rates.h"
#include "extract/training/gold.h"
#include "extract/training/logistic.h"

namespace claimgraph::extract::training {

// An article whose attributions are known, with what the rules propose for it.
struct Article {
  nlp::AnnotatedDocument document;
  pattern::Layer layer;
  Candidates candidates;
  std::vector<AttributionTokens> gold;
  CueRates::Counts rates;

  // Of the candidates of rules that are learned about; see make_examples().
  std::vector<std::uint32_t> numbers;  // of candidates.sourced
  std::vector<Example> examples;
  std::vector<Example> second;  // what the first scores tell of each; see make_second_examples()
  std::vector<bool> tells;      // whether the example is to be learned from
};

// Runs the rules over an analysed document. `gold` are bytes of its text.
Article read_article(const rules::RuleSet& rules, nlp::AnnotatedDocument document,
                     const std::vector<AttributionSpans>& gold, RuleRunner& runner);

// The feature of the rate of the cue's lemma, beside those of CandidateFeatures.
inline constexpr const char* kRateFeature = "cue.rate";

// Fills in the examples of all articles, for the rules that `judge` knows. An example should be 1 when the candidate is
// right and has the annotated words, less when it is right, 0 when it is not. Those within what somebody is annotated
// to have said tell nothing. Returns the names of the features by their number, leaving out those that occur in fewer
// than `least` examples.
std::vector<std::string> make_examples(std::vector<Article>& articles, const Judge& judge, const CueRates& rates,
                                       std::size_t least);

// Fills in the second examples of all articles from the scores that their candidates have, which ought to be of a model
// that has not seen the article. Returns the names of their features by number.
std::vector<std::string> make_second_examples(std::vector<Article>& articles);

}  // namespace claimgraph::extract::training
