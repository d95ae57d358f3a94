#include "claimgraph/workbench/explanation.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "workbench/explained_match.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

constexpr std::size_t kMostWanted = 6;    // steps named where a pattern stopped
constexpr std::size_t kMostTriggers = 3;  // that lack an argument
constexpr std::size_t kMostDeadEnds = 2;  // of one path

std::string either(const std::vector<std::string>& wanted) {
  std::string out;
  for (std::size_t i = 0; i < wanted.size() && i < kMostWanted; ++i) out += (i == 0 ? "" : " or ") + wanted[i];
  if (wanted.size() > kMostWanted) out += fmt::format(" or one of {} more", wanted.size() - kMostWanted);
  return out;
}

std::string below(const nlp::AnnotatedDocument& document, std::uint32_t word) {
  std::string out;
  for (const TokenRange sentence : document.sentences) {
    if (!sentence.contains(word)) continue;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      if (document.heads[token] != word || token == word) continue;
      out += fmt::format("{}{} '{}'", out.empty() ? "" : ", ", document.symbols.text(document.deprels[token]),
                         document.word(token));
    }
  }
  return out.empty() ? "nothing depends on it" : "below it: " + out;
}

class Explainer {
 public:
  Explainer(const rules::Rule& rule, const extract::Trial& trial) : rule_(rule), trial_(trial) {}

  std::string miss(const pattern::Trace& trace) const {
    if (trace.too_long) {
      return fmt::format(
          "  does not match: the sentence has more than {} words, the most that a tree pattern looks at\n",
          pattern::kMostTreeTokens);
    }
    if (trace.no_syntax) return "  does not match: the sentence has no parse\n";
    if (!trace.refused.empty()) return refused(trace.refused);
    if (!trace.triggers.empty()) return triggers(trace.triggers);
    if (!trace.nearest) return "  does not match: there is nothing to look at\n";
    return nearest(*trace.nearest) + (trace.complete ? "" : "  (the search for the nearest miss was cut short)\n");
  }

  std::string refused(const std::vector<pattern::TracedMatch>& all) const {
    std::string out;
    for (const auto& match : all) {
      out += fmt::format("  would match \"{}\", but its 'where' refuses that\n", words(document(), match.match.tokens));
      for (const auto& refusal : match.refusals) {
        out += "    " + refusal.condition + "\n";
        for (const auto& test : refusal.tests) out += fmt::format("      {}\n", judged(test));
      }
      out += "   captures\n" + shown_captures(rule_, trial_, match.match);
    }
    return out;
  }

 private:
  const nlp::AnnotatedDocument& document() const { return trial_.document(); }

  // "distance(source, cue) <= 1 does not hold: it is 3".
  std::string judged(const pattern::TracedTest& test) const {
    std::string out = test.test + (test.holds ? " holds" : " does not hold");
    if (!test.absent.empty()) return out + fmt::format(": '{}' took no part", test.absent);
    if (test.head) out += ": the word is " + described(document(), *test.head);
    const auto known = [&](std::size_t i) {
      return test.values[i].empty() ? std::string("nothing") : "'" + test.values[i] + "'";
    };
    if (test.values.size() == 1) out += ": it is " + test.values.front();
    if (test.values.size() == 2) out += fmt::format(": the one is {}, the other {}", known(0), known(1));
    return out;
  }

  std::string nearest(const pattern::NearMiss& miss) const {
    if (miss.steps.empty()) {
      return fmt::format("  does not match: no step of {} begins anywhere; wanted {}\n",
                         rule_.tree ? "the trigger" : "it", either(miss.wanted));
    }
    std::string out = rule_.tree ? "  does not match: the trigger is not there. The furthest it came:\n"
                                 : "  does not match. The furthest it came:\n";
    out += shown(miss.steps, document());
    return out + stop(miss);
  }

  std::string stop(const pattern::NearMiss& miss) const {
    const bool ended = miss.stopped >= document().size() ||
                       (!miss.steps.empty() && !same_window(miss.steps.front().tokens.begin, miss.stopped));
    if (ended) return fmt::format("    stopped at the end: wanted {}\n", either(miss.wanted));
    const std::string labels = labels_at(trial_, miss.stopped);
    return fmt::format("    stopped at {}: wanted {}{}\n", described(document(), miss.stopped), either(miss.wanted),
                       labels.empty() ? "" : fmt::format("\n    labels there: {}", labels));
  }

