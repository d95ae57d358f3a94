#include "pattern/conditions.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "pattern/contradiction.h"
#include "pattern/literals.h"
#include "pattern/number.h"
#include "pattern/ud.h"

namespace claimgraph::pattern {
namespace {

using ast::Expr;
using ast::Literal;
using checked::Condition;
using checked::Field;

std::optional<Field> parse_field(std::string_view name) {
  for (std::size_t i = 0; i < checked::kFieldCount; ++i) {
    if (checked::name_of(static_cast<Field>(i)) == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

Condition negated_if(bool negated, Condition condition) {
  if (!negated) return condition;
  return {checked::Not{std::make_unique<Condition>(std::move(condition))}};
}

// One condition of one source: of a token or, where `label` is set, of the features of a stretch.
class Check {
 public:
  Check(const Scheme& scheme, Interner& vocabulary, Diagnostics& out, const SourceView& source,
        const ast::Name* label = nullptr)
      : scheme_(scheme), vocabulary_(vocabulary), out_(out), source_(source), label_(label) {}

  std::optional<Condition> run(const Expr& expr) {
    return std::visit([&](const auto& form) { return check(form); }, expr.form);
  }

  bool known_label(const ast::Name& label) {
    if (scheme_.labels.count(label.text) != 0) return true;
    std::vector<std::string> known;
    for (const auto& [name, features] : scheme_.labels) known.push_back(name);
    const std::string all = known.empty() ? "no labels are known here" : "known labels: " + listed(known);
    fault(label.at, fmt::format("unknown label '{}'", label.text), either(did_you_mean(label.text, known), all));
    return false;
  }

 private:
  std::nullopt_t fault(std::uint32_t at, std::string message, std::string hint) {
    out_.error(error_at(
        source_, {.code = ErrorCode::invalid, .message = std::move(message), .at = at, .hint = std::move(hint)}));
    return std::nullopt;
  }

  std::optional<Condition> check(const ast::Not& negation) {
    auto part = run(*negation.part);
    if (!part) return std::nullopt;
    return negated_if(true, std::move(*part));
  }
  std::optional<Condition> check(const ast::All& all) {
    auto parts = each(all.parts);
    if (!parts) return std::nullopt;
    Facts facts(vocabulary_);
    for (std::size_t i = 0; i < parts->size(); ++i) {
      if (facts.add((*parts)[i])) continue;
      return fault(all.parts[i].at, "nothing can pass both this test and those before it",
                   "put '|' between what may be either, or remove one");
    }
    return Condition{checked::All{std::move(*parts)}};
  }
  std::optional<Condition> check(const ast::Any& any) {
    auto parts = each(any.parts);
    if (!parts) return std::nullopt;
    return Condition{checked::Any{std::move(*parts)}};
  }
  std::optional<std::vector<Condition>> each(const std::vector<Expr>& exprs) {
    std::vector<Condition> parts;
    for (const auto& expr : exprs) {
      if (auto part = run(expr)) parts.push_back(std::move(*part));
    }
    if (parts.size() != exprs.size()) return std::nullopt;
    return parts;
  }

  std::optional<Condition> check(const ast::Test& test) {
    if (test.features && (label_ != nullptr || test.name.text != "in" || test.feature)) {
      return fault(test.features->at, "features can only be tested of a label",
                   "as in in=cues[sign=oppose] or @cues[sign=oppose]");
    }
    const bool feature = label_ != nullptr || (test.feature && test.name.text != "feats");
    if (test.comparison && is_order(*test.comparison) && !feature && test.name.text != "len") return no_order(test);
    if (test.name.text == "feats" && label_ == nullptr) return of_feats(test);
    if (test.feature) return label_ == nullptr ? of_label(test) : nested_feature(test);
    if (label_ != nullptr) return of_feature(*label_, test.name, test);
    if (test.name.text == "quoted") return of_quoted(test);
    if (test.name.text == "in") return of_inside(test);
    if (test.name.text == "name") return of_name(test);
    if (test.name.text == "side") return of_side(test);
    if (test.name.text == "len") return of_length(test);
    return of_field(test);
  }

  std::nullopt_t nested_feature(const ast::Test& test) {
    return fault(test.name.at, fmt::format("the label is named already: '{}.' cannot stand here", test.name.text),
                 fmt::format("write {}", test.feature->text));
  }

  std::optional<Condition> of_field(const ast::Test& test) {
    const auto field = parse_field(test.name.text);
    if (!field) return unknown_field(test);
    if (!test.comparison) {
      return fault(test.name.at, fmt::format("'{}' is compared with nothing", test.name.text),
                   fmt::format("as in {}=…", test.name.text));
    }
    auto condition = LiteralChecker(vocabulary_, out_, source_).field(*field, test.values);
    if (!condition) return std::nullopt;
    return negated_if(*test.comparison == ast::Comparison::unequal, std::move(*condition));
  }

  std::nullopt_t unknown_field(const ast::Test& test) {
    static const std::vector<std::string> kFields = {"word",   "norm", "lemma", "shape", "upos", "xpos",  "feats",
                                                     "deprel", "name", "side",  "len",   "in",   "quoted"};
    std::string hint = either(did_you_mean(test.name.text, kFields), "known fields: " + listed(kFields));
    if (!test.comparison) hint = fmt::format("to compare the word itself, write norm={}", test.name.text);
    return fault(test.name.at, fmt::format("unknown field '{}'", test.name.text), std::move(hint));
  }

  std::optional<Condition> of_quoted(const ast::Test& test) {
    if (!test.comparison) return Condition{checked::Quoted{}};
    return fault(test.values.front().at, "'quoted' cannot be compared with a value", "write quoted or !quoted");
  }

  std::optional<Condition> of_side(const ast::Test& test) {
    const bool one = test.comparison && test.values.size() == 1 && !is_regex(test.values.front());
    const std::string side = one ? test.values.front().text : "";
    if (side != "left" && side != "right") {
      return fault(test.comparison ? test.values.front().at : test.name.at, "'side' is left or right of the head",
                   "write side=left or side=right");
    }
    return negated_if(*test.comparison == ast::Comparison::unequal, {checked::OnSide{side == "right"}});
  }

  std::nullopt_t no_order(const ast::Test& test) {
    return fault(test.name.at, fmt::format("'{}' is no number and has no order", test.name.text),
                 "<, <=, > and >= compare len, the number of a word's characters, and features that are numbers");
  }

  // The number that a test compares with.
  std::optional<double> number(const ast::Test& test) {
    const auto& first = test.values.front();
    const auto number = is_regex(first) ? std::nullopt : parse_number(first.text);
    if (number && !test.set) return number;
    return fault(first.at, fmt::format("'{}' is compared with one number", test.name.text), "as in len > 3");
  }

  std::optional<Condition> of_length(const ast::Test& test) {
    if (!test.comparison) return fault(test.name.at, "'len' is compared with nothing", "as in len > 3");
    const auto written = number(test);
    if (!written) return std::nullopt;
    constexpr double kMost = 1000;
    if (*written != std::floor(*written) || *written < 0 || *written > kMost) {
      return fault(test.values.front().at,
                   fmt::format("'{}' is no number of characters from 0 to 1000", test.values.front().text),
                   "as in len > 3");
    }
    const auto characters = static_cast<std::uint32_t>(*written);
    using Comparison = ast::Comparison;
    checked::Length length;
    const Comparison comparison = *test.comparison;
    if (comparison == Comparison::less && characters == 0) {
      return fault(test.values.front().at, "no word has fewer than 0 characters", "remove the test");
    }
    if (comparison != Comparison::less && comparison != Comparison::at_most) length.min = characters;
    if (comparison == Comparison::more) ++length.min;
    if (comparison != Comparison::more && comparison != Comparison::at_least) length.max = characters;
    if (comparison == Comparison::less) --length.max;
    if (comparison == Comparison::less || comparison == Comparison::at_most) length.min = 0;
    return negated_if(comparison == Comparison::unequal, {length});
  }

  std::optional<Condition> of_name(const ast::Test& test) {
    static const std::vector<std::string> kTypes = {"PER", "ORG", "LOC", "MISC"};
    if (!test.comparison) return Condition{checked::Named{}};
    checked::Named named;
    for (const auto& value : test.values) {
      if (is_regex(value) || std::find(kTypes.begin(), kTypes.end(), value.text) == kTypes.end()) {
        return fault(value.at, fmt::format("unknown type of name '{}'", value.text),
                     either(did_you_mean(value.text, kTypes), "known ones: " + listed(kTypes)));
      }
      named.types.push_back(vocabulary_.intern(value.text));
    }
    sort(named.types);
    return negated_if(*test.comparison == ast::Comparison::unequal, {std::move(named)});
  }

  // feats.Feature op value
  std::optional<Condition> of_feats(const ast::Test& test) {
    if (!test.feature) {
      return fault(test.name.at, "'feats' holds many features: one has to be named", "as in feats.Mood=Ind");
    }
    const auto& known = known_features();
    const std::string& name = test.feature->text;
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return fault(test.feature->at, fmt::format("unknown morphological feature '{}'", name),
                   either(did_you_mean(name, known), "see universaldependencies.org/u/feat"));
    }
    for (const auto& value : test.values) {
      if (is_regex(value)) {
        return fault(value.at, "a morphological feature cannot be compared with a regular expression",
                     "write a set of values, as in feats.Tense={Past, Pres}");
      }
    }
    const std::string value = test.comparison ? alternatives_of(test.values) : "[^|]*";
    Condition condition{
        checked::FieldMatches{Field::feats, regex_of(fmt::format("(?:.*\\|)?{}=(?:{})(?:\\|.*)?", name, value))}};
    return negated_if(test.comparison == ast::Comparison::unequal, std::move(condition));
  }

  std::optional<Condition> of_inside(const ast::Test& test) {
    if (!test.comparison) return fault(test.name.at, "'in' is compared with nothing", "as in in=cues");
    checked::Inside inside;
    bool good = true;
    for (const auto& value : test.values) {
      const ast::Name label{.text = value.text, .at = value.at};
      if (is_regex(value)) {
        good = false;
        fault(value.at, "a label cannot be a regular expression", "write a set of labels, as in in={cues, hedges}");
      } else if (!known_label(label)) {
        good = false;
      } else {
        inside.labels.push_back(vocabulary_.intern(value.text));
      }
    }
    if (!good) return std::nullopt;
    sort(inside.labels);
    if (test.features && !add_features(test, inside)) return std::nullopt;
    return negated_if(*test.comparison == ast::Comparison::unequal, {std::move(inside)});
  }

  bool add_features(const ast::Test& test, checked::Inside& inside) {
    if (test.values.size() != 1) {
      fault(test.features->at, "features cannot be tested of several labels at once",
            "write one test a label and put '|' between them");
      return false;
    }
    const ast::Name label{.text = test.values.front().text, .at = test.values.front().at};
    auto features = Check(scheme_, vocabulary_, out_, source_, &label).run(*test.features);
    if (!features) return false;
    inside.features = std::make_unique<Condition>(std::move(*features));
    return true;
  }

  // label.feature op value
  std::optional<Condition> of_label(const ast::Test& test) {
    if (!known_label(test.name)) return std::nullopt;
    auto condition = of_feature(test.name, *test.feature, test);
    if (!condition) return std::nullopt;
    checked::Inside inside{.labels = {vocabulary_.intern(test.name.text)},
                           .features = std::make_unique<Condition>(std::move(*condition))};
    return Condition{std::move(inside)};
  }

  std::optional<Condition> of_feature(const ast::Name& label, const ast::Name& feature, const ast::Test& test) {
    const auto& known = scheme_.labels.at(label.text);
    if (std::find(known.begin(), known.end(), feature.text) == known.end()) {
      const std::string all = known.empty() ? "it has no features" : "it has " + listed(known);
      return fault(feature.at, fmt::format("label '{}' has no feature '{}'", label.text, feature.text),
                   either(did_you_mean(feature.text, known), all));
    }
    const Symbol name = vocabulary_.intern(feature.text);
    if (!test.comparison) return Condition{checked::FeaturePresent{name}};
    if (is_order(*test.comparison)) {
      const auto than = number(test);
      if (!than) return std::nullopt;
      return Condition{checked::FeatureCompared{name, *test.comparison, *than}};
    }
    auto condition = LiteralChecker(vocabulary_, out_, source_).feature(name, test.values);
    if (!condition) return std::nullopt;
    return negated_if(*test.comparison == ast::Comparison::unequal, std::move(*condition));
  }

  const Scheme& scheme_;
  Interner& vocabulary_;
  Diagnostics& out_;
  const SourceView& source_;
  const ast::Name* label_;
};

}  // namespace

std::optional<Condition> ConditionChecker::of_token(const SourceView& source, const Expr& expr) {
  return Check(scheme_, vocabulary_, out_, source).run(expr);
}

std::optional<Condition> ConditionChecker::of_relation(const SourceView& source,
                                                       const std::vector<Literal>& relations) {
  return LiteralChecker(vocabulary_, out_, source).field(Field::deprel, relations);
}

std::optional<Condition> ConditionChecker::of_norm(const SourceView& source, const Literal& literal) {
  return LiteralChecker(vocabulary_, out_, source).field(Field::norm, {literal});
}

std::optional<Condition> ConditionChecker::of_features(const SourceView& source, const Expr& expr,
                                                       const ast::Name& label) {
  return Check(scheme_, vocabulary_, out_, source, &label).run(expr);
}

bool ConditionChecker::known_label(const SourceView& source, const ast::Name& label) {
  return Check(scheme_, vocabulary_, out_, source).known_label(label);
}

}  // namespace claimgraph::pattern
