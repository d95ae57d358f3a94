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

class RuleChecker {
 public:
  RuleChecker(const pattern::Scheme& scheme, Diagnostics& out) : features_(known_features(scheme)), out_(out) {}

  CheckedRule check(const ParsedRule& rule, const std::string& prefix) const;
  void check_literal(const std::string& text, Vocabulary vocabulary, const SourcePos& where,
                     std::string_view via) const;

 private:
  void check_label(const Written& label) const;
  void check_field(const CheckedField& checked, const FieldSpec* spec) const;

  std::vector<std::string> features_;
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
  } else if (std::find(features_.begin(), features_.end(), value.feature) == features_.end()) {
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("no label has a feature '{}'", value.feature),
                .where = checked.where,
                .hint = suggest(value.feature, features_)});
  }
}

CheckedRule RuleChecker::check(const ParsedRule& rule, const std::string& prefix) const {
  CheckedRule out{.name = prefix + "/" + rule.name.text,
                  .where = rule.name.where,
                  .emits = rule.emits,
                  .emit_where = rule.emit_where,
                  .scope = rule.scope,
                  .priority = rule.priority,
                  .confidence = rule.confidence,
                  .pattern = rule.pattern,
                  .tree = rule.tree,
                  .examples = rule.examples};
  const EmitSpec& spec = emit_spec(rule.emits);
  for (const auto& field : rule.fields) {
    if (rule.emits == Emits::mention && field.name.text == "label") {
      check_label(field.value);
      out.label = field.value.text;
      continue;
    }
    out.fields.push_back({.field = {field.name.text, parse_value(field.value.text)}, .where = field.value.where});
    check_field(out.fields.back(), find_field(spec, field.name.text));
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
                                     const pattern::Scheme& scheme, Diagnostics& out) {
  const RuleChecker checker(scheme, out);
  std::vector<CheckedRule> rules;
  for (const auto& file : files) {
    for (const auto& rule : file.rules) rules.push_back(checker.check(rule, file.prefix));
  }
  for (const auto& use : find_uses(rules)) {
    for (const auto& lexicon : lexicons) check_cells(lexicon, use, checker);
    for (const auto& rule : rules) check_mentions(rule, use, checker);
  }
  return rules;
}

}  // namespace claimgraph::rules
