#include "cli/options.h"

#include <cstdlib>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/base/suggest.h"
#include "claimgraph/kg/vocabulary.h"
#include "cli/spellings.h"

namespace claimgraph::cli {
namespace {

constexpr std::size_t kScreenful = 20;  // rows
constexpr const char* kFilters = "Filters";
constexpr const char* kOutput = "Output";

std::string check_choice(const std::string& written, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), written) != choices.end()) return {};
  const std::string near = did_you_mean(written, choices);
  return fmt::format("'{}' is not one of {}{}", written, fmt::join(choices, ", "),
                     near.empty() ? "" : fmt::format(" ({})", near));
}

std::size_t place_of(const std::string& written, const std::vector<std::string>& choices) {
  return static_cast<std::size_t>(std::find(choices.begin(), choices.end(), written) - choices.begin());
}

std::string default_store() {
  const char* path = std::getenv("CLAIMGRAPH_STORE");
  return path != nullptr && *path != '\0' ? path : "claimgraph.db";
}

}  // namespace

void add_store_option(CLI::App& command, std::string& path) {
  path = default_store();
  command.add_option("--store", path, "else $CLAIMGRAPH_STORE, else ./claimgraph.db")->type_name("DIR");
}

Result<store::Snapshot> open_snapshot(const std::string& path) {
  auto store = store::Store::open(path, {.mode = store::Mode::read_only});
  if (!store) return fail(store.error());
  return store->snapshot();
}

void add_choice(CLI::App& command, const std::string& name, const std::string& description,
                const std::vector<std::string>& choices, const std::function<void(std::size_t)>& take,
                const std::string& group) {
  command
      .add_option_function<std::string>(
          name, [choices, take](const std::string& written) { take(place_of(written, choices)); }, description)
      ->check([choices](const std::string& written) { return check_choice(written, choices); })
      ->type_name(fmt::format("{}", fmt::join(choices, "|")))
      ->group(group);
}

void add_filter_options(CLI::App& command, query::Filter& filter) {
  command.add_option("--since", filter.since, "published on this day or later")
      ->check(check_date)
      ->type_name("DATE")
      ->group(kFilters);
  command.add_option("--until", filter.until, "published on this day or earlier")
      ->check(check_date)
      ->type_name("DATE")
      ->group(kFilters);
  command.add_option("--publisher", filter.publishers, "published by one of these; may be repeated")
      ->type_name("NAME")
      ->group(kFilters)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_choice(
      command, "--form", "how it was said", spellings<kg::Form>(),
      [&filter](std::size_t i) { filter.form = static_cast<kg::Form>(i); }, kFilters);
  add_choice(
      command, "--certainty", "how sure the source sounds", spellings<kg::Certainty>(),
      [&filter](std::size_t i) { filter.certainty = static_cast<kg::Certainty>(i); }, kFilters);
  command.add_option("--min-confidence", filter.min_confidence, "how sure the extractor is, from 0 to 1")
      ->check(check_share)
      ->type_name("SHARE")
      ->group(kFilters);
}

std::size_t OutputOptions::most_rows() const {
  return limit.value_or(format == Format::table || format == Format::markdown ? kScreenful : 0);
}

query::Page OutputOptions::page() const { return {.skip = skip, .limit = most_rows()}; }

void add_output_options(CLI::App& command, OutputOptions& output) {
  add_choice(
      command, "--format", "table is for reading", {"table", "jsonl", "csv", "markdown"},
      [&output](std::size_t i) { output.format = static_cast<Format>(i); }, kOutput);
  add_choice(
      command, "--color", "auto: on a terminal", {"auto", "always", "never"},
      [&output](std::size_t i) { output.color = static_cast<Color>(i); }, kOutput);
}

void add_limit_option(CLI::App& command, OutputOptions& output) {
  command
      .add_option_function<std::size_t>(
          "--limit", [&output](const std::size_t& most) { output.limit = most; },
          fmt::format("rows to show, 0 for all (else {}, or all with jsonl and csv)", kScreenful))
      ->check(check_count)
      ->type_name("N")
      ->group(kOutput);
}

void add_page_options(CLI::App& command, OutputOptions& output) {
  add_limit_option(command, output);
  command.add_option("--skip", output.skip, "rows to leave out before these")
      ->check(check_count)
      ->type_name("N")
      ->group(kOutput);
}

void add_kind_option(CLI::App& command, std::vector<graph::EdgeKind>& kinds) {
  const std::vector<std::string> choices = {"claim", "support", "oppose", "neutral"};
  command
      .add_option_function<std::vector<std::string>>(
          "--kind",
          [choices, &kinds](const std::vector<std::string>& written) {
            for (const auto& name : written) kinds.push_back(static_cast<graph::EdgeKind>(place_of(name, choices)));
          },
          "edges to use (else all); with commas or repeated")
      ->check([choices](const std::string& written) { return check_choice(written, choices); })
      ->delimiter(',')
      ->type_name("claim|support|oppose|neutral")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace claimgraph::cli
