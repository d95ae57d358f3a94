#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

#include "claimgraph/exporters/answers.h"
#include "claimgraph/exporters/table.h"
#include "claimgraph/query/query.h"
#include "cli/options.h"
#include "cli/terminal.h"

// Answers in the format that was asked for.
namespace claimgraph::cli {

inline constexpr std::size_t kMostEntityCards = 3;

// `table` in the format that was asked for.
inline std::string formatted(const exporters::Table& table, const OutputOptions& output, const Terminal& terminal) {
  switch (output.format) {
    case Format::jsonl: return exporters::to_jsonl(table);
    case Format::csv: return exporters::to_csv(table);
    case Format::markdown: return exporters::to_markdown(table);
    case Format::table: break;
  }
  return exporters::to_text(table, terminal.text_options(output.color));
}

// Writes `table`; gives the exit status.
inline Result<int> print_table(const exporters::Table& table, const OutputOptions& output, Terminal& terminal) {
  const auto written = terminal.write(formatted(table, output, terminal));
  if (!written) return fail(written.error());
  return 0;
}

// What `rows` is in the formats of programs; a person's table and Markdown come from the overloads' own layouts.
template <typename Row>
std::string text_of(std::span<const Row> rows, const OutputOptions& output, const Terminal& terminal) {
  const auto options = terminal.text_options(output.color);
  switch (output.format) {
    case Format::jsonl: return exporters::to_jsonl(exporters::table_of(rows));
    case Format::csv: return exporters::to_csv(exporters::table_of(rows));
    case Format::markdown:
      if (rows.empty()) return {};
      if constexpr (requires { exporters::digest_of(rows); }) {
        return exporters::to_markdown(exporters::digest_of(rows));
      } else {
        return exporters::to_markdown(exporters::table_of(rows));
      }
    case Format::table: break;
  }
  if (rows.empty()) return {};
  if constexpr (std::is_same_v<Row, query::EntityRow>) {
    // One that was asked for by name is told of in full; a long list is for running down.
    if (rows.size() > kMostEntityCards) return exporters::to_text(exporters::digest_of(rows), options);
  }
  if constexpr (requires { exporters::cards_of(rows); }) {
    return exporters::to_text(exporters::cards_of(rows), options);
  } else if constexpr (requires { exporters::digest_of(rows); }) {
    return exporters::to_text(exporters::digest_of(rows), options);
  } else {
    return exporters::to_text(exporters::table_of(rows), options);
  }
}

// What there is beside `shown` rows of `total`; empty when that is all.
std::string note_on(std::size_t shown, std::size_t total, std::string_view noun, std::string_view nothing,
                    const OutputOptions& output);

// Writes `answer`, and tells on standard error when it is empty (`nothing`) or cut. `noun` is what a row is, in the
// plural. Gives the exit status.
template <typename Row>
Result<int> print(const query::Rows<Row>& answer, std::string_view noun, std::string_view nothing,
                  const OutputOptions& output, Terminal& terminal) {
  const auto written = terminal.write(text_of(std::span<const Row>(answer.rows), output, terminal));
  if (!written) return fail(written.error());
  if (const std::string note = note_on(answer.rows.size(), answer.total, noun, nothing, output); !note.empty()) {
    terminal.note(note);
  }
  return 0;
}

}  // namespace claimgraph::cli
