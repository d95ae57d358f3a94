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
#include "claimgraph/extract/extractor.h"
#include "claimgraph/workbench/difference.h"
#include "cli/corpus.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct DiffOptions {
  CorpusOptions corpus;
  std::string old;
  OutputOptions output;
};

std::string shown(const workbench::Change& change) {
  constexpr const char* kMarks[] = {"+", "-", "~"};
  std::string out =
      fmt::format("{} {}  {}\n", kMarks[static_cast<std::size_t>(change.kind)], name_of(change.fact), change.now);
  for (const auto& detail : change.details) out += fmt::format("    {}\n", detail);
  return out + fmt::format("    \"{}\"\n    {} [{}]\n", change.sentence, change.document, change.rule);
}

exporters::Table table_of(const workbench::Difference& difference) {
  exporters::Table out{.columns = {{"change"}, {"what"}, {"fact"}, {"details"}, {"rule"}, {"document"}, {"sentence"}},
                       .rows = {}};
  for (const auto& change : difference.changes) {
    out.rows.push_back({std::string(name_of(change.kind)), std::string(name_of(change.fact)), change.now,
                        change.details, change.rule, change.document, change.sentence});
  }
  return out;
}

std::string summary(const workbench::Difference& difference) {
  std::string out;
  for (std::size_t fact = 0; fact < 2; ++fact) {
    const auto& count = difference.count[fact];
    out += fmt::format("{}{}: {} added, {} lost, {} changed, {} as before", fact == 0 ? "" : "; ",
                       fact == 0 ? "claims" : "stances", count[0], count[1], count[2], count[3]);
  }
  return out;
}

// The resources of the new rules, and the old rules in one vocabulary with them.
struct Both {
  rules::RuleSet old;
  pipeline::Resources now;
};

Result<Both> load_both(const DiffOptions& options, const Terminal& terminal) {
  auto old = load_rules(options.old, terminal);
  if (!old) return fail(old.error());
  Diagnostics findings;
  auto now = rules::load_over(old->vocabulary, options.corpus.reading.rules, findings);
  for (const auto& finding : findings.all()) terminal.note(dump(finding));
  if (!now) return fail(now.error());
  auto resources = pipeline::load_resources(*std::move(now), options.corpus.reading.model);
  if (!resources) return fail(resources.error());
  return Both{.old = *std::move(old), .now = *std::move(resources)};
}

Result<int> run_diff(const DiffOptions& options, Terminal& terminal) {
  if (const auto checked = check_corpus(options.corpus); !checked) return fail(checked.error());
  const auto both = load_both(options, terminal);
  if (!both) return fail(both.error());
  workbench::Difference all;
  const extract::AttributionModel* model = both->now.attribution.get();
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto again = both->now.analyser->analyse(document.document);
    const auto before = extract::Extractor(both->old, model).extract(std::move(again));
    const auto after = extract::Extractor(*both->now.rules, model).extract(std::move(document));
    return [&all, one = workbench::compare(before, after)]() mutable { all.add(std::move(one)); };
  };
  const auto counts = analyse_corpus(both->now, options.corpus, terminal, work);
  if (!counts) return fail(counts.error());
  std::string out;
  for (const auto& change : all.changes) out += shown(change);
  out += summary(all) + "\n";
  const bool for_reading = options.output.format == Format::table;
  const auto written = terminal.write(for_reading ? out : formatted(table_of(all), options.output, terminal));
  if (!written) return fail(written.error());
  if (!for_reading) terminal.note(summary(all));
  return exit_status(*counts);
}

}  // namespace

void add_rules_diff(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<DiffOptions>();
  auto& diff = *rules.add_subcommand("diff", "what a change of rules adds, loses and changes in texts");
  diff.add_option("OLD", options->old, "a folder of rule files")->required();
  diff.add_option("NEW", options->corpus.reading.rules, "a folder of rule files")->required();
  add_corpus_options(diff, options->corpus);
  add_output_options(diff, options->output);
  diff.footer("Example:\n  claimgraph rules diff rules/en my-rules articles/");
  diff.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_diff(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
