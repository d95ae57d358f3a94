#pragma once

#include <string>

#include "readers/html_tree.h"

namespace claimgraph::readers {

// What a page says of its article, as written; empty where it says nothing.
struct PageMetadata {
  std::string title;
  std::string uri;  // absolute
  std::string publisher;
  std::string author;
  std::string published;
  std::string language;

  friend bool operator==(const PageMetadata&, const PageMetadata&) = default;
};

// The fields of `best`, and those of `next` where `best` has none.
PageMetadata merged(PageMetadata best, const PageMetadata& next);

// What the page's JSON-LD says of the article: the first object that is a kind of article, at the top, in a list or
// in a "@graph". Blocks that are not JSON are passed over.
PageMetadata linked_metadata(const HtmlTree& tree);

// Everything the page says, the most explicit first: JSON-LD, then Open Graph and <meta>, then the elements
// (<link rel=canonical>, <time>, itemprop, <h1>, <title>).
PageMetadata page_metadata(const HtmlTree& tree);

}  // namespace claimgraph::readers
