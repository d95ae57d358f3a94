#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "rules/lint.h"

namespace claimgraph::rules {
namespace {

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

void warn_of_unused(const LintView& set, Diagnostics& out) {
  std::set<std::string> used;
  std::set<std::string> used_features;
  for (const auto& rule : set.checked) {
    collect_words(rule.pattern.text, used);
    for (const auto& condition : rule.conditions) collect_words(condition.text, used);
    for (const auto* labels : {&rule.when.inside, &rule.when.outside}) used.insert(labels->begin(), labels->end());
    for (const auto& checked : rule.fields) used_features.insert(checked.field.value.feature);
  }
  for (const auto& file : set.files) {
    for (const auto& definition : file.definitions) collect_words(definition.pattern.text, used);
  }
  for (const auto& file : set.files) {
    for (const auto& family : file.taxonomy) {
      for (const auto& label : family.below) used.insert(label.text);
    }
  }
  for (const auto& [lexicon, file, where] : set.lexicons) {
    const bool by_feature = std::any_of(lexicon.columns.begin(), lexicon.columns.end(),
                                        [&](const auto& column) { return used_features.contains(column); });
    if (by_feature || used.contains(lexicon.name)) continue;
    out.warning({.message = fmt::format("lexicon '{}' is used by no pattern", lexicon.name),
                 .where = where,
                 .hint = fmt::format("write @{} where its terms may stand, or delete it", lexicon.name)});
  }
  for (const auto& file : set.files) {
    Diagnostics findings;
    for (const auto& [name, pattern] : file.definitions) {
      if (used.contains(name.text)) continue;
      findings.warning({.message = fmt::format("definition '{}' is used by no pattern", name.text),
                        .where = name.where,
                        .hint = fmt::format("write ${} where it belongs, or delete it", name.text)});
    }
    append_findings(findings, file, out);
  }
}

}  // namespace claimgraph::rules
