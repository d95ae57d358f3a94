#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/workbench/examples.h"
#include "claimgraph/workbench/rule_names.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct TestOptions {
  ReadingOptions reading;
  std::vector<std::string> names;
  bool every_rule = false;
};

std::string shown(const workbench::FailedExample& failed) {
  return fmt::format("{}: {} must {}match \"{}\"\n{}", dump(failed.example->where), failed.rule->name,
                     failed.example->matches ? "" : "not ", failed.text, failed.why);
}

// A line that counts the rules without an example or, where they are wanted, one for each.
std::string without(const workbench::ExamplesReport& report, const std::vector<const rules::Rule*>& tried, bool each) {
  if (!each)
    return fmt::format("{} of {} rules have no example that they must match", report.without.size(), tried.size());
  std::string out;
  for (const auto* rule : report.without) {
    out += fmt::format("{}{}: error: {} has no example that it must match", out.empty() ? "" : "\n", dump(rule->where),
                       rule->name);
  }
  return out;
}

Result<int> run_test(const TestOptions& options, Terminal& terminal) {
  constexpr int kFailed = 1;
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  const auto tried = workbench::find_rules(*resources->rules, options.names);
  if (!tried) return fail(tried.error());
  const auto report =
      workbench::run_examples(*resources->rules, resources->attribution.get(), *resources->analyser, *tried);
  std::string out;
  for (const auto& failed : report.failed) out += shown(failed);
  out += fmt::format("{} passed, {} failed\n", report.passed, report.failed.size());
  const auto written = terminal.write(out);
  if (!written) return fail(written.error());
  if (!report.without.empty()) terminal.note(without(report, *tried, options.every_rule));
  const bool lacking = options.every_rule && !report.without.empty();
  return report.failed.empty() && !lacking ? 0 : kFailed;
}

}  // namespace

void add_rules_test(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<TestOptions>();
  auto& test = *rules.add_subcommand("test", "try the examples that rules carry; exit 1 when one fails");
  test.add_option("RULE", options->names, "rules or namespaces (else all)");
  add_rules_option(test, options->reading.rules);
  add_model_option(test, options->reading.model);
  test.add_flag("--every-rule", options->every_rule, "a rule without an example that it must match fails too");
  test.footer("Example:\n  claimgraph rules test --rules my-rules says-that");
  test.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_test(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
