#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/pipeline/resources.h"
#include "claimgraph/pipeline/run.h"
#include "cli/terminal.h"

namespace CLI {
class App;
}

// Options of the commands that read articles.
namespace claimgraph::cli {

struct ReadingOptions {
  std::vector<std::string> inputs;
  std::string rules;
  std::string model;
  unsigned threads = 0;            // 0: one a processor
  std::size_t max_megabytes = 16;  // of one document
  bool quiet = false;

  pipeline::Options pipeline_options() const;
};

// INPUT… --rules --model --threads --max-megabytes --quiet.
void add_reading_options(CLI::App& command, ReadingOptions& options);
// --rules alone.
void add_rules_option(CLI::App& command, std::string& rules);
// --model alone.
void add_model_option(CLI::App& command, std::string& model);
// INPUT… --model --threads --max-megabytes --quiet.
void add_input_options(CLI::App& command, ReadingOptions& options);

// Loads rules and model. Findings in rule files go to standard error.
Result<pipeline::Resources> load_resources(const ReadingOptions& options, const Terminal& terminal);
// Rules alone, likewise.
Result<rules::RuleSet> load_rules(const std::string& folder, const Terminal& terminal);

// 0 when the run has read something or had nothing to read; 2 when everything it was given was bad.
int exit_status(const pipeline::Counts& counts);

}  // namespace claimgraph::cli
