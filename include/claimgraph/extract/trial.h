#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/trace.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// A discard or scope rule that has a hand in what another one finds, and the words by which.
struct Intervention {
  const rules::Rule* rule = nullptr;
  TokenRange words;
};

// What a field of a rule comes to in one match.
struct FieldValue {
  std::string text;                      // empty: absent
  std::optional<std::uint32_t> stretch;  // the labelled stretch whose feature it is; nothing of a literal
  std::optional<Intervention> scope;     // that turned it round, or made it less certain
};

// What a rule did in one of the stretches that it runs over at a time.
struct WindowTrace {
  TokenRange window;
  pattern::Trace trace;
};

struct TrialOptions {
  // Only labels of rules that run before this one, of the rule set; nullptr: all labels.
  const rules::Rule* before = nullptr;
  // What extraction judges attributions by, which decides what is labelled as a claim; may be nullptr, as there.
  const AttributionModel* model = nullptr;
};

// One document with the labels that a rule sees in it, for trying rules and for explaining them. Discards and scopes
// count; what extraction makes of the matches of several rules together does not. Owns the document; holds a reference
// to the rules. Thread-compatible.
class Trial {
 public:
  // Labels `document` as extraction with that model does. Claims are labelled too, where rules speak of them and
  // `before` is no rule that runs before they are found. REQUIRES: as Extractor::extract().
  Trial(const rules::RuleSet& rules, nlp::AnnotatedDocument document, const TrialOptions& options = {});
  Trial(Trial&&) noexcept;
  Trial& operator=(Trial&&) noexcept;
  ~Trial();

  const nlp::AnnotatedDocument& document() const { return document_; }
  const pattern::Layer& layer() const { return layer_; }

  // In text order, those that are left out too.
  std::vector<pattern::Match> matches(const rules::Rule& rule) const;
  // Why extraction leaves out that match: a discard rule, or a scope in which a stance is too uncertain. Nothing when
  // it does not.
  std::optional<Intervention> left_out(const rules::Rule& rule, const pattern::Match& match) const;
  // How the matches came about, or how near the rule came: a trace for each window of its scope that shares a token
  // with `within`, or for all.
  std::vector<WindowTrace> trace(const rules::Rule& rule, std::optional<TokenRange> within = std::nullopt) const;
  // The value of the rule's field `name` in `match`: of polarity, position and certainty of a claim or stance with a
  // capture `negation` and scopes counted in.
  FieldValue field(const rules::Rule& rule, const pattern::Match& match, std::string_view name) const;

 private:
  struct Others;

  nlp::AnnotatedDocument document_;
  pattern::Layer layer_;
  std::unique_ptr<const Others> others_;  // the discards and scopes
};

}  // namespace claimgraph::extract
