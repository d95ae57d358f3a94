#include "pattern/where_translate.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "pattern/check_builder.h"
#include "pattern/conditions.h"
#include "pattern/literals.h"
#include "pattern/number.h"
#include "pattern/ud.h"

namespace claimgraph::pattern {
namespace {

// Requirements with jumps, made from the last test to the first: each knows where it goes on.
class WhereTranslator {
 public:
  WhereTranslator(const SourceView& source, const Scheme& scheme, Interner& vocabulary, Program& program,
                  Diagnostics& out)
      : source_(source),
        scheme_(scheme),
        vocabulary_(vocabulary),
        out_(out),
        program_(program),
        conditions_(scheme, vocabulary, out),
        checks_(program.checks) {}

  bool run(const ast::Where& where) {
    const std::uint32_t entry = add(where, {program_.where, Requirement::kFails});
    if (failed_) return false;
    program_.conditions.push_back({.written = ast::dump(where), .entry = entry, .exit = program_.where});
    program_.where = entry;
    return true;
  }

 private:
  struct Goal {
    std::uint32_t holds;
    std::uint32_t fails;
  };

  void fault(std::uint32_t at, std::string message, std::string hint) {
    failed_ = true;
    out_.error(error_at(
        source_, {.code = ErrorCode::invalid, .message = std::move(message), .at = at, .hint = std::move(hint)}));
  }

  std::uint32_t put(Requirement requirement, Goal goal) {
    requirement.next[0] = goal.fails;
    requirement.next[1] = goal.holds;
    program_.requirements.push_back(requirement);
    program_.tests.push_back(ast::dump(*leaf_));
    return static_cast<std::uint32_t>(program_.requirements.size() - 1);
  }

  std::uint32_t capture(const ast::Name& name) {
    const auto& known = program_.captures;
    const auto found = std::find(known.begin(), known.end(), name.text);
    if (found != known.end()) return static_cast<std::uint32_t>(found - known.begin());
    fault(name.at, fmt::format("the pattern has no capture '{}'", name.text),
          either(did_you_mean(name.text, known), known.empty() ? "it has none" : "it has " + listed(known)));
    return 0;
  }

  std::uint32_t add(const ast::Where& where, Goal goal) {
    leaf_ = &where;  // put() comes before the next one, if it is a leaf
    return std::visit([&](const auto& form) { return add(form, goal); }, where.form);
  }
  std::uint32_t add(const ast::WhereNot& negation, Goal goal) { return add(*negation.part, {goal.fails, goal.holds}); }
  std::uint32_t add(const ast::WhereAll& all, Goal goal) {
    std::uint32_t entry = goal.holds;
    for (auto part = all.parts.rbegin(); part != all.parts.rend(); ++part) entry = add(*part, {entry, goal.fails});
    return entry;
  }
  std::uint32_t add(const ast::WhereAny& any, Goal goal) {
    std::uint32_t entry = goal.fails;
    for (auto part = any.parts.rbegin(); part != any.parts.rend(); ++part) entry = add(*part, {goal.holds, entry});
    return entry;
  }
  std::uint32_t add(const ast::Present& present, Goal goal) {
    return put({.kind = Requirement::Kind::present, .left = capture(present.capture)}, goal);
  }
  std::uint32_t add(const ast::Tested& tested, Goal goal) {
    const std::uint32_t left = capture(tested.capture);
    const auto condition = conditions_.of_token(source_, tested.test);
    failed_ = failed_ || !condition;
    return put(
        {.kind = Requirement::Kind::tested, .left = left, .check = condition ? checks_.add(*condition) : Check::kFails},
        goal);
  }
  std::uint32_t add(const ast::Ordered& ordered, Goal goal) {
    std::uint32_t left = capture(ordered.left), right = capture(ordered.right);
    if (ordered.order == ast::Order::after) std::swap(left, right);
    const auto kind = ordered.order == ast::Order::within     ? Requirement::Kind::within
                      : ordered.order == ast::Order::overlaps ? Requirement::Kind::overlaps
                                                              : Requirement::Kind::before;
    return put({.kind = kind, .left = left, .right = right}, goal);
  }
  std::uint32_t add(const ast::Related& related, Goal goal) {
    const auto kind =
        static_cast<Requirement::Kind>(static_cast<int>(Requirement::Kind::agree) + static_cast<int>(related.relation));
    return put({.kind = kind, .left = capture(related.left), .right = capture(related.right)}, goal);
  }
  std::uint32_t add(const ast::Measured& measured, Goal goal) {
    const auto number = parse_number(measured.number.text);
    if (!number) {
      fault(measured.number.at,
            fmt::format("'{}' is compared with '{}', not with a number", spelling(measured.measure),
                        measured.number.text),
            "it counts tokens, as in distance(source, cue) <= 5");
    }
    const bool distance = measured.measure == ast::Measure::distance;
    return put({.kind = distance ? Requirement::Kind::distance : Requirement::Kind::tokens,
                .left = capture(measured.captures.front()),
                .right = capture(measured.captures.back()),
                .comparison = measured.comparison,
                .number = number.value_or(0)},
               goal);
  }
  std::uint32_t add(const ast::Compared& compared, Goal goal) {
    const std::uint32_t left = capture(compared.left.capture), right = capture(compared.right.capture);
    return put({.kind = Requirement::Kind::compared,
                .left = left,
                .right = right,
                .comparison = compared.comparison,
                .left_value = value(compared.left, compared.comparison),
                .right_value = value(compared.right, compared.comparison)},
               goal);
  }

