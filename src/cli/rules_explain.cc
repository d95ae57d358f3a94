#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/extract/trial.h"
#include "claimgraph/workbench/explanation.h"
#include "claimgraph/workbench/rule_names.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct SentenceOptions {
  ReadingOptions reading;
  std::string rule;
  std::string text;
};

Result<int> explain_sentence(const SentenceOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  const auto rule = workbench::find_rule(*resources->rules, options.rule);
  if (!rule) return fail(rule.error());
  auto document = resources->analyser->analyse({.id = "sentence", .text = options.text});
  if (document.size() == 0) {
    return fail({.code = ErrorCode::usage,
                 .message = "the sentence has no words",
                 .hint = "quote it: claimgraph rules explain says-that \"Ana says it fell.\""});
  }
  const extract::Trial trial(*resources->rules, std::move(document),
                             {.before = *rule, .model = resources->attribution.get()});
  const auto written = terminal.write(fmt::format("{} ({})\n{}", (*rule)->name, dump((*rule)->where),
                                                  workbench::explain(*resources->rules, **rule, trial)));
  if (!written) return fail(written.error());
  return 0;
}

}  // namespace

void add_rules_explain(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<SentenceOptions>();
  auto& explain = *rules.add_subcommand("explain", "how a rule matches a sentence, or how near it comes");
  explain.add_option("RULE", options->rule, "the rule's name, or the end of it")->required();
  explain.add_option("SENTENCE", options->text, "a text, in quotes")->required();
  add_rules_option(explain, options->reading.rules);
  add_model_option(explain, options->reading.model);
  explain.footer("Example:\n  claimgraph rules explain says-clause \"Ana Vela said that prices fell.\"");
  explain.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return explain_sentence(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
