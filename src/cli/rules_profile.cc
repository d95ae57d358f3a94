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
#include "claimgraph/pipeline/annotate.h"
#include "claimgraph/workbench/profile.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

enum class SortBy { time, starts, hits };

struct ProfileOptions {
  ReadingOptions reading;
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

Result<int> run_profile(const ProfileOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  Progress progress(terminal, options.reading.quiet || terminal.out_is_terminal());
  Work all(resources->rules->rules.size());
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto one = workbench::profile(*resources->rules, resources->attribution.get(), std::move(document));
    return [&all, one = std::move(one)] { workbench::add(all, one); };
  };
  const auto counts = pipeline::analyse(*resources, options.reading.inputs, options.reading.pipeline_options(),
                                        progress.listener(), work);
  progress.finish();
  if (!counts) return fail(counts.error());
  const auto table = table_of(*resources->rules, all, options);
  const auto printed = print_table(table, options.output, terminal);
  if (!printed) return printed;
  if (table.rows.size() < all.size()) {
    terminal.note(fmt::format("{} of {} rules; --limit 0 shows all", table.rows.size(), all.size()));
  }
  return exit_status(*counts);
}

}  // namespace

void add_rules_profile(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ProfileOptions>();
  auto& profile = *rules.add_subcommand("profile", "time, starts and hits of each rule, the dearest first");
  // Threads that wait for one another would be measured too.
  options->reading.threads = 1;
  add_reading_options(profile, options->reading);
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
