#include "claimgraph/workbench/examples.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/extract/trial.h"
#include "claimgraph/workbench/explanation.h"
#include "workbench/explained_match.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = " ,.;:!?";
  const std::size_t begin = text.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return text;
  return text.substr(begin, text.find_last_not_of(kMarks) - begin + 1);
}

// One example and the document that it makes.
class ExampleRun {
 public:
  ExampleRun(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
             const rules::Rule& rule, const rules::Example& example)
      : rules_(rules),
        rule_(rule),
        example_(example),
        trial_(rules, analyser.analyse(example.document), {.before = &rule, .model = model}) {}

  // What is wrong; empty when all is well.
  std::string fault() const {
    auto matches = trial_.matches(rule_);
    const auto stay = std::stable_partition(
        matches.begin(), matches.end(), [&](const pattern::Match& match) { return !trial_.left_out(rule_, match); });
    const std::vector<pattern::Match> left_out(stay, matches.end());
    matches.erase(stay, matches.end());
    const pattern::Match* nearest = nullptr;
    for (const auto& match : matches) {
      if (nearest == nullptr || right_parts(match) > right_parts(*nearest)) nearest = &match;
    }
    const bool as_told = nearest != nullptr && right_parts(*nearest) == example_.parts.size();
    if (as_told == example_.matches) return {};
    if (nearest == nullptr && !left_out.empty()) return lost(left_out.front());
    if (nearest == nullptr) return explain_miss(rule_, trial_);
    return as_told ? unwanted(*nearest) : differences(*nearest);
  }

 private:
  // What the example's part comes to in `match`.
  std::string found(const pattern::Match& match, const rules::Example::Part& part) const {
    if (const auto capture = rule_.pattern.capture(part.name)) {
      return match.captures[*capture] ? words(trial_.document(), *match.captures[*capture]) : std::string();
    }
    return trial_.field(rule_, match, part.name).text;
  }

  bool is_right(const pattern::Match& match, const rules::Example::Part& part) const {
    return trimmed(found(match, part)) == trimmed(part.text);
  }

  std::size_t right_parts(const pattern::Match& match) const {
    return static_cast<std::size_t>(std::count_if(example_.parts.begin(), example_.parts.end(),
                                                  [&](const auto& part) { return is_right(match, part); }));
  }

  std::string differences(const pattern::Match& match) const {
    std::string out = fmt::format("  matches \"{}\", but not as wanted\n", words(trial_.document(), match.tokens));
    for (const auto& part : example_.parts) {
      if (is_right(match, part)) continue;
      const std::string got = found(match, part);
      out += fmt::format("    {:<11} wanted {}, found {}\n", part.name, shown(part.text), shown(got));
    }
    return out;
  }

  std::string lost(const pattern::Match& match) const {
    return fmt::format("  matches \"{}\", but is left out{}", words(trial_.document(), match.tokens),
                       shown_intervention(trial_, *trial_.left_out(rule_, match))) +
           "\n";
  }

  static std::string shown(const std::string& text) { return text.empty() ? "nothing" : "\"" + text + "\""; }

  std::string unwanted(const pattern::Match& match) const {
    std::string out = fmt::format("  matches \"{}\"\n", words(trial_.document(), match.tokens));
    return out + shown_captures(rule_, trial_, match) + shown_fields(rules_, rule_, trial_, match);
  }

  const rules::RuleSet& rules_;
  const rules::Rule& rule_;
  const rules::Example& example_;
  extract::Trial trial_;
};

}  // namespace

ExamplesReport run_examples(const rules::RuleSet& rules, const extract::AttributionModel* model,
                            const nlp::Analyser& analyser, std::span<const rules::Rule* const> tried) {
  ExamplesReport out;
  for (const auto* rule : tried) {
    const bool shows = std::any_of(rule->examples.begin(), rule->examples.end(),
                                   [](const rules::Example& example) { return example.matches; });
    if (!shows) out.without.push_back(rule);
    for (const auto& example : rule->examples) {
      std::string why = ExampleRun(rules, model, analyser, *rule, example).fault();
      if (why.empty()) {
        ++out.passed;
      } else {
        out.failed.push_back(
            {.rule = rule, .example = &example, .text = in_a_line(example.document.text), .why = std::move(why)});
      }
    }
  }
  return out;
}

}  // namespace claimgraph::workbench
