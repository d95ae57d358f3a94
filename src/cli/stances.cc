#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct StancesOptions {
  std::string store;
  query::StanceQuery query;
  OutputOptions output;
};

Result<int> run_stances(StancesOptions options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  options.query.page = options.output.page();
  const auto answer = query::stances(*snapshot, options.query);
  if (!answer) return fail(answer.error());
  return print(*answer, "stances", "no stances match", options.output, terminal);
}

}  // namespace

void add_stances(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<StancesOptions>();
  auto& query = options->query;
  add_store_option(command, options->store);
  command.add_option("--actor", query.actor, "who takes the stance")->type_name("NAME");
  command.add_option("--target", query.target, "whom or what it is toward")->type_name("NAME");
  command.add_option("--according-to", query.according_to, "whose words show it")->type_name("NAME");
  command.add_option("--says", query.says, "what shows it: words, or \"a phrase\" in quotation marks")
      ->type_name("WORDS");
  add_choice(command, "--position", "for, against or neither", {"support", "oppose", "neutral"},
             [&query](std::size_t i) { query.position = static_cast<kg::Position>(i); });
  add_page_options(command, options->output);
  add_filter_options(command, query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph stances --target \"NATO enlargement\" --position oppose");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_stances(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
