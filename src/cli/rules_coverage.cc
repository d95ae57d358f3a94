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
#include "claimgraph/pipeline/annotate.h"
#include "claimgraph/workbench/coverage.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct CoverageOptions {
  ReadingOptions reading;
  OutputOptions output;
};

exporters::Table table_of(const rules::RuleSet& rules, const workbench::Coverage& coverage, std::size_t most) {
  exporters::Table out{.columns = {{"what"}, {"name"}, {"count"}, {"example", true}}, .rows = {}, .grouped = true};
  for (std::size_t i = 0; i < rules.rules.size() && i < coverage.hits.size(); ++i) {
    if (coverage.hits[i] != 0) continue;
    out.rows.push_back({std::string("never fires"), rules.rules[i].name, std::uint64_t{0}, dump(rules.rules[i].where)});
  }
  std::vector<std::pair<std::string, const workbench::MissedVerb*>> verbs;
  for (const auto& [lemma, verb] : coverage.missed) verbs.emplace_back(lemma, &verb);
  std::stable_sort(verbs.begin(), verbs.end(),
                   [](const auto& a, const auto& b) { return a.second->count > b.second->count; });
  for (std::size_t i = 0; i < verbs.size() && (most == 0 || i < most); ++i) {
    out.rows.push_back({std::string("missed verb"), verbs[i].first, verbs[i].second->count, verbs[i].second->example});
  }
  return out;
}

Result<int> run_coverage(const CoverageOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  Progress progress(terminal, options.reading.quiet || terminal.out_is_terminal());
  workbench::Coverage all{.hits = std::vector<std::uint64_t>(resources->rules->rules.size(), 0), .missed = {}};
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto one =
        workbench::cover(*resources->rules, resources->attribution.get(), *resources->analyser, document.document);
    return [&all, one = std::move(one)] { all.add(one); };
  };
  const auto counts = pipeline::analyse(*resources, options.reading.inputs, options.reading.pipeline_options(),
                                        progress.listener(), work);
  progress.finish();
  if (!counts) return fail(counts.error());
  const std::size_t most = options.output.most_rows();
  const auto printed = print_table(table_of(*resources->rules, all, most), options.output, terminal);
  if (!printed) return printed;
  const auto silent = std::count(all.hits.begin(), all.hits.end(), 0U);
  terminal.note(fmt::format("{} of {} rules never fire in {} documents; {} verbs beside known actors are missed{}",
                            silent, all.hits.size(), counts->documents, all.missed.size(),
                            most != 0 && most < all.missed.size() ? "; --limit 0 shows all" : ""));
  return exit_status(*counts);
}

}  // namespace

void add_rules_coverage(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<CoverageOptions>();
  auto& coverage = *rules.add_subcommand("coverage", "rules that never fire, and reporting verbs that no rule takes");
  add_reading_options(coverage, options->reading);
  add_limit_option(coverage, options->output);
  add_output_options(coverage, options->output);
  coverage.footer("Example:\n  claimgraph rules coverage articles/");
  coverage.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_coverage(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
