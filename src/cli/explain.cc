#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/kg/fact.h"
#include "claimgraph/query/query.h"
#include "claimgraph/workbench/account.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reading_options.h"
#include "cli/stored_text.h"

namespace claimgraph::cli {
namespace {

struct ExplainOptions {
  ReadingOptions reading;
  std::string store;
  std::string fact;
};

Result<workbench::StoredFact> stored_fact(const store::Snapshot& snapshot, const kg::ParsedFactId& id) {
  if (id.is_claim) return snapshot.claim(id.id).map([](auto&& claim) { return workbench::StoredFact(*claim); });
  return snapshot.stance(id.id).map([](auto&& stance) { return workbench::StoredFact(*stance); });
}

std::string heading(const std::string& fact, const store::DocumentFact& document) {
  std::string out = fmt::format("{} in {}", fact, document.name);
  for (const auto* part : {&document.title, &document.publisher, &document.published}) {
    if (!part->empty()) out += ", " + *part;
  }
  return out + "\n";
}

Result<int> run_explain(const ExplainOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  // It knows all that may be wrong with an id.
  if (const auto known = query::show(*snapshot, options.fact); !known) return fail(known.error());
  const auto id = *kg::parse_fact_id(options.fact);
  const auto fact = stored_fact(*snapshot, id);
  if (!fact) return fail(fact.error());
  const auto of = snapshot->document(id.id.document);
  if (!of) return fail(of.error());
  const auto document = stored_document(*snapshot, **of);
  if (!document) return fail(document.error());
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  const auto account =
      workbench::account_for(*resources->rules, resources->attribution.get(), *resources->analyser, *document, *fact);
  const auto written = terminal.write(heading(options.fact, **of) + account.text);
  if (!written) return fail(written.error());
  if (pipeline::fingerprint_of(*document, *resources) != (*of)->fingerprint) {
    terminal.note(fmt::format("the rules, the model or the program are not those that read it; {}",
                              account.comes_out ? "it comes out all the same" : "`claimgraph build` reads it anew"));
  }
  return 0;
}

}  // namespace

void add_explain(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ExplainOptions>();
  add_store_option(command, options->store);
  command.add_option("ID", options->fact, "a claim or a stance, as the lists name it")->required();
  add_rules_option(command, options->reading.rules);
  add_model_option(command, options->reading.model);
  command.footer("Example:\n  claimgraph explain c:0123456789abcdef:1");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_explain(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
