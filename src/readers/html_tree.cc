#include "readers/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::readers {

// What libxml2 calls while it parses. Its callbacks are C: no exception may leave them but bad_alloc, which nothing
// here survives.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder() {
    tree_.nodes_.emplace_back();
    open_.push_back(0);
  }

  void attach(htmlParserCtxtPtr context) { context_ = context; }

  void start(const char* name, const char** attributes) {
    if (open_.size() > HtmlTree::kMostDepth) return refuse("nested deeper than", HtmlTree::kMostDepth, "elements");
    const std::uint32_t number = add(name, std::strlen(name), false);
    if (number == 0) return;
    open_.push_back(number);
    tree_.nodes_[number].attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      const char* value = attributes[1] == nullptr ? "" : attributes[1];
      tree_.attributes_.push_back({.name = keep(attributes[0], std::strlen(attributes[0])),
                                   .name_size = static_cast<std::uint32_t>(std::strlen(attributes[0])),
                                   .value = keep(value, std::strlen(value)),
                                   .value_size = static_cast<std::uint32_t>(std::strlen(value))});
      ++tree_.nodes_[number].attributes_size;
    }
  }

  // libxml2 closes every element that it opened, innermost first.
  void end() {
    if (open_.size() < 2) return;
    tree_.nodes_[open_.back()].end = tree_.size();
    open_.pop_back();
    grows_ = false;
  }

  // libxml2 gives long texts in pieces; they stay one text.
  void characters(const char* text, std::size_t size) {
    if (!grows_) {
      if (add("", 0, true) == 0) return;
      tree_.nodes_.back().end = tree_.size();
      grows_ = true;
    }
    tree_.strings_.append(text, size);
    tree_.nodes_.back().text_size += static_cast<std::uint32_t>(size);
  }

  Result<HtmlTree> finish() {
    if (error_) return fail(std::move(*error_));
    while (open_.size() > 1) end();
    tree_.nodes_[0].end = tree_.size();
    return std::move(tree_);
  }

 private:
  std::uint32_t keep(const char* text, std::size_t size) {
    const auto at = static_cast<std::uint32_t>(tree_.strings_.size());
    tree_.strings_.append(text, size);
    return at;
  }

  // The number of the new node, or 0 when there are too many.
  std::uint32_t add(const char* text, std::size_t size, bool is_text) {
    grows_ = false;
    if (tree_.nodes_.size() >= HtmlTree::kMostNodes) {
      refuse("larger than", HtmlTree::kMostNodes, "elements and texts");
      return 0;
    }
    const std::uint32_t number = tree_.size();
    tree_.nodes_.push_back({.parent = open_.back(),
                            .text = keep(text, size),
                            .text_size = static_cast<std::uint32_t>(size),
                            .is_text = is_text});
    return number;
  }

  void refuse(std::string_view how, std::size_t most, std::string_view of_what) {
    if (!error_) {
      error_ = Error{.code = ErrorCode::limit,
                     .message = fmt::format("the page is {} {} {}", how, most, of_what),
                     .hint = "this is no article page; leave it out"};
    }
    xmlStopParser(context_);
  }

  HtmlTree tree_;
  std::vector<std::uint32_t> open_;  // the elements around the next node, the page first
  bool grows_ = false;               // the last node is a text that goes on
  std::optional<Error> error_;
  htmlParserCtxtPtr context_ = nullptr;
};

namespace {

HtmlTreeBuilder& builder(void* context) { return *static_cast<HtmlTreeBuilder*>(context); }

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder(context).start(chars(name), reinterpret_cast<const char**>(attributes));
}

void on_end(void* context, const xmlChar*) { builder(context).end(); }

void on_characters(void* context, const xmlChar* text, int size) {
  builder(context).characters(chars(text), static_cast<std::size_t>(size));
}

void on_error(void*, xmlErrorPtr) {}  // one that is not set lets libxml2 write to stderr

