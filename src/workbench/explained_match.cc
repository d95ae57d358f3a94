#include "workbench/explained_match.h"

#include <algorithm>

#include <fmt/format.h>

#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

// The word of `tokens` whose head lies outside of them: the one that a path led to.
std::uint32_t top_of(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    if (document.heads[token] == token || !tokens.contains(document.heads[token])) return token;
  }
  return tokens.begin;
}

// What a rule says of a field where no capture gives it.
std::string said_of(const rules::Rule& rule, std::string_view field) {
  const rules::Value* value = rule.field(field);
  if (value == nullptr) return "as where a rule says nothing of it";
  if (value->capture.empty()) return "the rule says so";
  return fmt::format("as no stretch in '{}' has the feature '{}'", value->capture, value->feature);
}

std::vector<std::string> fields_of(const rules::Rule& rule) {
  std::vector<std::string> out;
  if (rule.emits == rules::Emits::attribution) out = {"certainty", "polarity"};
  for (const auto& field : rule.fields) {
    if (std::find(out.begin(), out.end(), field.name) == out.end()) out.push_back(field.name);
  }
  return out;
}

std::string shown_arguments(const pattern::TracedMatch& match, const nlp::AnnotatedDocument& document) {
  std::string out;
  for (const auto& argument : match.arguments) {
    if (argument.outcome != pattern::TracedArgument::Outcome::found) continue;
    out += fmt::format("    {:<11} {}: {}\n", argument.name, argument.path, way(argument.way, document));
  }
  return out;
}

}  // namespace

std::string shown(const std::vector<pattern::TracedStep>& steps, const nlp::AnnotatedDocument& document) {
  std::string out;
  for (const auto& step : steps) {
    out += fmt::format("    {:<11} {:<24}  {}\n", step.capture,
                       step.tokens.empty() ? "-" : words(document, step.tokens), step.step);
  }
  return out;
}

std::string shown_captures(const rules::Rule& rule, const extract::Trial& trial, const pattern::Match& match) {
  const auto& document = trial.document();
  std::string out;
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    if (!match.captures[i]) continue;
    const TokenRange tokens = *match.captures[i];
    out += fmt::format("    {:<11} \"{}\"", rule.pattern.captures()[i], words(document, tokens));
    if (rule.tree && !tokens.empty() && document.has_syntax(tokens)) {
      out += fmt::format(": {}", described(document, top_of(document, tokens)));
    }
    out += "\n";
  }
  return out;
}

std::string origin(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                   const pattern::Match& match, std::string_view field) {
  const auto value = trial.field(rule, match, field);
  std::string out;
  if (value.stretch) {
    const auto& stretch = trial.layer()[*value.stretch];
    const auto line = lexicon_place(rules, trial, stretch);
    out = fmt::format("of @{} '{}'{}", trial.document().symbols.text(stretch.label),
                      words(trial.document(), stretch.tokens), line ? " (" + dump(*line) + ")" : "");
  } else {
    out = said_of(rule, field);
  }
  const auto negation = rule.pattern.capture("negation");
  const bool turns = field == "polarity" || field == "position";
  if (turns && negation && match.captures[*negation]) {
    out += fmt::format(", turned round by '{}'", words(trial.document(), *match.captures[*negation]));
  }
  if (value.scope) out += (turns ? ", turned round" : ", no more") + shown_intervention(trial, *value.scope);
  return out;
}

std::string shown_intervention(const extract::Trial& trial, const extract::Intervention& by) {
  return fmt::format(" by {} ({}), for '{}'", by.rule->name, dump(by.rule->where), words(trial.document(), by.words));
}

std::string shown_fields(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                         const pattern::Match& match) {
  std::string out;
  for (const auto& name : fields_of(rule)) {
    const auto value = trial.field(rule, match, name);
    out += fmt::format("    {:<11} {}, {}\n", name, value.text.empty() ? "(absent)" : value.text,
                       origin(rules, rule, trial, match, name));
  }
  return out;
}

std::string explained(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                      const pattern::TracedMatch& match) {
  std::string out = fmt::format("  matches \"{}\"\n", words(trial.document(), match.match.tokens));
  out += rule.tree ? "   trigger\n" : "   steps\n";
  out += shown(match.steps, trial.document());
  if (!match.arguments.empty()) out += "   arguments\n" + shown_arguments(match, trial.document());
  out += "   captures\n" + shown_captures(rule, trial, match.match);
  out += "   fields\n" + shown_fields(rules, rule, trial, match.match);
  if (const auto by = trial.left_out(rule, match.match)) out += "   left out" + shown_intervention(trial, *by) + "\n";
  return out;
}

}  // namespace claimgraph::workbench
