#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::readers {

// The elements and texts of a page in document order, each with the end of what lies within it, so that every walk is a
// loop over numbers and no depth of nesting costs stack. Owns its strings. Immutable once parsed.
class HtmlTree {
 public:
  // Parses a page that is UTF-8 without control characters, in linear time whatever it holds; wrong HTML is mended as
  // libxml2 mends it. Error limit when it is nested deeper than kMostDepth, has more than kMostNodes elements and
  // texts, or a tag with more than kMostAttributes attributes: no page that a reader would want does.
  static Result<HtmlTree> parse(std::string_view page);

  // As browsers have it. libxml2 looks through all open elements for each end tag that has no start.
  static constexpr std::size_t kMostDepth = 512;
  static constexpr std::size_t kMostNodes = std::size_t{1} << 22;
  static constexpr std::size_t kMostAttributes = 1000;

  struct Node {
    std::uint32_t parent = 0;  // a number below this one's; 0 is its own
    std::uint32_t end = 0;     // one past the last node within it
    std::uint32_t text = 0;    // where its string begins: the name of an element, a text's characters
    std::uint32_t text_size = 0;
    std::uint32_t attributes = 0;  // where its attributes begin
    std::uint32_t attributes_size = 0;
    bool is_text = false;
  };

  // Node 0 is the page, an element without a name.
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const Node& node(std::uint32_t number) const { return nodes_[number]; }
  // The name of an element in lower case; "" for a text. Views live as long as the tree.
  std::string_view name(std::uint32_t number) const;
  // The characters of a text; "" for an element. Those of <script> and <style> are texts too.
  std::string_view text(std::uint32_t number) const;
  // The value of an attribute (its name in lower case), "" when it has none; nothing when it is not there.
  std::optional<std::string_view> attribute(std::uint32_t number, std::string_view name) const;
  // The characters within a node, in order; of the first 200 nodes there, which is more than any heading or name has.
  std::string text_within(std::uint32_t number) const;

 private:
  friend class HtmlTreeBuilder;

  struct Attribute {
    std::uint32_t name = 0;
    std::uint32_t name_size = 0;
    std::uint32_t value = 0;
    std::uint32_t value_size = 0;
  };

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string strings_;
};

}  // namespace claimgraph::readers
