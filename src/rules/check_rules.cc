#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rules/check.h"
#include "rules/emit_table.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

// That the values of a feature end up in a field of a closed vocabulary.
using Use = std::pair<std::string, Vocabulary>;

std::vector<std::string> known_features(const pattern::Scheme& scheme) {
  std::set<std::string> names;
  for (const auto& [label, features] : scheme.labels) names.insert(features.begin(), features.end());
  return {names.begin(), names.end()};
}

// What there is in the whole set.
struct Known {
  std::vector<std::string> features;
  std::vector<std::string> labels;
  std::vector<std::string> targets;  // stages, labels of rules, rules and their namespaces
};

void add_with_folders(const std::string& name, std::set<std::string>& out) {
  out.insert(name);
  for (std::size_t at = name.rfind('/'); at != std::string::npos && at != 0; at = name.rfind('/', at - 1)) {
    out.insert(name.substr(0, at));
  }
}

Known known_names(std::span<const ParsedFile> files, const pattern::Scheme& scheme, const Taxonomy& taxonomy) {
  Known out{.features = known_features(scheme)};
  for (const auto& [label, features] : scheme.labels) out.labels.push_back(label);
  std::set<std::string> targets = {"attribution", "stance"};
  for (const auto& [label, where] : taxonomy.families()) targets.insert(label);
  for (const auto& file : files) {
    for (const auto& rule : file.rules) {
      add_with_folders(file.prefix + "/" + rule.name.text, targets);
      for (const auto& field : rule.fields) {
        if (rule.emits == Emits::mention && field.name.text == "label") targets.insert(field.value.text);
      }
    }
  }
  out.targets.assign(targets.begin(), targets.end());
  return out;
}

class RuleChecker {
 public:
  RuleChecker(const Known& known, const Taxonomy& taxonomy, Diagnostics& out)
      : known_(known), taxonomy_(taxonomy), out_(out) {}

  CheckedRule check(const ParsedRule& rule, const ParsedFile& file) const;
  void check_literal(const std::string& text, Vocabulary vocabulary, const SourcePos& where,
                     std::string_view via) const;

 private:
  void check_label(const Written& label) const;
  void check_field(const CheckedField& checked, const FieldSpec* spec) const;
  When check_when(const ParsedRule& rule) const;
  std::vector<std::string> check_targets(const ParsedRule& rule) const;
  void unknown(std::string message, const Written& name, std::span<const std::string> known) const;

  const Known& known_;
  const Taxonomy& taxonomy_;
  Diagnostics& out_;
};

void RuleChecker::check_literal(const std::string& text, Vocabulary vocabulary, const SourcePos& where,
                                std::string_view via) const {
  const auto wanted = spellings(vocabulary);
  if (wanted.empty() || std::find(wanted.begin(), wanted.end(), text) != wanted.end()) return;
  out_.error({.code = ErrorCode::invalid,
              .message = fmt::format("unknown {} '{}'{}", name_of(vocabulary), text, via),
              .where = where,
              .hint = suggest(text, wanted)});
}

void RuleChecker::check_label(const Written& label) const {
  if (is_identifier(label.text)) return;
  out_.error({.code = ErrorCode::invalid,
              .message = fmt::format("'{}' is no name for a label", label.text),
              .where = label.where,
              .hint = "letters, digits and '_', no digit first"});
}

void RuleChecker::check_field(const CheckedField& checked, const FieldSpec* spec) const {
  const auto& [name, value] = checked.field;
  if (value.capture.empty()) {
    if (spec != nullptr) check_literal(value.literal, spec->values, checked.where, "");
  } else if (spec != nullptr && spec->literal_only) {
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("'{}' is the feature {}.{}, where a literal is wanted", name, value.capture,
                                       value.feature),
                .where = checked.where,
                .hint = suggest("", spellings(spec->values))});
  } else if (std::find(known_.features.begin(), known_.features.end(), value.feature) == known_.features.end()) {
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("no label has a feature '{}'", value.feature),
                .where = checked.where,
                .hint = suggest(value.feature, known_.features)});
  }
}

void RuleChecker::unknown(std::string message, const Written& name, std::span<const std::string> known) const {
  out_.error({.code = ErrorCode::invalid,
              .message = std::move(message),
              .where = name.where,
              .hint = suggest(name.text, known)});
}

When RuleChecker::check_when(const ParsedRule& rule) const {
  When out{.dates = rule.when.dates, .tests = rule.when.tests};
  const auto take = [&](const std::vector<Written>& labels, std::vector<std::string>& to) {
    for (const Written& label : labels) {
      const bool known = std::find(known_.labels.begin(), known_.labels.end(), label.text) != known_.labels.end();
      if (!known) unknown(fmt::format("unknown label '{}'", label.text), label, known_.labels);
      if (is_of_claims(label.text) && rule.emits != Emits::stance) {
        unknown(fmt::format("'{}' is put after this rule has run: only stance rules see it", label.text), label, {});
      }
      to.push_back(label.text);
    }
  };
  take(rule.when.inside, out.inside);
  take(rule.when.outside, out.outside);
  return out;
}

