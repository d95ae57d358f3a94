#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::readers {

// What a class, id or role attribute says about its element.
enum class PartKind {
  other,
  boilerplate,  // menus, share bars, advertisements, related links, bylines, captions
  comments,     // what readers wrote
  article,      // the article's body
};

// The kind that the names in `attribute` tell, in whatever style they are written: "articleBody", "c-article__body",
// "story_body". Boilerplate goes before article ("article-body-share"), and a name such as "has-comments" or "no-ads"
// speaks of something within the element and not of the element.
PartKind part_kind(std::string_view attribute);

// The words of one class name, in lower case: "c-articleBody__text" is c, article, body, text.
std::vector<std::string> words_of_name(std::string_view name);

}  // namespace claimgraph::readers
