#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rules/capture_names.h"
#include "rules/emit_table.h"
#include "rules/link.h"
#include "rules/lint.h"
#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

// The labels that a mention rule puts.
std::vector<std::string> put_by(const Rule& rule) {
  std::vector<std::string> out = {rule.label};
  out.insert(out.end(), rule.labels_above.begin(), rule.labels_above.end());
  for (const Part& part : rule.parts) out.push_back(part.label);
  return out;
}

class DeadFinder {
 public:
  DeadFinder(const LintView& set, Diagnostics& out) : set_(set), out_(out) {
    for (const CheckedRule& rule : set.checked) checked_.emplace(rule.name, &rule);
    for (std::size_t i = 0; i < set.rules.size(); ++i) {
      if (set.rules[i].emits != Emits::mention) continue;
      for (auto& label : put_by(set.rules[i])) first_.emplace(std::move(label), i);
    }
    for (const LoadedLexicon& loaded : set.lexicons) {
      first_.erase(loaded.lexicon.name);
      for (const auto& label : set.taxonomy.above(loaded.lexicon.name)) first_.erase(label);
    }
  }

  void run() {
    find_unread_labels();
    for (std::size_t i = 0; i < set_.rules.size(); ++i) {
      check_order(i);
      check_discard(i);
      check_captures(set_.rules[i]);
    }
    find_shadowed();
  }

 private:
  void warn(const CheckedRule& rule, const SourcePos& where, std::string message, std::string hint) {
    Diagnostics finding;
    finding.warning({.message = std::move(message), .where = where, .hint = std::move(hint)});
    append_findings(finding, *rule.file, out_);
  }
  const CheckedRule& checked(const Rule& rule) const { return *checked_.at(rule.name); }

  std::set<std::string> read_labels() const;
  void find_unread_labels();
  void check_order(std::size_t number);
  void check_discard(std::size_t number);
  void check_captures(const Rule& rule);
  void find_shadowed();

  const LintView& set_;
  Diagnostics& out_;
  std::map<std::string, const CheckedRule*> checked_;
  std::map<std::string, std::size_t> first_;  // rule that puts each label, of those that are not there before all rules
};

// What patterns, conditions and discards speak of, and what a field takes its feature from.
std::set<std::string> DeadFinder::read_labels() const {
  std::set<std::string> out = {"NP", "Definite", "Marker"};  // the extractor looks for them
  std::set<std::string> features;
  for (const Rule& rule : set_.rules) {
    for (const Symbol label : rule.pattern.labels()) out.emplace(set_.vocabulary.text(label));
    for (const auto* labels : {&rule.when.inside, &rule.when.outside, &rule.of}) {
      out.insert(labels->begin(), labels->end());
    }
    for (const Field& field : rule.fields) {
      if (!field.value.capture.empty()) features.insert(field.value.feature);
    }
  }
  for (const auto& [label, names] : set_.scheme.labels) {
    const bool read =
        std::any_of(names.begin(), names.end(), [&](const auto& name) { return features.contains(name); });
    if (read) out.insert(label);
  }
  return out;
}

void DeadFinder::find_unread_labels() {
  const auto read = read_labels();
  std::set<std::string> told;
  for (const auto& [label, where] : set_.taxonomy.families()) {
    const auto higher = set_.taxonomy.above(label);
    const bool any = read.contains(label) ||
                     std::any_of(higher.begin(), higher.end(), [&](const auto& l) { return read.contains(l); });
    if (any) continue;
    told.insert(label);
    out_.warning({.message = fmt::format("label '{}' is read by no rule", label),
                  .where = where,
                  .hint = fmt::format("write @{} where it may stand, or delete it", label)});
  }
  std::set<std::string> refers;
  for (const Rule& rule : set_.rules) {
    if (rule.emits == Emits::mention && rule.field("refers") != nullptr) refers.insert(rule.label);
  }
  for (const Rule& rule : set_.rules) {
    if (rule.emits != Emits::mention || refers.contains(rule.label)) continue;
    const auto labels = put_by(rule);
    if (std::any_of(labels.begin(), labels.end(), [&](const auto& l) { return read.contains(l); })) continue;
    if (!told.insert(rule.label).second) continue;
    const CheckedRule& written = checked(rule);
    warn(written, written.emit_where, fmt::format("label '{}' is read by no rule", rule.label),
         fmt::format("write @{} where it may stand, give the mention 'refers', or delete the rule", rule.label));
  }
}

