#include "readers/plain_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "readers/date.h"
#include "readers/encoding.h"
#include "readers/fields.h"
#include "readers/json_value.h"
#include "readers/sidecar.h"

namespace claimgraph::readers {
namespace {

namespace fs = std::filesystem;

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\n\r\f\v").find(c) == std::string_view::npos) ||
         c == 0x7F;
}

// What keeps `bytes` from being text, if anything does.
std::optional<Error> not_text(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return Error{.code = ErrorCode::parse,
                 .message = fmt::format("not a text file: it has a zero byte at byte {}", nul),
                 .hint = "a text is UTF-8, or UTF-16 with a byte order mark"};
  }
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  constexpr std::size_t kFewControls = 8;  // a stray escape or bell is common in old texts
  if (controls > kFewControls && controls > bytes.size() / 50) {
    return Error{
        .code = ErrorCode::parse,
        .message = fmt::format("not a text file: {} of its {} bytes are control characters", controls, bytes.size()),
        .hint = "a text is UTF-8, or UTF-16 with a byte order mark"};
  }
  return std::nullopt;
}

// Makes a file's bytes the text of `document`, or says why they are none.
Status take_text(std::string bytes, text::Document& document, const Report& report) {
  const auto mark = encoding_of_mark(bytes);
  if (mark && *mark != "UTF-8") {
    bytes = to_utf8(bytes, *mark).value_or("");
    report.warning(fmt::format("the text is {} and was converted; offsets count in the UTF-8 text", *mark));
  }
  if (auto error = not_text(bytes)) return fail(std::move(*error));
  if (bytes.find_first_not_of(" \t\r\n", mark == "UTF-8" ? 3 : 0) == std::string::npos) {
    return fail({.code = ErrorCode::invalid, .message = "the document has no text"});
  }
  if (const Utf8Repair repair = repair_utf8(bytes); repair.wrong_bytes > 0) {
    report.warning(repair.message(), 0,
                   "if it is in an older encoding, convert it first: iconv -f windows-1252 -t utf-8");
  }
  document.text = std::move(bytes);
  return {};
}

struct SidecarField {
  std::string_view key;
  std::string text::Document::*field;
};

constexpr SidecarField kSidecarFields[] = {
    {"id", &text::Document::id},
    {"url", &text::Document::uri},
    {"uri", &text::Document::uri},
    {"title", &text::Document::title},
    {"publisher", &text::Document::publisher},
    {"author", &text::Document::author},
    {"published", &text::Document::published},
    {"date", &text::Document::published},
    {"language", &text::Document::language},
};

void take_entry(SidecarEntry entry, text::Document& document, const Report& report) {
  const auto* known = std::find_if(std::begin(kSidecarFields), std::end(kSidecarFields),
                                   [&](const SidecarField& field) { return field.key == entry.key; });
  if (known == std::end(kSidecarFields)) {
    document.metadata.emplace_back(std::move(entry.key), json_string(entry.value));
    return;
  }
  if (known->field == &text::Document::published) {
    entry.value = read_date(entry.value, report, entry.line).value_or("");
  } else if (known->field == &text::Document::language) {
    entry.value = language_of(entry.value);
  }
  if (!entry.value.empty()) document.*known->field = std::move(entry.value);
}

// Reads the sidecar beside the text at `path` into `document`, if there is one.
void take_sidecar(const fs::path& path, text::Document& document, const Sink& sink) {
  for (const char* ending : {".meta.yaml", ".yaml"}) {
    const fs::path beside = fs::path(path).replace_extension(ending);
    std::error_code ignored;
    if (!fs::is_regular_file(beside, ignored)) continue;
    std::ifstream in(beside, std::ios::binary);
    if (!in) continue;
    const Report report(beside.string(), sink);
    constexpr std::size_t kMostBytes = std::size_t{1} << 20;
    auto bytes = Source(in).rest(kMostBytes);
    if (!bytes) return report.warning(bytes.error());
    if (const Utf8Repair repair = repair_utf8(*bytes); repair.wrong_bytes > 0) report.warning(repair.message());
    Diagnostics findings;
    auto entries = parse_sidecar(*bytes, report.file(), findings);
    for (const auto& finding : findings.all()) sink.diagnostic(finding);
    for (auto& entry : entries) take_entry(std::move(entry), document, report);
    return;
  }
}

}  // namespace

NamedArticle parse_file_name(std::string_view path) {
  const std::string stem = fs::path(path).stem().string();
  const bool together = stem.find_first_not_of("0123456789") == 8 || stem.size() == 8;
  std::string day = stem.substr(0, together ? 8 : 10);
  std::replace(day.begin(), day.end(), '_', '-');
  if (!together && (day.size() != 10 || day[4] != '-' || day[7] != '-')) return {};
  const auto date = parse_date(day);
  const std::string_view rest = std::string_view(stem).substr(day.size());
  const bool apart = rest.empty() || std::string_view("-_ ").find(rest.front()) != std::string_view::npos;
  if (!date || !apart) return {};
  NamedArticle named{.published = *date};
  for (const char c : rest) {
    const bool space = c == '-' || c == '_' || c == ' ';
    if (!space) {
      named.title.push_back(c);
    } else if (!named.title.empty() && named.title.back() != ' ') {
      named.title.push_back(' ');
    }
  }
  while (named.title.ends_with(' ')) named.title.pop_back();
  repair_utf8(named.title);
  return named;
}

std::string headline_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  std::string_view line = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  constexpr std::size_t kLongestHeadline = 150;  // bytes
  const bool only_line = text.find_first_not_of(" \t\r\n", begin + line.size()) == std::string_view::npos;
  if (line.size() > kLongestHeadline || line.ends_with('.') || only_line) return {};
  return std::string(line);
}

void read_plain_text(Source& source, bool sidecar, const ReadOptions& options, const Report& report) {
  auto bytes = source.rest(options.max_document_bytes);
  if (!bytes) return report.error(bytes.error());
  text::Document document;
  if (auto status = take_text(std::move(*bytes), document, report); !status) return report.error(status.error());
  if (sidecar) take_sidecar(report.file(), document, report.sink());
  NamedArticle named = parse_file_name(report.file());
  if (document.published.empty()) document.published = std::move(named.published);
  if (document.title.empty()) document.title = std::move(named.title);
  if (document.title.empty()) document.title = headline_of(document.text);
  if (document.id.empty()) document.id = !document.uri.empty() ? document.uri : report.id();
  report.document(std::move(document));
}

}  // namespace claimgraph::readers
