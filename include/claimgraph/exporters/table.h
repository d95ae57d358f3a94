#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Rows of typed values, which every list of answers becomes before it is printed.
namespace claimgraph::exporters {

// Text that leads somewhere: a document's title and its address. Formats without links write the address.
struct Link {
  std::string text;
  std::string address;

  friend bool operator==(const Link&, const Link&) = default;
};

// std::monostate is "not known": null in JSON, an empty cell elsewhere.
using Value = std::variant<std::monostate, bool, std::string, std::uint64_t, std::int64_t, double,
                           std::vector<std::string>, Link>;

// `text` as a Value; an empty one is not known.
Value known(std::string_view text);

struct Column {
  std::string name;      // the key in JSON; in snake_case
  bool elastic = false;  // its values may be cut to fit a terminal
};

// REQUIRES: every row has one value a column.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
  bool grouped = false;  // an empty line where the first column changes, in terminal output
};

// How to write for a person at a terminal.
struct TerminalOptions {
  std::size_t width = 80;  // columns; 0 means no limit
  bool color = false;
};

// Columns lined up, numbers to the right; where a line would be too wide, the values of elastic columns are cut with
// "…", those of the last column first. Control characters are written as spaces: an article must not be able to steer
// the terminal.
std::string to_text(const Table& table, const TerminalOptions& options);
// One JSON object a line. Numbers are numbers, lists are lists, what is not known is null.
std::string to_jsonl(const Table& table);
// RFC 4180 with a header line: lines end in CR LF; values with a comma, quotation mark or line break are quoted; the
// parts of a list stand apart by "; ".
std::string to_csv(const Table& table);
// A GitHub-flavoured Markdown table; what Markdown would read as markup is escaped.
std::string to_markdown(const Table& table);

}  // namespace claimgraph::exporters