  // Whether the rule may see both tokens at a time.
  bool same_window(std::uint32_t a, std::uint32_t b) const {
    if (rule_.scope == rules::Scope::document) return true;
    const auto& windows = rule_.scope == rules::Scope::sentence ? document().sentences : document().paragraphs;
    return std::any_of(windows.begin(), windows.end(), [&](TokenRange w) { return w.contains(a) && w.contains(b); });
  }

  std::string triggers(const std::vector<pattern::TracedTrigger>& all) const {
    std::string out = "  does not match: the trigger is there, but not all that it asks for\n";
    for (std::size_t i = 0; i < all.size() && i < kMostTriggers; ++i) {
      out += fmt::format("    trigger '{}'\n", words(document(), all[i].tokens));
      std::string idle;
      for (const auto& one : all[i].arguments) {
        const bool absent = one.outcome == pattern::TracedArgument::Outcome::absent;
        if (absent) idle += (idle.empty() ? "" : ", ") + one.name;
        if (!absent) out += argument(one);
      }
      if (!idle.empty()) out += fmt::format("      not there, and need not be: {}\n", idle);
    }
    if (all.size() > kMostTriggers) out += fmt::format("    and {} triggers more\n", all.size() - kMostTriggers);
    return out;
  }

  std::string argument(const pattern::TracedArgument& one) const {
    const std::string head = fmt::format("      {:<11} {}", one.name, one.path);
    using Outcome = pattern::TracedArgument::Outcome;
    switch (one.outcome) {
      case Outcome::found: return fmt::format("{}: {}\n", head, way(one.way, document()));
      case Outcome::absent: return {};
      case Outcome::unwanted: return fmt::format("{}: must not be there, but is: {}\n", head, way(one.way, document()));
      case Outcome::empty:
        return fmt::format("{}: {}, where nothing is left for it beside the others\n", head, way(one.way, document()));
      case Outcome::missing: break;
    }
    std::string out = head + ": missing\n";
    for (std::size_t i = 0; i < one.dead_ends.size() && i < kMostDeadEnds; ++i) {
      const auto& end = one.dead_ends[i];
      out += fmt::format("        no {} at {}; {}\n", either(end.wanted), described(document(), end.word),
                         below(document(), end.word));
    }
    if (one.dead_ends.size() > kMostDeadEnds) {
      out += fmt::format("        nor at {} words more\n", one.dead_ends.size() - kMostDeadEnds);
    }
    return out;
  }

  const rules::Rule& rule_;
  const extract::Trial& trial_;
};

// Of a rule that its 'when' lets run nowhere in a document.
std::string nowhere(const rules::Rule& rule, const text::Document& document) {
  std::string why;
  for (const auto& clause : rules::unmet(rule.when, document)) why += (why.empty() ? "" : "; ") + clause;
  if (why.empty() && document.text.empty()) why = "there is no text";
  if (why.empty()) why = "no stretch of the text has the labels it runs in, or all do that it keeps out of";
  return fmt::format("  does not match: its 'when' lets it run nowhere here: {}\n", why);
}

// How near a window came; larger is nearer.
std::size_t nearness(const pattern::Trace& trace) {
  constexpr std::size_t kTrigger = 1000;  // a trigger is nearer than any number of its steps
  if (!trace.refused.empty()) return 2 * kTrigger;
  if (!trace.triggers.empty()) return kTrigger + trace.triggers.front().good();
  return trace.nearest ? trace.nearest->steps.size() : 0;
}

}  // namespace

std::string explain(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                    std::optional<TokenRange> within) {
  const Explainer explainer(rule, trial);
  const auto traces = trial.trace(rule, within);
  if (traces.empty()) return nowhere(rule, trial.document().document);
  std::string out;
  for (const auto& [window, trace] : traces) {
    out += fmt::format("\"{}\"\n", words(trial.document(), window));
    for (const auto& match : trace.matches) out += explained(rules, rule, trial, match);
    out += trace.matches.empty() ? explainer.miss(trace) : explainer.refused(trace.refused);
  }
  return out;
}

std::string explain_miss(const rules::Rule& rule, const extract::Trial& trial) {
  const auto traces = trial.trace(rule);
  const pattern::Trace* nearest = nullptr;
  for (const auto& [window, trace] : traces) {
    if (!trace.matches.empty()) return {};
    if (nearest == nullptr || nearness(trace) > nearness(*nearest)) nearest = &trace;
  }
  return nearest == nullptr ? nowhere(rule, trial.document().document) : Explainer(rule, trial).miss(*nearest);
}

}  // namespace claimgraph::workbench