  ValueOf value(const ast::Reference& reference, ast::Comparison comparison) {
    const std::string& name = reference.field.text;
    if (name == "feats") return morphological(reference, comparison);
    if (!reference.feature.empty()) {
      fault(reference.field.at, fmt::format("'{}' has no features", name), "only feats has, as in source.feats.Number");
      return {};
    }
    for (std::size_t i = 0; i < checked::kFieldCount; ++i) {
      const auto field = static_cast<checked::Field>(i);
      if (name_of(field) != name) continue;
      if (is_order(comparison)) no_order(reference);
      return {.kind = ValueOf::Kind::field, .field = field};
    }
    std::set<std::string> known;
    for (const auto& [label, features] : scheme_.labels) known.insert(features.begin(), features.end());
    if (known.contains(name)) return {.kind = ValueOf::Kind::feature, .name = vocabulary_.intern(name)};
    std::vector<std::string> all(known.begin(), known.end());
    for (std::size_t i = 0; i < checked::kFieldCount; ++i) all.emplace_back(name_of(static_cast<checked::Field>(i)));
    fault(reference.field.at, fmt::format("'{}' is neither a field of a token nor a feature of a label", name),
          either(did_you_mean(name, all), "known ones: " + listed(all)));
    return {};
  }

  ValueOf morphological(const ast::Reference& reference, ast::Comparison comparison) {
    const auto& known = known_features();
    if (reference.feature.empty()) {
      fault(reference.field.at, "'feats' holds many features: one has to be named", "as in source.feats.Number");
    } else if (std::find(known.begin(), known.end(), reference.feature) == known.end()) {
      fault(reference.field.at, fmt::format("unknown morphological feature '{}'", reference.feature),
            either(did_you_mean(reference.feature, known), "see universaldependencies.org/u/feat"));
    }
    if (is_order(comparison)) no_order(reference);
    return {.kind = ValueOf::Kind::morphological, .name = vocabulary_.intern(reference.feature)};
  }

  void no_order(const ast::Reference& reference) {
    fault(reference.field.at, fmt::format("'{}' is no number and has no order", reference.field.text),
          "compare it with = or !=");
  }

  const SourceView& source_;
  const Scheme& scheme_;
  Interner& vocabulary_;
  Diagnostics& out_;
  Program& program_;
  ConditionChecker conditions_;
  CheckBuilder checks_;
  const ast::Where* leaf_ = nullptr;  // the test that is being added
  bool failed_ = false;
};

}  // namespace

bool add_where(const SourceView& source, const ast::Where& where, const Scheme& scheme, Interner& vocabulary,
               Program& program, Diagnostics& out) {
  return WhereTranslator(source, scheme, vocabulary, program, out).run(where);
}

}  // namespace claimgraph::pattern
