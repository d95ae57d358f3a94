#include <array>

#include <fmt/format.h>

#include "pattern/where_ast.h"

namespace claimgraph::pattern::ast {
namespace {

// How tightly a form binds; a part that binds less than its place wants is put in brackets.
enum class Binding { any, all, one };

std::string show(const Where& where, Binding wanted);

std::string show(const Reference& reference) {
  return fmt::format("{}.{}{}{}", reference.capture.text, reference.field.text, reference.feature.empty() ? "" : ".",
                     reference.feature);
}

std::string join(const std::vector<Where>& parts, std::string_view between, Binding wanted) {
  std::string out = show(parts.front(), wanted);
  for (std::size_t i = 1; i < parts.size(); ++i) out += std::string(between) + show(parts[i], wanted);
  return out;
}

struct ShowWhere {
  std::string operator()(const Present& present) const { return present.capture.text; }
  std::string operator()(const Tested& tested) const { return tested.capture.text + dump(tested.test); }
  std::string operator()(const Ordered& ordered) const {
    return fmt::format("{} {} {}", ordered.left.text, spelling(ordered.order), ordered.right.text);
  }
  std::string operator()(const Related& related) const {
    return fmt::format("{}({}, {})", spelling(related.relation), related.left.text, related.right.text);
  }
  std::string operator()(const Measured& measured) const {
    std::string captures = measured.captures.front().text;
    if (measured.captures.size() > 1) captures += ", " + measured.captures.back().text;
    return fmt::format("{}({}) {} {}", spelling(measured.measure), captures, spelling(measured.comparison),
                       measured.number.text);
  }
  std::string operator()(const Compared& compared) const {
    return fmt::format("{} {} {}", show(compared.left), spelling(compared.comparison), show(compared.right));
  }
  std::string operator()(const WhereNot& negation) const { return "not " + show(*negation.part, Binding::one); }
  std::string operator()(const WhereAll& all) const { return join(all.parts, " and ", Binding::one); }
  std::string operator()(const WhereAny& any) const { return join(any.parts, " or ", Binding::all); }
};

std::string show(const Where& where, Binding wanted) {
  const Binding binding = std::holds_alternative<WhereAny>(where.form)   ? Binding::any
                          : std::holds_alternative<WhereAll>(where.form) ? Binding::all
                                                                         : Binding::one;
  std::string out = std::visit(ShowWhere{}, where.form);
  return binding < wanted ? "(" + out + ")" : out;
}

}  // namespace

std::string_view spelling(Order order) {
  constexpr std::array<std::string_view, 4> kSpellings = {"before", "after", "within", "overlaps"};
  return kSpellings[static_cast<std::size_t>(order)];
}

std::string_view spelling(Relation relation) {
  constexpr std::array<std::string_view, 5> kSpellings = {"agree", "same_sentence", "same_paragraph", "same_quotation",
                                                          "same_words"};
  return kSpellings[static_cast<std::size_t>(relation)];
}

std::string_view spelling(Measure measure) { return measure == Measure::distance ? "distance" : "tokens"; }

std::string dump(const Where& where) { return show(where, Binding::any); }

}  // namespace claimgraph::pattern::ast
