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

struct ClaimsOptions {
  std::string store;
  query::ClaimQuery query;
  OutputOptions output;
};

Result<int> run_claims(ClaimsOptions options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  options.query.page = options.output.page();
  const auto answer = query::claims(*snapshot, options.query);
  if (!answer) return fail(answer.error());
  return print(*answer, "claims", "no claims match", options.output, terminal);
}

}  // namespace

void add_claims(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ClaimsOptions>();
  add_store_option(command, options->store);
  command.add_option("--by", options->query.by, "who claims it")->type_name("NAME");
  command.add_option("--about", options->query.about, "whom or what it is about")->type_name("NAME");
  command.add_option("--says", options->query.says, "what it says: words, or \"a phrase\" in quotation marks")
      ->type_name("WORDS");
  add_page_options(command, options->output);
  add_filter_options(command, options->query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph claims --by Lavrov --about NATO --since 2025");
  command.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_claims(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
