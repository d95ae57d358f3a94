#include "readers/html.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "readers/encoding.h"
#include "readers/fields.h"
#include "readers/html_article.h"
#include "readers/html_metadata.h"
#include "readers/html_tree.h"

namespace claimgraph::readers {
namespace {

// The charset that a <meta> near the beginning of the page declares, in lower case.
std::optional<std::string> declared_charset(std::string_view page) {
  constexpr std::size_t kFirstBytes = 4096;
  const std::string head = to_lower(page.substr(0, kFirstBytes));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    std::size_t name = tag.find("charset");
    if (name == std::string_view::npos) continue;
    name = tag.find_first_not_of(" =\"'", name + std::string_view("charset").size());
    if (name == std::string_view::npos) continue;
    const std::size_t end = std::min(tag.find_first_of(" ;\"'/>", name), tag.size());
    return std::string(tag.substr(name, end - name));
  }
  return std::nullopt;
}

// `bytes`, of which no charset that we know is declared.
std::string guessed(std::string bytes, const Report& report) {
  if (!first_bad_utf8(bytes)) return bytes;
  report.warning("the page is not UTF-8 and declares no encoding that is known; it was read as windows-1252");
  return to_utf8(bytes, "windows-1252").value_or("");
}

std::string decoded(std::string bytes, const Report& report) {
  if (const auto mark = encoding_of_mark(bytes); mark && *mark != "UTF-8") return to_utf8(bytes, *mark).value_or("");
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.erase(0, 3);
  const auto charset = marked ? "utf-8" : declared_charset(bytes);
  if (!charset) return guessed(std::move(bytes), report);
  // A page whose declaration can be read as ASCII is not UTF-16 (WHATWG Encoding).
  if (*charset == "utf-8" || *charset == "utf8" || charset->starts_with("utf-16")) {
    if (const Utf8Repair repair = repair_utf8(bytes); repair.wrong_bytes > 0) report.warning(repair.message());
    return bytes;
  }
  if (auto text = to_utf8(bytes, *charset)) return std::move(*text);
  report.warning(fmt::format("the page declares the unknown encoding '{}'", excerpt(*charset)));
  return guessed(std::move(bytes), report);
}

}  // namespace

std::string decode_page(std::string bytes, const Report& report) {
  std::string page = decoded(std::move(bytes), report);
  std::replace_if(
      page.begin(), page.end(),
      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; },
      ' ');
  return page;
}

void read_html(Source& source, const ReadOptions& options, const Report& report) {
  auto bytes = source.rest(options.max_document_bytes);
  if (!bytes) return report.error(bytes.error());
  const std::string page = decode_page(std::move(*bytes), report);
  const auto tree = HtmlTree::parse(page);
  if (!tree) return report.error(tree.error());
  PageMetadata metadata = page_metadata(*tree);
  text::Document document;
  ArticleText article = article_text(*tree, find_article(*tree), metadata.title);
  if (article.text.empty()) return report.error(ErrorCode::invalid, "the page has no article text");
  document.text = std::move(article.text);
  if (metadata.published.empty()) metadata.published = std::move(article.date);
  document.published = read_date(metadata.published, report).value_or("");
  document.uri = std::move(metadata.uri);
  document.title = std::move(metadata.title);
  document.publisher = std::move(metadata.publisher);
  document.author = std::move(metadata.author);
  if (!metadata.language.empty()) document.language = language_of(metadata.language);
  document.id = document.uri.empty() ? report.id() : document.uri;
  report.document(std::move(document));
}

}  // namespace claimgraph::readers
