#include "readers/json_value.h"

#include <algorithm>

#include <fmt/format.h>

namespace claimgraph::readers {

namespace dom = simdjson::dom;

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          out.push_back(c);
        }
    }
  }
  out.push_back('"');
  return out;
}

std::string_view kind_of(const dom::element& value) {
  switch (value.type()) {
    case dom::element_type::ARRAY: return "a list";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::STRING: return "a string";
    case dom::element_type::BOOL: return "a truth value";
    case dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
  }
}

namespace {

std::optional<std::string> name_in(const dom::element& value) {
  std::string_view name;
  if (value.get(name) == simdjson::SUCCESS) return std::string(name);
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS && object["name"].get(name) == simdjson::SUCCESS) return std::string(name);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> names_in(const dom::element& value) {
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return name_in(value);
  std::string out;
  for (const dom::element each : list) {
    const auto name = name_in(each);
    if (!name) return std::nullopt;
    if (name->empty()) continue;
    if (!out.empty()) out += ", ";
    out += *name;
  }
  return out;
}

std::optional<std::string> written_date(const dom::element& value) {
  std::string_view string;
  if (value.get(string) == simdjson::SUCCESS) return std::string(string);
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
  double seconds = 0;
  if (value.get(seconds) == simdjson::SUCCESS && seconds >= 0 && seconds < 1e14) {
    return std::to_string(static_cast<std::int64_t>(seconds));
  }
  return std::nullopt;
}

std::string fault_of(simdjson::error_code code) {
  switch (code) {
    case simdjson::EMPTY: return "it is empty";
    case simdjson::TAPE_ERROR: return "a comma, colon, bracket, key or value is missing or too many";
    case simdjson::DEPTH_ERROR: return "lists and objects are nested too deeply";
    case simdjson::STRING_ERROR: return "a string has a wrong escape or half of a surrogate pair";
    case simdjson::UNESCAPED_CHARS: return "a string has a control character that is not escaped";
    case simdjson::UNCLOSED_STRING: return "a string has no end";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return "a word is not true, false or null";
    case simdjson::NUMBER_ERROR: return "a number is malformed or too large";
    default: return simdjson::error_message(code);
  }
}

}  // namespace claimgraph::readers
