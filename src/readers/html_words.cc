#include "readers/html_words.h"

#include <algorithm>
#include <iterator>

namespace claimgraph::readers {
namespace {

// Sorted, for binary search.
constexpr std::string_view kBoilerplate[] = {"ad",
                                             "addthis",
                                             "ads",
                                             "advert",
                                             "advertisement",
                                             "advertising",
                                             "author",
                                             "authors",
                                             "banner",
                                             "bio",
                                             "breadcrumb",
                                             "breadcrumbs",
                                             "byline",
                                             "bylines",
                                             "caption",
                                             "complementary",
                                             "consent",
                                             "contentinfo",
                                             "cookie",
                                             "cookies",
                                             "credit",
                                             "dialog",
                                             "donate",
                                             "donation",
                                             "embed",
                                             "footer",
                                             "gallery",
                                             "gdpr",
                                             "masthead",
                                             "menu",
                                             "meta",
                                             "modal",
                                             "most",
                                             "nav",
                                             "navbar",
                                             "navigation",
                                             "newsletter",
                                             "outbrain",
                                             "overlay",
                                             "pager",
                                             "pagination",
                                             "popular",
                                             "popup",
                                             "promo",
                                             "promotion",
                                             "readmore",
                                             "recirc",
                                             "recommendations",
                                             "recommended",
                                             "related",
                                             "relatedarticles",
                                             "relatedlinks",
                                             "relatedposts",
                                             "search",
                                             "share",
                                             "sharebar",
                                             "sharedaddy",
                                             "sharethis",
                                             "sharing",
                                             "sidebar",
                                             "signup",
                                             "skip",
                                             "social",
                                             "socialshare",
                                             "sponsor",
                                             "sponsored",
                                             "subscribe",
                                             "subscription",
                                             "taboola",
                                             "taglist",
                                             "tags",
                                             "teaser",
                                             "teasers",
                                             "timestamp",
                                             "toolbar",
                                             "tooltip",
                                             "trending",
                                             "widget",
                                             "widgets"};

constexpr std::string_view kComments[] = {"comment", "commentlist", "comments", "discussion", "disqus", "respond"};

// Before a word they say that the element merely has it.
constexpr std::string_view kModifiers[] = {"can", "disable", "enable", "has", "hide", "is", "js", "no", "show", "with"};

constexpr std::string_view kArticle[] = {"article", "articles", "entry", "news", "post", "story"};
constexpr std::string_view kBody[] = {"body", "content", "copy", "maincontent", "text"};

template <std::size_t N>
bool is_in(const std::string_view (&words)[N], std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

PartKind kind_of_name(std::string_view name) {
  const std::vector<std::string> words = words_of_name(name);
  PartKind kind = PartKind::other;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (i > 0 && is_in(kModifiers, words[i - 1])) continue;
    if (is_in(kComments, word)) return PartKind::comments;
    if (is_in(kBoilerplate, word)) kind = PartKind::boilerplate;
    const bool body = word == "articlebody" || word == "storybody" || word == "articletext" ||
                      word == "articlecontent" || (i > 0 && is_in(kBody, word) && is_in(kArticle, words[i - 1]));
    if (body && kind == PartKind::other) kind = PartKind::article;
  }
  return kind;
}

}  // namespace

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_upper(c) && !is_lower(c)) {
      open = false;
      continue;
    }
    if (!open || (is_upper(c) && is_lower(name[i - 1]))) words.emplace_back();
    words.back().push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    open = true;
  }
  return words;
}

PartKind part_kind(std::string_view attribute) {
  PartKind kind = PartKind::other;
  for (std::size_t at = 0; at < attribute.size();) {
    const std::size_t end = std::min(attribute.find_first_of(" \t\r\n", at), attribute.size());
    const PartKind one = kind_of_name(attribute.substr(at, end - at));
    if (one == PartKind::comments) return one;
    if (one == PartKind::boilerplate || kind == PartKind::other) kind = one == PartKind::other ? kind : one;
    at = end + 1;
  }
  return kind;
}

}  // namespace claimgraph::readers
