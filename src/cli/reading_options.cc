#include "cli/reading_options.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/options.h"
#include "config.h"

namespace claimgraph::cli {
namespace {

// Where rules and models are: $CLAIMGRAPH_DATA, else where they were installed, else the source tree this was built
// from.
std::filesystem::path data_folder() {
  if (const char* folder = std::getenv("CLAIMGRAPH_DATA"); folder != nullptr && *folder != '\0') return folder;
  const std::filesystem::path installed = CLAIMGRAPH_INSTALLED_DATA;
  std::error_code ignored;
  return std::filesystem::exists(installed / "rules", ignored) ? installed : CLAIMGRAPH_SOURCE_DATA;
}

}  // namespace

pipeline::Options ReadingOptions::pipeline_options() const {
  return {.threads = threads, .read = {.max_document_bytes = max_megabytes == 0 ? SIZE_MAX : max_megabytes << 20}};
}

void add_rules_option(CLI::App& command, std::string& rules) {
  rules = (data_folder() / "rules/en").string();
  command.add_option("--rules", rules, "folder of rule files")->type_name("DIR")->capture_default_str();
}

void add_model_option(CLI::App& command, std::string& model) {
  model = (data_folder() / "models/en").string();
  command.add_option("--model", model, "folder of the language model")->type_name("DIR")->capture_default_str();
}

void add_reading_options(CLI::App& command, ReadingOptions& options) {
  add_rules_option(command, options.rules);
  add_input_options(command, options);
}

void add_input_options(CLI::App& command, ReadingOptions& options) {
  command.add_option("INPUT", options.inputs, "files, folders, globs, or - for standard input")->required();
  add_model_option(command, options.model);
  command.add_option("--threads", options.threads, "how many; 0: one a processor")
      ->type_name("N")
      ->check(check_count)
      ->capture_default_str();
  command.add_option("--max-megabytes", options.max_megabytes, "refuse larger documents; 0: none")
      ->type_name("N")
      ->check(check_count)
      ->capture_default_str();
  command.add_flag("--quiet", options.quiet, "no progress and no summary");
}

Result<pipeline::Resources> load_resources(const ReadingOptions& options, const Terminal& terminal) {
  Diagnostics findings;
  auto resources = pipeline::load_resources(options.rules, options.model, findings);
  for (const auto& finding : findings.all()) terminal.note(dump(finding));
  return resources;
}

Result<rules::RuleSet> load_rules(const std::string& folder, const Terminal& terminal) {
  Diagnostics findings;
  auto rules = rules::load(folder, findings);
  for (const auto& finding : findings.all()) terminal.note(dump(finding));
  return rules;
}

int exit_status(const pipeline::Counts& counts) {
  constexpr int kWrongInput = 2;
  return counts.documents == 0 && counts.skipped != 0 ? kWrongInput : 0;
}

}  // namespace claimgraph::cli
