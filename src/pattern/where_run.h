#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/trace.h"
#include "pattern/check_view.h"
#include "pattern/program.h"

namespace claimgraph::pattern {

// Tokens between the two; 0 where they touch or overlap.
std::uint32_t distance(TokenRange left, TokenRange right);
bool took_part(const std::optional<TokenRange>& capture);

// Judges matches by the conditions on their captures. Holds references to its arguments.
class WhereRun {
 public:
  WhereRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks)
      : program_(program), document_(document), layer_(layer), checks_(checks) {}

  // O(conditions times tokens of the captures).
  bool holds(const Match& match);
  // Nothing when `match` meets the condition; else the tests that decided, with what they looked at.
  std::optional<TracedRefusal> refusal(const Condition& condition, const Match& match);

 private:
  bool judge(const Requirement& requirement, const Match& match);
  bool holds(const Requirement& requirement, TokenRange left, TokenRange right);
  // The word of a capture that all others of it hang below: the first whose head lies outside of it; without a parse
  // the last.
  std::uint32_t head(TokenRange tokens) const;
  std::optional<std::string_view> value(const ValueOf& of, TokenRange tokens) const;
  std::optional<std::string_view> morphological(std::string_view name, std::uint32_t token) const;
  // What is known of a capture, by its labels or its head's features, in the words of the latter.
  std::string_view known(std::string_view label_feature, std::string_view feature, TokenRange tokens) const;
  bool compares(const Requirement& requirement, TokenRange left, TokenRange right) const;
  // The features in which two captures are known to differ, or nothing: their values.
  std::optional<std::pair<std::string_view, std::string_view>> disagreement(TokenRange left, TokenRange right) const;
  bool same_words(TokenRange left, TokenRange right) const;
  // where_trace.cc: what a test that has both captures compares.
  void trace_values(const Requirement& requirement, TokenRange left, TokenRange right, TracedTest& out) const;

  const Program& program_;
  const nlp::AnnotatedDocument& document_;
  const Layer& layer_;
  CheckView checks_;
};

}  // namespace claimgraph::pattern
