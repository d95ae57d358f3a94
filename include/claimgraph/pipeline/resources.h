#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"
#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/analyser.h"
#include "claimgraph/rules/rule_set.h"
#include "claimgraph/text/document.h"

namespace claimgraph::pipeline {

// What every document is read with: the rules and the models. Immutable, thread-safe.
struct Resources {
  // shared_ptr: the threads of a run and their analysers share them.
  std::shared_ptr<const rules::RuleSet> rules;
  std::shared_ptr<const nlp::Analyser> analyser;
  std::shared_ptr<const extract::AttributionModel> attribution;  // nullptr when the folder of the model holds none
  std::string
      fingerprint;  // 16 hexadecimal digits; changes with any byte of the rules or the model, and with the program
};

// Loads the rules below `rules` and the models in the folder `model`. What is wrong in rule files goes to `out`.
Result<Resources> load_resources(const std::filesystem::path& rules, const std::filesystem::path& model,
                                 Diagnostics& out);

// Likewise, with rules that are loaded already.
Result<Resources> load_resources(rules::RuleSet rules, const std::filesystem::path& model);

// The hash of everything a document's facts are made from, 32 hexadecimal digits: what build() has the store keep of a
// document. Fields are ended by a zero byte, so that none runs into the next.
std::string fingerprint_of(const text::Document& document, const Resources& resources);

}  // namespace claimgraph::pipeline
