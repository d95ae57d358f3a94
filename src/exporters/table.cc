#include "claimgraph/exporters/table.h"

#include <cmath>
#include <type_traits>

#include <fmt/format.h>

#include "claimgraph/kg/json.h"
#include "exporters/value.h"

namespace claimgraph::exporters {
namespace {

std::string json_of(double number) {
  // JSON has no spelling for these.
  return std::isfinite(number) ? fmt::format("{}", number) : "null";
}

std::string json_of(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const auto& part : list) {
    if (out.size() > 1) out += ',';
    kg::append_json_string(out, part);
  }
  return out + "]";
}

std::string json_of(const Value& value) {
  return std::visit(
      [](const auto& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return "null";
        } else if constexpr (std::is_same_v<T, std::string>) {
          return kg::json_string(v);
        } else if constexpr (std::is_same_v<T, Link>) {
          return kg::json_string(v.address);
        } else if constexpr (std::is_integral_v<T>) {  // and bool, as true or false
          return fmt::format("{}", v);
        } else {
          return json_of(v);
        }
      },
      value);
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

template <typename Range, typename Write>
void append_csv_line(std::string& out, const Range& range, const Write& write) {
  bool first = true;
  for (const auto& element : range) {
    if (!first) out += ',';
    first = false;
    out += csv_field(write(element));
  }
  out += "\r\n";
}

}  // namespace

Value known(std::string_view text) {
  if (text.empty()) return std::monostate{};
  return std::string(text);
}

std::string plain_text(const Value& value) {
  return std::visit(
      [](const auto& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::string>) {
          return v;
        } else if constexpr (std::is_same_v<T, Link>) {
          return v.address;
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          return fmt::format("{}", fmt::join(v, "; "));
        } else {
          return fmt::format("{}", v);
        }
      },
      value);
}

std::vector<bool> numeric_columns(const Table& table) {
  const auto is_number = [](const Value& value) {
    return std::holds_alternative<std::uint64_t>(value) || std::holds_alternative<std::int64_t>(value) ||
           std::holds_alternative<double>(value);
  };
  std::vector<bool> numeric(table.columns.size(), false);
  for (std::size_t i = 0; i < numeric.size(); ++i) {
    for (const auto& row : table.rows) {
      if (std::holds_alternative<std::monostate>(row[i])) continue;
      numeric[i] = is_number(row[i]);
      if (!numeric[i]) break;
    }
  }
  return numeric;
}

std::string to_jsonl(const Table& table) {
  std::string out;
  for (const auto& row : table.rows) {
    out += '{';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      kg::append_json_string(out, table.columns[i].name);
      out += ':';
      out += json_of(row[i]);
    }
    out += "}\n";
  }
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  append_csv_line(out, table.columns, [](const Column& column) { return column.name; });
  for (const auto& row : table.rows) append_csv_line(out, row, plain_text);
  return out;
}

}  // namespace claimgraph::exporters
