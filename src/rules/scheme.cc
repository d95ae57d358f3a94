#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "rules/capture_names.h"
#include "rules/check.h"

namespace claimgraph::rules {
namespace {

// Labels that exist without any rule, with their features.
const std::map<std::string, std::vector<std::string>> kBuiltIn = {
    {"Quotation", {}},
    {"Headline", {}},
    {"Turn", {}},
    {"Given", {"name", "type"}},
    {"Recognised", {"kind"}},
    {"Claim", {"certainty", "polarity"}},
    {"Claim.source", {"certainty", "polarity"}},
    {"Claim.cue", {"certainty", "polarity"}},
    {"Claim.content", {"certainty", "polarity"}},
};

// Names met so far, and where.
class Register {
 public:
  Register(std::string_view what, Diagnostics& out) : what_(what), out_(out) {}

  void add(const std::string& name, const SourcePos& where) {
    const auto [first, added] = places_.emplace(name, where);
    if (added) return;
    out_.error({.code = ErrorCode::invalid,
                .message = fmt::format("a {} '{}' exists already", what_, name),
                .where = where,
                .hint = fmt::format("first at {}", dump(first->second))});
  }

 private:
  std::string_view what_;
  Diagnostics& out_;
  std::map<std::string, SourcePos> places_;
};

void add_feature(std::vector<std::string>& features, const std::string& name) {
  if (std::find(features.begin(), features.end(), name) == features.end()) features.push_back(name);
}

const ParsedField* label_of(const ParsedRule& rule) {
  if (rule.emits != Emits::mention) return nullptr;
  const auto at = std::find_if(rule.fields.begin(), rule.fields.end(),
                               [](const ParsedField& field) { return field.name.text == "label"; });
  return at == rule.fields.end() ? nullptr : &*at;
}

// The label of a rule and those of its captures, with the features that the rule gives.
void add_labels(std::map<std::string, std::vector<std::string>>& all, const ParsedRule& rule,
                const pattern::Scheme& scheme) {
  const ParsedField* labelling = label_of(rule);
  if (labelling == nullptr) return;
  std::vector<std::string> labels = {labelling->value.text};
  for (const auto& capture : capture_names(rule.pattern.text, rule.tree, scheme)) {
    if (capture.name != "mention") labels.push_back(labels.front() + "." + capture.name);
  }
  for (const auto& label : labels) {
    auto& features = all[label];
    for (const auto& field : rule.fields) {
      if (field.name.text != "label") add_feature(features, field.name.text);
    }
  }
}

void add_definitions(pattern::Scheme& scheme, const ParsedFile& file) {
  for (const auto& definition : file.definitions) {
    scheme.definitions.insert_or_assign(
        definition.name.text,
        pattern::Scheme::Definition{.text = definition.pattern.text, .where = definition.pattern.begin});
  }
}

void refuse_builtin(const Written& name, std::string_view what, Diagnostics& out) {
  if (!kBuiltIn.contains(name.text)) return;
  out.error({.code = ErrorCode::invalid,
             .message = fmt::format("{} cannot be called '{}': that label exists without any rule", what, name.text),
             .where = name.where,
             .hint = "choose another name"});
}

}  // namespace

bool is_of_claims(std::string_view label) { return label == "Claim" || label.starts_with("Claim."); }

void append_findings(const Diagnostics& findings, const ParsedFile& file, Diagnostics& out) {
  for (Diagnostic finding : findings.all()) {
    if (!file.imported_at.empty()) finding.error.message += ", imported at " + file.imported_at;
    if (finding.severity == Severity::error) {
      out.error(std::move(finding.error));
    } else {
      out.warning(std::move(finding.error));
    }
  }
}

void check_names(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons, Diagnostics& out) {
  Register lexicon_names("lexicon", out);
  for (const auto& lexicon : lexicons) {
    const std::string& name = lexicon.lexicon.name;
    lexicon_names.add(name, lexicon.where);
    refuse_builtin({name, lexicon.where}, "a lexicon", out);
  }
  Register definition_names("definition", out);
  Register rule_names("rule", out);
  for (const auto& file : files) {
    Register own_names("definition", out);
    Register& names = file.imported_at.empty() ? definition_names : own_names;
    for (const auto& definition : file.definitions) names.add(definition.name.text, definition.name.where);
    for (const auto& rule : file.rules) {
      rule_names.add(file.prefix + "/" + rule.name.text, rule.name.where);
      if (const ParsedField* label = label_of(rule)) refuse_builtin(label->value, "the label of a rule", out);
    }
  }
}

pattern::Scheme make_scheme(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons,
                            const Taxonomy& taxonomy) {
  pattern::Scheme scheme;
  scheme.labels = kBuiltIn;
  for (const auto& loaded : lexicons) {
    auto& features = scheme.labels[loaded.lexicon.name];
    features = loaded.lexicon.columns;
    add_feature(features, "term");
  }
  for (const auto& file : files) {
    if (file.imported_at.empty()) add_definitions(scheme, file);
  }
  for (const auto& file : files) {
    const auto own = scheme_of_file(scheme, file);
    for (const auto& rule : file.rules) add_labels(scheme.labels, rule, own);
  }
  taxonomy.add_to(scheme);
  return scheme;
}

pattern::Scheme scheme_of_file(const pattern::Scheme& scheme, const ParsedFile& file) {
  pattern::Scheme out = scheme;
  if (!file.imported_at.empty()) add_definitions(out, file);
  return out;
}

}  // namespace claimgraph::rules
