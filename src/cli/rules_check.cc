#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/rules/rule_set.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

Result<int> run_check(const std::string& folder, Terminal& terminal) {
  Diagnostics findings;
  const auto rules = rules::load(folder, findings);
  for (const auto& finding : findings.all()) terminal.note(dump(finding));
  if (!rules) return fail(rules.error());
  const auto written =
      terminal.write(fmt::format("{}: {}, {}, {}\n", folder, counted(rules->rules.size(), "rule"),
                                 counted(rules->lexicons.size(), "lexicon"), counted(findings.warnings(), "warning")));
  if (!written) return fail(written.error());
  return 0;
}

}  // namespace

void add_rules_check(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto folder = std::make_shared<std::string>();
  auto& check = *rules.add_subcommand("check", "find what is wrong in rule files and lexicons");
  add_rules_option(check, *folder);
  check.callback(
      [folder, &runtime] { runtime.action = [folder, &runtime] { return run_check(*folder, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
