#include "readers/html_metadata.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "readers/fields.h"

namespace claimgraph::readers {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_absolute(std::string_view uri) { return uri.starts_with("http://") || uri.starts_with("https://"); }

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

// The <meta> elements of a page: their names (name, property or itemprop, in lower case) with their contents.
class Metas {
 public:
  explicit Metas(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      if (tree.name(i) != "meta") continue;
      const std::string content = collapsed(tree.attribute(i, "content").value_or(""));
      if (content.empty()) continue;
      for (const std::string_view key : {"name", "property", "itemprop"}) {
        if (const auto name = tree.attribute(i, key)) all_.emplace_back(to_lower(*name), content);
      }
    }
  }

  // The content of the first of `names` that is there.
  std::string first(Names names) const {
    for (const std::string_view name : names) {
      const auto at = std::find_if(all_.begin(), all_.end(), [&](const auto& meta) { return meta.first == name; });
      if (at != all_.end()) return at->second;
    }
    return {};
  }

  // The contents of the first of `names` that is there and holds names of people and not links, joined.
  std::string people(Names names) const {
    for (const std::string_view name : names) {
      std::string out;
      for (const auto& [key, content] : all_) {
        if (key != name || is_absolute(content) || content.starts_with('@')) continue;
        out += (out.empty() ? "" : ", ") + content;
      }
      if (!out.empty()) return out;
    }
    return {};
  }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

PageMetadata of_metas(const HtmlTree& tree) {
  const Metas metas(tree);
  return {
      .title = metas.first({"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"}),
      .uri = metas.first({"og:url", "twitter:url", "parsely-link"}),
      .publisher = metas.first({"og:site_name", "publisher", "dc.publisher", "application-name"}),
      .author = metas.people({"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"}),
      .published = metas.first({"article:published_time", "og:published_time", "datepublished", "date", "pubdate",
                                "publish-date", "publishdate", "publication_date", "parsely-pub-date", "sailthru.date",
                                "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date"}),
      .language = metas.first({"og:locale", "content-language", "dc.language"})};
}

// The visible or the machine's form of a date in an element.
std::string date_of(const HtmlTree& tree, std::uint32_t i) {
  for (const std::string_view name : {"datetime", "content"}) {
    if (const auto value = tree.attribute(i, name); value && !value->empty()) return collapsed(*value);
  }
  return collapsed(tree.text_within(i));
}

// Takes what element `i` says into the fields that are empty yet.
void take_element(const HtmlTree& tree, std::uint32_t i, PageMetadata& out) {
  const std::string_view name = tree.name(i);
  const std::string_view property = tree.attribute(i, "itemprop").value_or("");
  const std::string_view relation = tree.attribute(i, "rel").value_or("");
  if (name == "html") out.language = collapsed(tree.attribute(i, "lang").value_or(""));
  if (name == "link" && out.uri.empty() && has_word(relation, "canonical")) {
    const std::string uri = collapsed(tree.attribute(i, "href").value_or(""));
    if (is_absolute(uri)) out.uri = uri;
  }
  if (out.published.empty() && (name == "time" || property == "datePublished")) out.published = date_of(tree, i);
  if (out.author.empty() && (has_word(property, "author") || (name == "a" && has_word(relation, "author")))) {
    out.author = collapsed(tree.text_within(i));
  }
}

// The name of the site, which pages put at either end of their <title>, is not part of it.
std::string without_site(std::string title, std::string_view site) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: "}) {
    const std::string behind = std::string(mark) + std::string(site);
    if (!site.empty() && title.ends_with(behind)) return title.substr(0, title.size() - behind.size());
    const std::size_t at = title.rfind(mark);
    if (site.empty() && mark == " | " && at != std::string::npos) return title.substr(0, at);
  }
  return title;
}

std::string first_text(const HtmlTree& tree, std::string_view name) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree.name(i) != name) continue;
    std::string text = collapsed(tree.text_within(i));
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

PageMetadata merged(PageMetadata best, const PageMetadata& next) {
  const auto fill = [&](std::string PageMetadata::*field) {
    if ((best.*field).empty()) best.*field = next.*field;
  };
  fill(&PageMetadata::title);
  fill(&PageMetadata::uri);
  fill(&PageMetadata::publisher);
  fill(&PageMetadata::author);
  fill(&PageMetadata::published);
  fill(&PageMetadata::language);
  return best;
}

PageMetadata page_metadata(const HtmlTree& tree) {
  PageMetadata elements;
  for (std::uint32_t i = 0; i < tree.size(); ++i) take_element(tree, i, elements);
  PageMetadata said = merged(linked_metadata(tree), of_metas(tree));
  if (!is_absolute(said.uri)) said.uri.clear();
  if (!elements.uri.empty()) said.uri = elements.uri;  // the canonical link is there to name the page
  PageMetadata out = merged(std::move(said), elements);
  const std::string title = without_site(first_text(tree, "title"), out.publisher);
  const std::string heading = first_text(tree, "h1");
  // A page that says nothing else may use <h1> for its masthead, but then <title> does not repeat it.
  if (out.title.empty()) out.title = !heading.empty() && (title.empty() || title.find(heading) == 0) ? heading : title;
  out.title = without_site(std::move(out.title), out.publisher.empty() ? "\n" : out.publisher);
  return out;
}

}  // namespace claimgraph::readers
