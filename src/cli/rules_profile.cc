#include <algorithm>
#include <chrono>
#include <cmath>
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
#include "claimgraph/workbench/profile.h"
#include "cli/corpus.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

enum class SortBy { time, starts, hits };

struct ProfileOptions {
  CorpusOptions corpus;
  SortBy sort = SortBy::time;
  OutputOptions output;
};

using Work = std::vector<extract::RuleWork>;

std::uint64_t weight(const extract::RuleWork& work, SortBy sort) {
  switch (sort) {
    case SortBy::time: return static_cast<std::uint64_t>(work.time.count());
    case SortBy::starts: return work.starts;
    case SortBy::hits: break;
  }
  return work.hits;
}

exporters::Table table_of(const rules::RuleSet& rules, const Work& work, const ProfileOptions& options) {
  std::vector<std::size_t> order;
  std::chrono::nanoseconds whole{0};
  for (std::size_t i = 0; i < work.size(); ++i) {
    order.push_back(i);
    whole += work[i].time;
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return weight(work[a], options.sort) > weight(work[b], options.sort);
  });
  exporters::Table out{.columns = {{"rule"}, {"ms"}, {"percent"}, {"starts"}, {"hits"}}, .rows = {}};
  const std::size_t most = options.output.most_rows();
  for (const std::size_t i : order) {
    if (most != 0 && out.rows.size() == most) break;
    const double share =
        whole.count() == 0 ? 0 : static_cast<double>(work[i].time.count()) / static_cast<double>(whole.count());
    const auto rounded = [](double number) { return std::round(number * 100) / 100; };
    out.rows.push_back({rules.rules[i].name, rounded(static_cast<double>(work[i].time.count()) / 1e6),
                        rounded(100 * share), work[i].starts, work[i].hits});
  }
  return out;
}

std::string summary(std::size_t shown, std::size_t all, std::uint64_t documents) {
  return fmt::format("{} of {} rules, in {} document{}{}", shown, all, documents, documents == 1 ? "" : "s",
                     shown < all ? "; --limit 0 shows all" : "");
}

Result<int> run_profile(const ProfileOptions& options, Terminal& terminal) {
  if (const auto checked = check_corpus(options.corpus); !checked) return fail(checked.error());
  const auto resources = load_resources(options.corpus.reading, terminal);
  if (!resources) return fail(resources.error());
  Work all(resources->rules->rules.size());
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto one = workbench::profile(*resources->rules, resources->attribution.get(), std::move(document));
    return [&all, one = std::move(one)] { workbench::add(all, one); };
  };
  const auto counts = analyse_corpus(*resources, options.corpus, terminal, work);
  if (!counts) return fail(counts.error());
  const auto table = table_of(*resources->rules, all, options);
  const auto printed = print_table(table, options.output, terminal);
  if (!printed) return printed;
  if (!options.corpus.reading.quiet) terminal.note(summary(table.rows.size(), all.size(), counts->documents));
  return exit_status(*counts);
}

}  // namespace

void add_rules_profile(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ProfileOptions>();
  auto& profile = *rules.add_subcommand("profile", "time, starts and hits of each rule, the dearest first");
  // Threads that wait for one another would be measured too.
  options->corpus.reading.threads = 1;
  add_rules_option(profile, options->corpus.reading.rules);
  add_corpus_options(profile, options->corpus);
  add_choice(profile, "--sort", "what comes first (else time)", {"time", "starts", "hits"},
             [options = options.get()](std::size_t i) { options->sort = static_cast<SortBy>(i); });
  add_limit_option(profile, options->output);
  add_output_options(profile, options->output);
  profile.footer("Example:\n  claimgraph rules profile articles/ --sort hits --limit 0");
  profile.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_profile(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
