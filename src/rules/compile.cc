#include "rules/compile.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rules/emit_table.h"
#include "rules/examples.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

// Compiles the definitions and rules of one file.
class RuleCompiler {
 public:
  // `shared` are the definitions that every file sees.
  RuleCompiler(const ParsedFile& file, std::span<const PatternText* const> shared, const pattern::Scheme& scheme,
               Interner& vocabulary, Diagnostics& out)
      : scheme_(scheme), vocabulary_(vocabulary), out_(out), definitions_(shared.begin(), shared.end()) {
    for (const auto& definition : file.definitions) definitions_.push_back(&definition.pattern);
  }

  std::optional<pattern::Pattern> compile(const PatternText& text, bool tree = false);
  std::optional<Rule> compile(const CheckedRule& rule);
  void check(const ParsedDefinition& definition);

 private:
  void require(pattern::Pattern& pattern, const PatternText& condition);
  void report(Diagnostic finding, const PatternText& text);
  void check_captures(const CheckedRule& rule, const pattern::Pattern& pattern);
  void check_labels(const CheckedRule& rule, const pattern::Pattern& pattern);

  const pattern::Scheme& scheme_;
  Interner& vocabulary_;
  Diagnostics& out_;
  std::vector<const PatternText*> definitions_;  // live in the parsed files
  std::set<std::string> reported_;
};

// Puts the place of a finding where it is in the file: what was counted in `text` or in a definition.
void RuleCompiler::report(Diagnostic finding, const PatternText& text) {
  auto& where = finding.error.where;
  const PatternText* counted = where && text.holds(*where) ? &text : nullptr;
  for (const PatternText* definition : definitions_) {
    if (where && counted == nullptr && definition->holds(*where)) counted = definition;
  }
  if (counted != nullptr) where = counted->in_file(*where);
  if (!reported_.insert(dump(finding)).second) return;
  if (finding.severity == Severity::error) {
    out_.error(std::move(finding.error));
  } else {
    out_.warning(std::move(finding.error));
  }
}

std::optional<pattern::Pattern> RuleCompiler::compile(const PatternText& text, bool tree) {
  Diagnostics findings;
  auto pattern = tree ? pattern::Pattern::compile_tree(text.text, text.begin, scheme_, vocabulary_, findings)
                      : pattern::Pattern::compile(text.text, text.begin, scheme_, vocabulary_, findings);
  for (const auto& finding : findings.all()) report(finding, text);
  return pattern;
}

void RuleCompiler::check(const ParsedDefinition& definition) {
  const PatternText& text = definition.pattern;
  Diagnostics findings;
  pattern::check_definition(text.text, text.begin, scheme_, vocabulary_, findings);
  for (const auto& finding : findings.all()) report(finding, text);
}

void RuleCompiler::require(pattern::Pattern& pattern, const PatternText& condition) {
  Diagnostics findings;
  pattern.require(condition.text, condition.begin, scheme_, vocabulary_, findings);
  for (const auto& finding : findings.all()) report(finding, condition);
}

void RuleCompiler::check_captures(const CheckedRule& rule, const pattern::Pattern& pattern) {
  const EmitSpec& spec = emit_spec(rule.emits);
  for (const auto& capture : spec.captures) {
    const bool given = std::any_of(rule.fields.begin(), rule.fields.end(),
                                   [&](const auto& checked) { return checked.field.name == capture.or_field; });
    if (capture.optional || pattern.capture(capture.name) || given) continue;
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("the pattern of rule '{}' has no capture '{}', which {} needs", rule.name,
                                       capture.name, spec.noun),
                .where = rule.pattern.where,
                .hint = fmt::format(
                    fmt::runtime(rule.tree ? "write {0} = ...{1}" : "write (?<{0}> ...){1}"), capture.name,
                    capture.or_field.empty() ? "" : fmt::format(" or give '{}' under 'emit'", capture.or_field))});
  }
  for (const auto& [field, where] : rule.fields) {
    if (field.value.capture.empty() || pattern.capture(field.value.capture)) continue;
    const std::string likely = suggest(field.value.capture, pattern.captures());
    const std::string_view form =
        rule.tree ? "write {} = ..." : "write (?<{}> ...) around the words that have the feature";
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("the pattern of rule '{}' has no capture '{}'", rule.name, field.value.capture),
                .where = where,
                .hint = likely.empty() ? fmt::format(fmt::runtime(form), field.value.capture) : likely});
  }
}

// What is said of claims is known once they are found.
void RuleCompiler::check_labels(const CheckedRule& rule, const pattern::Pattern& pattern) {
  if (rule.emits == Emits::stance) return;
  for (const Symbol label : pattern.labels()) {
    const std::string_view name = vocabulary_.text(label);
    if (!is_of_claims(name)) continue;
    out_.error(
        {.code = ErrorCode::invalid,
         .message = fmt::format("rule '{}' runs before claims are found, and cannot speak of '{}'", rule.name, name),
         .where = rule.pattern.where,
         .hint = "only rules that emit stances can"});
  }
}

std::optional<Rule> RuleCompiler::compile(const CheckedRule& rule) {
  auto pattern = compile(rule.pattern, rule.tree);
  if (!pattern) return std::nullopt;
  check_captures(rule, *pattern);
  for (const auto& condition : rule.conditions) require(*pattern, condition);
  check_labels(rule, *pattern);
  check_examples(rule, *pattern, out_);
  for (const auto* labels : {&rule.when.inside, &rule.when.outside}) {
    for (const auto& label : *labels) vocabulary_.intern(label);
  }
  Rule out{.name = rule.name,
           .where = rule.where,
           .emits = rule.emits,
           .scope = rule.scope,
           .priority = rule.priority,
           .confidence = rule.confidence,
           .weight = rule.weight,
           .overlap = rule.overlap,
           .when = rule.when,
           .label = rule.label,
           .labels_above = rule.labels_above,
           .of = rule.of,
           .pattern = std::move(*pattern),
           .text = rule.pattern.text,
           .tree = rule.tree,
           .examples = rule.examples};
  for (const auto& checked : rule.fields) out.fields.push_back(checked.field);
  return out;
}

}  // namespace

std::vector<Rule> compile_rules(std::span<const CheckedRule> rules, std::span<const ParsedFile> files,
                                const pattern::Scheme& scheme, Interner& vocabulary, Diagnostics& out) {
  std::vector<const PatternText*> shared;
  for (const auto& file : files) {
    if (!file.imported_at.empty()) continue;
    for (const auto& definition : file.definitions) shared.push_back(&definition.pattern);
  }
  std::vector<Rule> compiled;
  std::set<std::string> reported;
  for (const auto& file : files) {
    Diagnostics findings;
    const auto own = scheme_of_file(scheme, file);
    RuleCompiler compiler(file, shared, own, vocabulary, findings);
    for (const auto& definition : file.definitions) compiler.check(definition);
    for (const auto& rule : rules) {
      if (rule.file != &file) continue;
      if (auto ready = compiler.compile(rule)) compiled.push_back(std::move(*ready));
    }
    Diagnostics once;
    for (const auto& finding : findings.all()) {
      if (!reported.insert(dump(finding) + file.imported_at).second) continue;
      finding.severity == Severity::error ? once.error(finding.error) : once.warning(finding.error);
    }
    append_findings(once, file, out);
  }
  return compiled;
}

}  // namespace claimgraph::rules
