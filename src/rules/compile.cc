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

class RuleCompiler {
 public:
  RuleCompiler(std::span<const ParsedFile> files, const pattern::Scheme& scheme, Interner& vocabulary, Diagnostics& out)
      : scheme_(scheme), vocabulary_(vocabulary), out_(out) {
    for (const auto& file : files) {
      for (const auto& definition : file.definitions) {
        if (!definition.pattern.exact) inexact_.push_back(&definition.pattern);
      }
    }
  }

  std::optional<pattern::Pattern> compile(const PatternText& text, bool tree = false);
  std::optional<Rule> compile(const CheckedRule& rule);

 private:
  void report(Diagnostic finding, const PatternText& text);
  void check_captures(const CheckedRule& rule, const pattern::Pattern& pattern);

  const pattern::Scheme& scheme_;
  Interner& vocabulary_;
  Diagnostics& out_;
  std::vector<const PatternText*> inexact_;  // of definitions; live in the parsed files
  std::set<std::string> reported_;
};

// Whether `where` was counted from the beginning of `text`.
bool counted_from(const SourcePos& where, const PatternText& text) {
  const auto lines = static_cast<std::uint32_t>(std::count(text.text.begin(), text.text.end(), '\n'));
  return where.file == text.begin.file && where.line >= text.begin.line && where.line <= text.begin.line + lines;
}

// In a text that is not what stands in the file, only the place of its beginning is true.
void RuleCompiler::report(Diagnostic finding, const PatternText& text) {
  auto& where = finding.error.where;
  if (where && !text.exact && counted_from(*where, text)) where = text.where;
  for (const PatternText* inexact : inexact_) {
    if (where && counted_from(*where, *inexact)) where = inexact->where;
  }
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

void RuleCompiler::check_captures(const CheckedRule& rule, const pattern::Pattern& pattern) {
  const EmitSpec& spec = emit_spec(rule.emits);
  for (const auto& capture : spec.captures) {
    const bool given = std::any_of(rule.fields.begin(), rule.fields.end(),
                                   [&](const auto& checked) { return checked.field.name == capture.or_field; });
    if (pattern.capture(capture.name) || given) continue;
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("the pattern of rule '{}' has no capture '{}', which {} needs", rule.name,
                                       capture.name, rule.emits == Emits::stance ? "a stance" : "an attribution"),
                .where = rule.pattern.where,
                .hint = fmt::format(
                    fmt::runtime(rule.tree ? "write {0} = ...{1}" : "write (?<{0}> ...){1}"), capture.name,
                    capture.or_field.empty() ? "" : fmt::format(" or give '{}' under 'emit'", capture.or_field))});
  }
  for (const auto& [field, where] : rule.fields) {
    if (field.value.capture.empty() || pattern.capture(field.value.capture)) continue;
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("the pattern of rule '{}' has no capture '{}'", rule.name, field.value.capture),
                .where = where,
                .hint = suggest(field.value.capture, pattern.captures())});
  }
}

std::optional<Rule> RuleCompiler::compile(const CheckedRule& rule) {
  auto pattern = compile(rule.pattern, rule.tree);
  if (!pattern) return std::nullopt;
  check_captures(rule, *pattern);
  check_examples(rule, *pattern, out_);
  Rule out{.name = rule.name,
           .where = rule.where,
           .emits = rule.emits,
           .scope = rule.scope,
           .priority = rule.priority,
           .confidence = rule.confidence,
           .label = rule.label,
           .fields = {},
           .pattern = std::move(*pattern),
           .text = rule.pattern.text,
           .tree = rule.tree,
           .examples = rule.examples};
  for (const auto& checked : rule.fields) out.fields.push_back(checked.field);
  return out;
}

constexpr std::string_view kWordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

// All words of a pattern, hyphenated ones whole and in parts. Takes those within strings for names too: a missed
// warning costs less than a false one.
void collect_words(std::string_view text, std::set<std::string>& out) {
  for (const std::string& bytes : {std::string(kWordBytes), std::string(kWordBytes) + "-"}) {
    for (std::size_t begin = text.find_first_of(bytes); begin != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_not_of(bytes, begin), text.size());
      out.emplace(text.substr(begin, end - begin));
      begin = text.find_first_of(bytes, end);
    }
  }
}

}  // namespace

std::vector<Rule> compile_rules(std::span<const CheckedRule> rules, std::span<const ParsedFile> files,
                                const pattern::Scheme& scheme, Interner& vocabulary, Diagnostics& out) {
  RuleCompiler compiler(files, scheme, vocabulary, out);
  for (const auto& file : files) {
    for (const auto& definition : file.definitions) compiler.compile(definition.pattern);
  }
  std::vector<Rule> compiled;
  for (const auto& rule : rules) {
    if (auto ready = compiler.compile(rule)) compiled.push_back(std::move(*ready));
  }
  return compiled;
}

void warn_of_unused(std::span<const CheckedRule> rules, std::span<const ParsedFile> files,
                    std::span<const LoadedLexicon> lexicons, Diagnostics& out) {
  std::set<std::string> used;
  std::set<std::string> used_features;
  for (const auto& rule : rules) {
    collect_words(rule.pattern.text, used);
    for (const auto& checked : rule.fields) used_features.insert(checked.field.value.feature);
  }
  for (const auto& file : files) {
    for (const auto& definition : file.definitions) collect_words(definition.pattern.text, used);
  }
  for (const auto& [lexicon, file, where] : lexicons) {
    const bool by_feature = std::any_of(lexicon.columns.begin(), lexicon.columns.end(),
                                        [&](const auto& column) { return used_features.contains(column); });
    if (by_feature || used.contains(lexicon.name)) continue;
    out.warning({.message = fmt::format("lexicon '{}' is used by no pattern", lexicon.name),
                 .where = where,
                 .hint = fmt::format("write @{} where its terms may stand, or delete it", lexicon.name)});
  }
  for (const auto& file : files) {
    for (const auto& [name, pattern] : file.definitions) {
      if (used.contains(name.text)) continue;
      out.warning({.message = fmt::format("definition '{}' is used by no pattern", name.text),
                   .where = name.where,
                   .hint = fmt::format("write ${} where it belongs, or delete it", name.text)});
    }
  }
}

}  // namespace claimgraph::rules
