#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/trace.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// What a field of a rule comes to in one match.
struct FieldValue {
  std::string text;                      // empty: absent
  std::optional<std::uint32_t> stretch;  // the labelled stretch whose feature it is; nothing of a literal
};

// What a rule did in one of the stretches that it runs over at a time.
struct WindowTrace {
  TokenRange window;
  pattern::Trace trace;
};

// One document with the labels that a rule sees in it, for trying rules and for explaining them. What extraction makes
// of the matches of several rules together is not looked at. Owns the document; holds a reference to the rules.
// Thread-compatible.
class Trial {
 public:
  // Labels `document` as extraction does: with all mention rules or, before one of them, with those that run before it.
  // Claims are labelled too, where rules speak of them and `before` is no rule that runs before they are found.
  // REQUIRES: as Extractor::extract(). `before` is nullptr or one of `rules`, no mention rule: as if nullptr.
  Trial(const rules::RuleSet& rules, nlp::AnnotatedDocument document, const rules::Rule* before = nullptr);

  const nlp::AnnotatedDocument& document() const { return document_; }
  const pattern::Layer& layer() const { return layer_; }

  // In text order.
  std::vector<pattern::Match> matches(const rules::Rule& rule) const;
  // How the matches came about, or how near the rule came: a trace for each window of its scope that shares a token
  // with `within`, or for all.
  std::vector<WindowTrace> trace(const rules::Rule& rule, std::optional<TokenRange> within = std::nullopt) const;
  // The value of the rule's field `name` in `match`: of polarity and position, with a capture `negation` counted in.
  FieldValue field(const rules::Rule& rule, const pattern::Match& match, std::string_view name) const;

 private:
  nlp::AnnotatedDocument document_;
  pattern::Layer layer_;
};

}  // namespace claimgraph::extract
