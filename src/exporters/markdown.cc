#include <fmt/format.h>

#include "claimgraph/exporters/table.h"
#include "exporters/text.h"
#include "exporters/value.h"

namespace claimgraph::exporters {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (std::string_view("\\`*_[]<>|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// An address inside of <>; what would end it is percent-encoded.
std::string address_of(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ' || std::string_view("<>|\\\x7f").find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string cell(const Value& value) {
  const auto* link = std::get_if<Link>(&value);
  if (link == nullptr) return escaped(plain_text(value));
  if (link->address.empty()) return escaped(link->text);
  return fmt::format("[{}](<{}>)", escaped(link->text.empty() ? link->address : link->text), address_of(link->address));
}

}  // namespace

std::string to_markdown(const Table& table) {
  std::string out = "|";
  for (const auto& column : table.columns) out += fmt::format(" {} |", escaped(column.name));
  out += "\n|";
  for (const bool numeric : numeric_columns(table)) out += numeric ? " ---: |" : " --- |";
  out += '\n';
  for (const auto& row : table.rows) {
    out += '|';
    for (const auto& value : row) out += fmt::format(" {} |", cell(value));
    out += '\n';
  }
  return out;
}

}  // namespace claimgraph::exporters
