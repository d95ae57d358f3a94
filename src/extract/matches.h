#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/base/span.h"
#include "claimgraph/extract/extractor.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/dispatch.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/discards.h"

namespace claimgraph::extract {

// A rule's match with the names of its captures at hand. Views of the rule and the match; for use within one call.
struct RuleMatchView {
  const rules::Rule& rule;
  const pattern::Match& match;

  std::optional<TokenRange> capture(std::string_view name) const;
  // The capture of that name, else the whole match.
  TokenRange capture_or_all(std::string_view name) const { return capture(name).value_or(match.tokens); }
  // What discards and scopes look at: what a mention labels, else the cue.
  TokenRange telling() const { return capture_or_all(rule.emits == rules::Emits::mention ? "mention" : "cue"); }
};

// The text of a rule's field: its literal, or the value of the feature in the widest (then first) stretch within the
// capture that has the feature. Empty when there is neither. Lives as long as the rule and the document.
std::string_view field_text(const RuleMatchView& found, std::string_view field, const nlp::AnnotatedDocument& document,
                            const pattern::Layer& layer);

// Runs rules over the windows that their scope and conditions ask for. Thread-compatible.
class RuleRunner {
 public:
  // Forgets what was discarded in the document before, and finds where in `document` which of `rules` may match; both
  // outlive the runs. Without it every rule is tried everywhere.
  void begin_document(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document);
  Discards& discards() { return discards_; }

  // Calls `take` for every match of `rule` that no discard rule leaves out, in text order: none of what is discarded
  // has a token of its cue or, of a mention, of what is labelled; of a match without a cue, any token. `take` may add
  // to `layer`: it is called after the matching.
  void run(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
           const std::function<void(const RuleMatchView&)>& take);
  // As Extractor::measure_into().
  void measure_into(const rules::RuleSet& rules, std::vector<RuleWork>& work);

 private:
  void find(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer);

  const rules::RuleSet* dispatched_ = nullptr;  // what candidates_ is for
  pattern::Candidates candidates_;
  const rules::RuleSet* rules_ = nullptr;  // what is measured; outlives the runner, as does the next
  std::vector<RuleWork>* work_ = nullptr;
  pattern::Matcher matcher_;
  std::vector<pattern::Match> matches_;
  std::vector<TokenRange> windows_;
  Discards discards_;
};

}  // namespace claimgraph::extract
