#include <optional>
#include <string>
#include <utility>

#include "pattern/where_run.h"

namespace claimgraph::pattern {

std::optional<TracedRefusal> WhereRun::refusal(const Condition& condition, const Match& match) {
  TracedRefusal out{.condition = condition.written, .tests = {}};
  std::uint32_t at = condition.entry;
  while (at != condition.exit && at < Requirement::kFails) {
    const Requirement& now = program_.requirements[at];
    TracedTest test{.test = program_.tests[at], .holds = judge(now, match), .absent = {}, .values = {}};
    for (const std::uint32_t number : {now.right, now.left}) {
      if (!took_part(match.captures[number])) test.absent = program_.captures[number];
    }
    if (test.absent.empty()) trace_values(now, *match.captures[now.left], *match.captures[now.right], test);
    at = now.next[test.holds ? 1 : 0];
    out.tests.push_back(std::move(test));
  }
  if (at == condition.exit) return std::nullopt;
  return out;
}

void WhereRun::trace_values(const Requirement& requirement, TokenRange left, TokenRange right, TracedTest& out) const {
  switch (requirement.kind) {
    case Requirement::Kind::tested: out.head = head(left); break;
    case Requirement::Kind::distance: out.values = {std::to_string(distance(left, right))}; break;
    case Requirement::Kind::tokens: out.values = {std::to_string(left.size())}; break;
    case Requirement::Kind::compared:
      for (const auto& found : {value(requirement.left_value, left), value(requirement.right_value, right)}) {
        out.values.emplace_back(found.value_or(std::string_view()));
      }
      break;
    case Requirement::Kind::agree:
      if (const auto differ = disagreement(left, right)) {
        out.values = {std::string(differ->first), std::string(differ->second)};
      }
      break;
    case Requirement::Kind::present:
    case Requirement::Kind::before:
    case Requirement::Kind::within:
    case Requirement::Kind::overlaps:
    case Requirement::Kind::same_sentence:
    case Requirement::Kind::same_paragraph:
    case Requirement::Kind::same_quotation:
    case Requirement::Kind::same_words: break;
  }
}

}  // namespace claimgraph::pattern