std::vector<std::string> RuleChecker::check_targets(const ParsedRule& rule) const {
  std::vector<std::string> out;
  for (const Written& target : rule.of) {
    out.push_back(target.text);
    const bool known = std::find(known_.targets.begin(), known_.targets.end(), target.text) != known_.targets.end();
    if (known) continue;
    const auto near = suggest(target.text, known_.targets);
    out_.error(
        {.code = ErrorCode::invalid,
         .message = fmt::format("'of' names '{}', which is no stage, label, rule or namespace", target.text),
         .where = target.where,
         .hint = near.empty() ? "write attribution, stance, a label, or a rule as 'rules check' names it" : near});
  }
  return out;
}

CheckedRule RuleChecker::check(const ParsedRule& rule, const ParsedFile& file) const {
  const Overlap otherwise = rule.emits == Emits::stance ? Overlap::all : Overlap::first;
  CheckedRule out{.file = &file,
                  .name = file.prefix + "/" + rule.name.text,
                  .where = rule.name.where,
                  .emits = rule.emits,
                  .emit_where = rule.emit_where,
                  .scope = rule.scope,
                  .when = check_when(rule),
                  .priority = rule.priority,
                  .overlap = rule.overlap.value_or(otherwise),
                  .confidence = rule.confidence,
                  .weight = rule.weight,
                  .of = check_targets(rule),
                  .pattern = rule.pattern,
                  .tree = rule.tree,
                  .conditions = rule.conditions,
                  .examples = rule.examples};
  const EmitSpec& spec = emit_spec(rule.emits);
  for (const auto& field : rule.fields) {
    if (rule.emits == Emits::mention && field.name.text == "label") {
      check_label(field.value);
      out.label = field.value.text;
      out.labels_above = taxonomy_.above(out.label);
      continue;
    }
    out.fields.push_back({.field = {field.name.text, parse_value(field.value.text)}, .where = field.value.where});
    check_field(out.fields.back(), find_field(spec, field.name.text));
  }
  if (rule.emits == Emits::scope && out.fields.empty()) {
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("rule '{}' emits a scope of neither polarity nor certainty", out.name),
                .where = rule.emit_where,
                .hint = "write polarity: negative, or certainty: possible"});
  }
  return out;
}

// Which features end up where, through the features of mentions too, as often as they are handed on.
std::set<Use> find_uses(std::span<const CheckedRule> rules) {
  std::set<Use> uses;
  for (const auto& rule : rules) {
    for (const auto& [field, where] : rule.fields) {
      const FieldSpec* spec = find_field(emit_spec(rule.emits), field.name);
      const bool closed = spec != nullptr && spec->values != Vocabulary::any;
      if (closed && !field.value.capture.empty()) uses.emplace(field.value.feature, spec->values);
    }
  }
  for (std::size_t before = 0; before != uses.size();) {
    before = uses.size();
    const std::set<Use> so_far = uses;
    for (const auto& rule : rules) {
      if (rule.emits != Emits::mention) continue;
      for (const auto& [field, where] : rule.fields) {
        if (field.value.capture.empty()) continue;
        for (const auto& [feature, vocabulary] : so_far) {
          if (feature == field.name) uses.emplace(field.value.feature, vocabulary);
        }
      }
    }
  }
  return uses;
}

void check_cells(const LoadedLexicon& loaded, const Use& use, const RuleChecker& checker) {
  const auto column = loaded.lexicon.column(use.first);
  if (!column) return;
  const std::string via =
      fmt::format(" in column '{}', which rules take their {} from", use.first, name_of(use.second));
  for (const auto& entry : loaded.lexicon.entries) {
    const std::string& cell = entry.cells[*column];
    if (!cell.empty()) checker.check_literal(cell, use.second, SourcePos{loaded.file, entry.line}, via);
  }
}

void check_mentions(const CheckedRule& rule, const Use& use, const RuleChecker& checker) {
  if (rule.emits != Emits::mention) return;
  if (const auto* spec = find_field(emit_spec(rule.emits), use.first); spec != nullptr && spec->values == use.second) {
    return;  // check_field() has looked at it
  }
  const std::string via =
      fmt::format(" in feature '{}', which rules take their {} from", use.first, name_of(use.second));
  for (const auto& [field, where] : rule.fields) {
    if (field.name == use.first && field.value.capture.empty()) {
      checker.check_literal(field.value.literal, use.second, where, via);
    }
  }
}

}  // namespace

Value parse_value(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return {.literal = std::string(text)};
  const std::string_view capture = text.substr(0, dot);
  const std::string_view feature = text.substr(dot + 1);
  if (!is_identifier(capture) || !is_identifier(feature)) return {.literal = std::string(text)};
  return {.capture = std::string(capture), .feature = std::string(feature)};
}

std::vector<CheckedRule> check_rules(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons,
                                     const pattern::Scheme& scheme, const Taxonomy& taxonomy, Diagnostics& out) {
  const Known known = known_names(files, scheme, taxonomy);
  std::vector<CheckedRule> rules;
  for (const auto& file : files) {
    Diagnostics findings;
    const RuleChecker checker(known, taxonomy, findings);
    for (const auto& rule : file.rules) rules.push_back(checker.check(rule, file));
    append_findings(findings, file, out);
  }
  const RuleChecker checker(known, taxonomy, out);
  for (const auto& use : find_uses(rules)) {
    for (const auto& lexicon : lexicons) check_cells(lexicon, use, checker);
    for (const auto& rule : rules) check_mentions(rule, use, checker);
  }
  return rules;
}

}  // namespace claimgraph::rules