htmlSAXHandler handler() {
  htmlSAXHandler sax = {};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  sax.serror = on_error;
  return sax;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// One past the attribute that begins at `at`, read as libxml2 reads it.
std::size_t attribute_end(std::string_view page, std::size_t at) {
  while (at < page.size() && !is_space(page[at]) && page[at] != '=' && page[at] != '>' && page[at] != '/') ++at;
  std::size_t value = at;
  while (value < page.size() && is_space(page[value])) ++value;
  if (value == page.size() || page[value] != '=') return at;
  for (++value; value < page.size() && is_space(page[value]);) ++value;
  if (value == page.size()) return value;
  if (page[value] == '"' || page[value] == '\'') {
    return std::min(page.find(page[value], value + 1), page.size() - 1) + 1;
  }
  while (value < page.size() && !is_space(page[value]) && page[value] != '>') ++value;
  return value;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where the text of a script or style ends whose tag `name` was read up to `at`; `at` for other elements. Programs are
// full of "<" that begins no tag.
std::size_t raw_text_end(std::string_view page, std::string_view name, std::size_t at) {
  const std::string lower = to_lower(name);
  if (lower != "script" && lower != "style") return at;
  for (; (at = page.find("</", at)) != std::string_view::npos; at += 2) {
    if (to_lower(page.substr(at + 2, lower.size())) == lower) return at;
  }
  return page.size();
}

// libxml2 compares every attribute of a tag with those before it, so a tag of a million would take hours.
bool has_monstrous_tag(std::string_view page) {
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
    if (++at == page.size() || !is_letter(page[at])) continue;
    const std::size_t name = at;
    while (at < page.size() && !is_space(page[at]) && page[at] != '>' && page[at] != '/') ++at;
    const std::size_t name_size = at - name;
    for (std::size_t attributes = 0; at < page.size() && page[at] != '>';) {
      if (is_space(page[at]) || page[at] == '/' || page[at] == '=') {
        ++at;
        continue;
      }
      at = std::max(attribute_end(page, at), at + 1);
      if (++attributes > HtmlTree::kMostAttributes) return true;
    }
    at = raw_text_end(page, page.substr(name, name_size), at);
  }
  return false;
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view page) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  if (has_monstrous_tag(page)) {
    return fail({.code = ErrorCode::limit,
                 .message = fmt::format("the page has a tag with more than {} attributes", kMostAttributes),
                 .hint = "this is no article page; leave it out"});
  }
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> context(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (!context) return fail({.code = ErrorCode::limit, .message = "no memory is left for the page"});
  HtmlTreeBuilder builder;
  builder.attach(context.get());
  *context->sax = handler();
  context->userData = &builder;
  // Naming the encoding makes libxml2 ignore what the page declares, which decode_page() has already honoured.
  xmlDocPtr none = htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(none);  // the handler above builds none
  return builder.finish();
}

std::string_view HtmlTree::name(std::uint32_t number) const {
  const Node& node = nodes_[number];
  return node.is_text ? std::string_view() : std::string_view(strings_).substr(node.text, node.text_size);
}

std::string_view HtmlTree::text(std::uint32_t number) const {
  const Node& node = nodes_[number];
  return node.is_text ? std::string_view(strings_).substr(node.text, node.text_size) : std::string_view();
}

std::optional<std::string_view> HtmlTree::attribute(std::uint32_t number, std::string_view name) const {
  const Node& node = nodes_[number];
  for (std::uint32_t i = node.attributes; i < node.attributes + node.attributes_size; ++i) {
    const Attribute& attribute = attributes_[i];
    if (std::string_view(strings_).substr(attribute.name, attribute.name_size) == name) {
      return std::string_view(strings_).substr(attribute.value, attribute.value_size);
    }
  }
  return std::nullopt;
}

std::string HtmlTree::text_within(std::uint32_t number) const {
  std::string out;
  constexpr std::uint32_t kMostNodesWithin = 200;
  const std::uint32_t end = std::min(nodes_[number].end, number + kMostNodesWithin);
  for (std::uint32_t i = number; i < end; ++i) out += text(i);
  return out;
}

}  // namespace claimgraph::readers
