#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "rules/check.h"

namespace claimgraph::rules {
namespace {

// Labels that exist without any rule, with their features.
const std::map<std::string, std::vector<std::string>> kBuiltIn = {{"Quotation", {}}, {"Given", {"name", "type"}}};

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

void add_label(pattern::Scheme& scheme, const ParsedRule& rule) {
  if (rule.emits != Emits::mention) return;
  for (const auto& labelling : rule.fields) {
    if (labelling.name.text != "label") continue;
    auto& features = scheme.labels[labelling.value.text];
    for (const auto& field : rule.fields) {
      if (field.name.text != "label") add_feature(features, field.name.text);
    }
  }
}

}  // namespace

void check_names(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons, Diagnostics& out) {
  Register lexicon_names("lexicon", out);
  for (const auto& lexicon : lexicons) {
    const std::string& name = lexicon.lexicon.name;
    lexicon_names.add(name, lexicon.where);
    if (!kBuiltIn.contains(name)) continue;
    out.error({.code = ErrorCode::invalid,
               .message = fmt::format("a lexicon cannot be called '{}': that label exists without any rule", name),
               .where = lexicon.where,
               .hint = "choose another name"});
  }
  Register definition_names("definition", out);
  Register rule_names("rule", out);
  for (const auto& file : files) {
    for (const auto& definition : file.definitions) definition_names.add(definition.name.text, definition.name.where);
    for (const auto& rule : file.rules) rule_names.add(file.prefix + "/" + rule.name.text, rule.name.where);
  }
}

pattern::Scheme make_scheme(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons) {
  pattern::Scheme scheme;
  scheme.labels = kBuiltIn;
  for (const auto& loaded : lexicons) {
    auto& features = scheme.labels[loaded.lexicon.name];
    features = loaded.lexicon.columns;
    add_feature(features, "term");
  }
  for (const auto& file : files) {
    for (const auto& rule : file.rules) add_label(scheme, rule);
    for (const auto& definition : file.definitions) {
      scheme.definitions.emplace(definition.name.text, pattern::Scheme::Definition{.text = definition.pattern.text,
                                                                                   .where = definition.pattern.begin});
    }
  }
  return scheme;
}

}  // namespace claimgraph::rules
