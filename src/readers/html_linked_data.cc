#include <algorithm>
#include <optional>
#include <vector>

#include <simdjson.h>

#include "claimgraph/base/utf8.h"
#include "readers/fields.h"
#include "readers/html_metadata.h"
#include "readers/json_value.h"

namespace claimgraph::readers {
namespace {

namespace dom = simdjson::dom;

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "Review";
}

bool is_article(const dom::object& object) {
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return is_article_type(name);
  dom::array names;
  if (type.get(names) != simdjson::SUCCESS) return false;
  return std::any_of(names.begin(), names.end(), [](const dom::element& each) {
    std::string_view each_name;
    return each.get(each_name) == simdjson::SUCCESS && is_article_type(each_name);
  });
}

// The first article at the top of a block, in a list there, or in a "@graph". The deeper ones are about other things.
std::optional<dom::object> find_article_object(const dom::element& top) {
  std::vector<dom::element> open = {top};
  for (std::size_t at = 0; at < open.size(); ++at) {
    dom::array list;
    dom::object object;
    if (open[at].get(list) == simdjson::SUCCESS) {
      for (const dom::element each : list) open.push_back(each);
    } else if (open[at].get(object) == simdjson::SUCCESS) {
      if (is_article(object)) return object;
      dom::element graph;
      if (object["@graph"].get(graph) == simdjson::SUCCESS) open.push_back(graph);
    }
  }
  return std::nullopt;
}

std::string names(const dom::object& object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  return collapsed(names_in(value).value_or(""));
}

std::string string(const dom::object& object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? collapsed(value) : std::string();
}

std::string date(const dom::object& object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  return collapsed(written_date(value).value_or(""));
}

PageMetadata of_object(const dom::object& object) {
  PageMetadata out{.title = string(object, "headline"),
                   .uri = string(object, "url"),
                   .publisher = names(object, "publisher"),
                   .author = names(object, "author"),
                   .published = date(object, "datePublished"),
                   .language = string(object, "inLanguage")};
  if (out.title.empty()) out.title = string(object, "name");
  if (out.uri.empty()) out.uri = string(object, "mainEntityOfPage");
  dom::element page;
  if (out.uri.empty() && object["mainEntityOfPage"]["@id"].get(page) == simdjson::SUCCESS && page.is_string()) {
    out.uri = collapsed(std::string_view(page));
  }
  return out;
}

}  // namespace

PageMetadata linked_metadata(const HtmlTree& tree) {
  simdjson::dom::parser parser;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree.name(i) != "script" || to_lower(tree.attribute(i, "type").value_or("")) != "application/ld+json") continue;
    dom::element top;
    if (parser.parse(tree.text_within(i)).get(top) != simdjson::SUCCESS) continue;
    if (const auto article = find_article_object(top)) return of_object(*article);
  }
  return {};
}

}  // namespace claimgraph::readers
