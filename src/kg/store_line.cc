#include "claimgraph/kg/store_line.h"

#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/kg/json.h"
#include "claimgraph/kg/record.h"
#include "kg/parse_record.h"

namespace claimgraph::kg {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kDigitsAByte = 2;

std::optional<std::string> bytes_of_hex(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += kDigitsAByte) {
    unsigned byte = 0;
    const std::string_view two = digits.substr(i, kDigitsAByte);
    const auto [stop, error] = std::from_chars(two.data(), two.data() + two.size(), byte, 16);
    if (error != std::errc() || two.size() != kDigitsAByte || stop != two.data() + two.size()) return std::nullopt;
    out.push_back(static_cast<char>(byte));
  }
  return out;
}

Error wrong(std::string message) { return {.code = ErrorCode::parse, .message = std::move(message)}; }

Result<StoreLine> read_stored(dom::object line, dom::object record) {
  std::string_view digits;
  const auto given = line["fingerprint"].get(digits);
  const auto fingerprint = given == simdjson::SUCCESS ? bytes_of_hex(digits) : std::nullopt;
  if (!fingerprint)
    return fail(wrong("a document's field 'fingerprint' is missing or no string of hexadecimal digits"));
  auto extraction = read_record(record);
  if (!extraction) return fail(std::move(extraction.error()));
  return StoreLine(StoredRecord{*std::move(extraction), *fingerprint});
}

Result<EntityName> read_name(dom::element from) {
  std::string_view name, type;
  if (from["name"].get(name) != simdjson::SUCCESS || from["type"].get(type) != simdjson::SUCCESS) {
    return fail(wrong("an entity of a link has no name and type"));
  }
  const auto parsed = parse<EntityType>(type);
  if (!parsed) return fail(wrong(fmt::format("an entity of a link has the type '{}', which is none", type)));
  return EntityName{std::string(name), *parsed};
}

Result<StoreLine> read_link(dom::object line, std::string_view kind) {
  const auto parsed = parse<LinkKind>(kind);
  if (!parsed) return fail(wrong(fmt::format("a link is '{}', not merge or split", kind)));
  Link out{.kind = *parsed};
  dom::array entities;
  if (line["entities"].get(entities) != simdjson::SUCCESS) return fail(wrong("a link has no list 'entities'"));
  for (const dom::element entity : entities) {
    auto name = read_name(entity);
    if (!name) return fail(std::move(name.error()));
    out.entities.push_back(*std::move(name));
  }
  return StoreLine(std::move(out));
}

}  // namespace

std::string dump(const StoredRecord& record) {
  std::string digits;
  for (const char c : record.fingerprint) digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return fmt::format("{{\"fingerprint\":\"{}\",\"record\":{}}}", digits, dump(record.extraction));
}

std::string dump(const Link& link) {
  std::string out = fmt::format("{{\"link\":\"{}\",\"entities\":[", spell(link.kind));
  for (std::size_t i = 0; i < link.entities.size(); ++i) {
    const EntityName& entity = link.entities[i];
    out += fmt::format("{}{{\"name\":{},\"type\":\"{}\"}}", i == 0 ? "" : ",", json_string(entity.name),
                       spell(entity.type));
  }
  return out + "]}";
}

Result<StoreLine> parse_store_line(std::string_view json) {
  dom::parser parser;
  dom::object line;
  if (const auto error = parser.parse(simdjson::padded_string(json)).get(line)) {
    return fail(wrong(fmt::format("a line of a store is no JSON object: {}", simdjson::error_message(error))));
  }
  dom::object record;
  if (line["record"].get(record) == simdjson::SUCCESS) return read_stored(line, record);
  std::string_view kind;
  if (line["link"].get(kind) == simdjson::SUCCESS) return read_link(line, kind);
  auto extraction = read_record(line);
  if (!extraction) return fail(std::move(extraction.error()));
  return StoreLine(StoredRecord{.extraction = *std::move(extraction)});
}

}  // namespace claimgraph::kg
