#include "readers/json_lines.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "readers/encoding.h"
#include "readers/json_document.h"
#include "readers/json_value.h"

namespace claimgraph::readers {
namespace {

// Reads the lines of one input one after the other.
class LineParser {
 public:
  explicit LineParser(const Report& report) : report_(report) {}

  // Reads the document of `line`, the `number`th from 1. `unended`: the input ended without a line end after it.
  void read(std::string& line, std::uint32_t number, bool unended) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t\r") == std::string::npos) return;
    if (const Utf8Repair repair = repair_utf8(line); repair.wrong_bytes > 0) report_.warning(repair.message(), number);
    line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element value;
    if (const auto fault = parser_.parse(line.data(), line.size(), false).get(value); fault != simdjson::SUCCESS) {
      return report_.error(ErrorCode::parse, "not JSON: " + fault_of(fault), number, hint(line, unended));
    }
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
      return report_.error(ErrorCode::parse, fmt::format("the line is {}, not an object", kind_of(value)), number,
                           "JSON Lines has one document a line: {\"text\": \"...\"}");
    }
    auto document = parse_document(object, report_, number);
    if (!document) return report_.error(document.error());
    give(std::move(*document), number);
  }

 private:
  static std::string hint(std::string_view line, bool unended) {
    if (line.size() <= 2)
      return "JSON Lines has a whole document on each line; this looks like JSON over several lines";
    return unended ? "the last line has no line end: the file may have been cut short" : "";
  }

  void give(text::Document document, std::uint32_t number) {
    if (document.id.empty()) {
      document.id = fmt::format("{}:{}", report_.id(), number);
    } else {
      // Hashes, because a million URIs take 100 MB: at worst a warning too many.
      const auto [earlier, is_new] = lines_.emplace(std::hash<std::string>{}(document.id), number);
      if (!is_new) {
        report_.warning(fmt::format("the id '{}' is that of line {} too", document.id, earlier->second), number,
                        "in a store the later document takes the place of the earlier");
      }
    }
    report_.document(std::move(document));
  }

  const Report& report_;
  simdjson::dom::parser parser_;
  std::unordered_map<std::size_t, std::uint32_t> lines_;  // where ids stood first, by hash
};

}  // namespace

void read_json_lines(Source& source, const ReadOptions& options, const Report& report) {
  LineParser parser(report);
  std::string line;
  for (std::uint32_t number = 1;; ++number) {
    const Source::Line state = source.next_line(line, options.max_document_bytes);
    if (state == Source::Line::end) break;
    if (state == Source::Line::too_long) {
      report.error(ErrorCode::limit, fmt::format("the line is longer than {} bytes", options.max_document_bytes),
                   number, "split the document, or allow larger ones");
    } else {
      parser.read(line, number, state == Source::Line::unended);
    }
  }
  if (source.broken()) report.error(ErrorCode::io, "cannot read to the end: the system reported an error");
}

}  // namespace claimgraph::readers