// A mention rule that speaks of labels which only later ones put.
void DeadFinder::check_order(std::size_t number) {
  const Rule& rule = set_.rules[number];
  if (stage_of(rule.emits) != 0) return;
  for (const Symbol symbol : rule.pattern.labels()) {
    const std::string label(set_.vocabulary.text(symbol));
    const auto at = first_.find(label);
    if (at == first_.end() || at->second < number) continue;  // else a lexicon, or there without any rule
    const Rule& first = set_.rules[at->second];
    const CheckedRule& written = checked(rule);
    warn(written, written.pattern.where,
         fmt::format("no rule before '{}' puts the label '{}', of which it speaks", rule.name, label),
         first.name == rule.name
             ? "a rule does not see what it puts itself"
             : fmt::format("'{}' does, with priority {}: give this one a higher number", first.name, first.priority));
  }
}

// A discard that runs when all it is for has been labelled, or that is for nothing.
void DeadFinder::check_discard(std::size_t number) {
  const Rule& rule = set_.rules[number];
  if (rule.emits != Emits::discard && rule.emits != Emits::scope) return;
  std::string last;
  for (std::size_t i = 0; i < set_.rules.size(); ++i) {
    const Rule& other = set_.rules[i];
    const auto& by = rule.emits == Emits::discard ? other.limited_by : other.scoped_by;
    if (std::find(by.begin(), by.end(), static_cast<std::uint32_t>(number)) == by.end()) continue;
    if (other.emits != Emits::mention || i > number) return;
    last = other.name;
  }
  const CheckedRule& written = checked(rule);
  warn(written, written.emit_where,
       last.empty() ? fmt::format("rule '{}' is for nothing: there are no such rules", rule.name)
                    : fmt::format("rule '{}' runs behind all rules that it is for", rule.name),
       last.empty() ? "name what it is for under 'of'" : fmt::format("give it a lower priority than '{}'", last));
}

void DeadFinder::check_captures(const Rule& rule) {
  const CheckedRule& written = checked(rule);
  const EmitSpec& spec = emit_spec(rule.emits);
  std::optional<pattern::Scheme> own;
  if (!written.file->imported_at.empty()) own = scheme_of_file(set_.scheme, *written.file);
  const auto names = capture_names(written.pattern.text, written.tree, own ? *own : set_.scheme);
  std::vector<std::string> known;
  for (const CaptureSpec& capture : spec.captures) known.emplace_back(capture.name);
  std::set<std::string> read(known.begin(), known.end());
  for (const Field& field : rule.fields) read.insert(field.value.capture);
  for (const Part& part : rule.parts) read.insert(rule.pattern.captures()[part.capture]);
  for (std::size_t i = 0; i < rule.pattern.captures().size(); ++i) {
    if (rule.pattern.is_required(i)) read.insert(rule.pattern.captures()[i]);
  }
  for (const auto& capture : names) {
    // A definition may serve rules that read other captures of it.
    const bool here = written.pattern.text.find(capture.name) != std::string::npos;
    if (capture.condition || !here || read.contains(capture.name)) continue;
    read.insert(capture.name);
    const auto near = suggest(capture.name, known);
    // An argument that may be missing widens the match, and so a stance's evidence.
    if (written.tree && !near.starts_with("did")) continue;
    warn(written, written.pattern.where,
         fmt::format("capture '{}' of rule '{}' becomes nothing", capture.name, rule.name),
         near.starts_with("did") ? near : "take it out, or name it in a field under 'emit'");
  }
}

// White space for white space.
std::string one_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white) out += c;
    if (white && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Behind a rule with the same pattern, a mention or attribution never finds room.
void DeadFinder::find_shadowed() {
  std::map<std::string, const Rule*> first;
  for (const Rule& rule : set_.rules) {
    const bool mention = rule.emits == Emits::mention && rule.overlap != Overlap::all;
    if (!mention && rule.emits != Emits::attribution) continue;
    const CheckedRule& written = checked(rule);
    std::string key =
        fmt::format("{} {} {} {} {} {}", static_cast<int>(rule.emits), rule.label, static_cast<int>(rule.scope),
                    written.tree, written.file->imported_at, one_spaced(written.pattern.text));
    for (const PatternText& condition : written.conditions) key += " where " + one_spaced(condition.text);
    const auto [at, added] = first.emplace(key, &rule);
    if (added || at->second->when != rule.when) continue;
    warn(written, written.where,
         fmt::format("rule '{}' can never add anything: '{}' has the same pattern and comes first", rule.name,
                     at->second->name),
         fmt::format("at {}; delete one of the two", dump(at->second->where)));
  }
}

}  // namespace

void warn_of_dead(const LintView& set, Diagnostics& out) { DeadFinder(set, out).run(); }

}  // namespace claimgraph::rules
