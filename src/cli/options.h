#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/page.h"
#include "claimgraph/store/store.h"
#include "cli/terminal.h"

namespace CLI {
class App;
}

// Options that several commands have. Values are checked as they are read: what cannot mean anything is a usage error
// that names the option and what it takes. The variables given here are filled when the command line is parsed and have
// to live that long.
namespace claimgraph::cli {

// --store, else $CLAIMGRAPH_STORE, else ./claimgraph.db.
void add_store_option(CLI::App& command, std::string& path);
// The stored graph as it is now, for reading.
Result<store::Snapshot> open_snapshot(const std::string& path);

// --since --until --publisher --form --certainty --min-confidence.
void add_filter_options(CLI::App& command, query::Filter& filter);

enum class Format { table, jsonl, csv, markdown };

struct OutputOptions {
  Format format = Format::table;
  Color color = Color::automatic;
  std::optional<std::size_t> limit;
  std::size_t skip = 0;

  // Rows to show, 0 for all. What is not asked for is a screenful for people and everything for programs.
  std::size_t most_rows() const;
  // Those, and what is skipped before them.
  query::Page page() const;
};
// --format --color.
void add_output_options(CLI::App& command, OutputOptions& output);
// --limit.
void add_limit_option(CLI::App& command, OutputOptions& output);
// --limit --skip.
void add_page_options(CLI::App& command, OutputOptions& output);

// --kind, repeated or with commas.
void add_kind_option(CLI::App& command, std::vector<graph::EdgeKind>& kinds);

// An option whose value is one of `choices`; `take` gets its place among them. `group` is its heading in the help.
void add_choice(CLI::App& command, const std::string& name, const std::string& description,
                const std::vector<std::string>& choices, const std::function<void(std::size_t)>& take,
                const std::string& group = "Options");

// For CLI::Option::check(): empty when `written` is good, else what is wrong with it.
std::string check_count(const std::string& written);     // a whole number from 0
std::string check_share(const std::string& written);     // a number from 0 to 1
std::string check_positive(const std::string& written);  // a number above 0
std::string check_date(const std::string& written);      // 2025, 2025-10 or 2025-10-24

}  // namespace claimgraph::cli
