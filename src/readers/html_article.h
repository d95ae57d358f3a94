#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/html_tree.h"

namespace claimgraph::readers {

// For every node of a page whether it is kept, and the ranges of nodes that hold the article.
struct ArticlePlace {
  std::vector<bool> dropped;         // by node: boilerplate, or within boilerplate
  std::vector<std::uint32_t> roots;  // topmost nodes that hold the article, in order; none is within another
};

// Tells the article from what stands around it. Dropped is what never is article text (scripts, menus, forms, figures)
// and what its class, id or role calls boilerplate, unless that holds most of the page's running text. Of the rest the
// article is what the page marks as such (itemprop=articleBody, <article>, <main>, telling class names), else the
// element with the densest paragraphs, scored by length, commas and links as Readability does (Arc90, 2010).
ArticlePlace find_article(const HtmlTree& tree);

// What is written in the place of an article.
struct ArticleText {
  std::string text;
  std::string date;  // as written, of the first block that is nothing but a date ("Published: Jan. 9, 2022"); or empty
};

// The article's text: paragraphs (whatever blocks hold them) parted by an empty line, <br> a line end, other white
// space collapsed to a space. Left out are blocks that are mostly links or nothing but a date, and headings that repeat
// `title` or have nothing under them.
ArticleText article_text(const HtmlTree& tree, const ArticlePlace& place, std::string_view title);

}  // namespace claimgraph::readers
