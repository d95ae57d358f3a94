#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/table.h"
#include "claimgraph/workbench/coverage.h"
#include "cli/corpus.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct CoverageOptions {
  CorpusOptions corpus;
  OutputOptions output;
};

// What to write a rule or a lexicon's line for, and then what may be of no use.
exporters::Table table_of(const rules::RuleSet& rules, const workbench::Coverage& coverage,
                          const CoverageOptions& options) {
  const std::size_t most = options.output.most_rows();
  exporters::Table out{.columns = {{"what"}, {"name"}, {"count"}, {"example", true}}, .rows = {}, .grouped = true};
  std::vector<std::pair<std::string, const workbench::MissedVerb*>> verbs;
  for (const auto& [lemma, verb] : coverage.missed) verbs.emplace_back(lemma, &verb);
  std::stable_sort(verbs.begin(), verbs.end(),
                   [](const auto& a, const auto& b) { return a.second->count > b.second->count; });
  for (std::size_t i = 0; i < verbs.size() && (most == 0 || i < most); ++i) {
    out.rows.push_back({std::string("missed verb"), verbs[i].first, verbs[i].second->count, verbs[i].second->example});
  }
  const bool for_reading = options.output.format == Format::table;
  std::size_t silent = 0;
  for (std::size_t i = 0; i < rules.rules.size() && i < coverage.hits.size(); ++i) {
    if (coverage.hits[i] != 0 || (most != 0 && silent++ >= most)) continue;
    const auto& where = rules.rules[i].where;
    out.rows.push_back({std::string("never fires"), rules.rules[i].name, std::uint64_t{0},
                        for_reading ? dump_below(options.corpus.reading.rules, where) : dump(where)});
  }
  return out;
}

Result<int> run_coverage(const CoverageOptions& options, Terminal& terminal) {
  if (const auto checked = check_corpus(options.corpus); !checked) return fail(checked.error());
  const auto resources = load_resources(options.corpus.reading, terminal);
  if (!resources) return fail(resources.error());
  workbench::Coverage all{.hits = std::vector<std::uint64_t>(resources->rules->rules.size(), 0), .missed = {}};
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto one =
        workbench::cover(*resources->rules, resources->attribution.get(), *resources->analyser, document.document);
    return [&all, one = std::move(one)] { all.add(one); };
  };
  const auto counts = analyse_corpus(*resources, options.corpus, terminal, work);
  if (!counts) return fail(counts.error());
  const auto printed = print_table(table_of(*resources->rules, all, options), options.output, terminal);
  if (!printed) return printed;
  const auto silent = static_cast<std::size_t>(std::count(all.hits.begin(), all.hits.end(), 0U));
  const std::size_t most = options.output.most_rows();
  terminal.note(fmt::format("{} verb{} beside known actors missed, {} of {} rules never fire, in {} document{}{}",
                            all.missed.size(), all.missed.size() == 1 ? "" : "s", silent, all.hits.size(),
                            counts->documents, counts->documents == 1 ? "" : "s",
                            most != 0 && most < std::max(all.missed.size(), silent) ? "; --limit 0 shows all" : ""));
  return exit_status(*counts);
}

}  // namespace

void add_rules_coverage(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<CoverageOptions>();
  auto& coverage = *rules.add_subcommand("coverage", "rules that never fire, and reporting verbs that no rule takes");
  add_rules_option(coverage, options->corpus.reading.rules);
  add_corpus_options(coverage, options->corpus);
  add_limit_option(coverage, options->output);
  add_output_options(coverage, options->output);
  coverage.footer("Example:\n  claimgraph rules coverage articles/");
  coverage.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_coverage(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
