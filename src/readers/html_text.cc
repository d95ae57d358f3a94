#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "claimgraph/base/utf8.h"
#include "readers/date.h"
#include "readers/html_article.h"

namespace claimgraph::readers {
namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_block(std::string_view name) {
  return is_heading(name) ||
         one_of(name,
                {"p",    "div",     "li",     "ul",      "ol",      "article", "section",    "main",    "blockquote",
                 "td",   "th",      "tr",     "table",   "tbody",   "thead",   "tfoot",      "dl",      "dt",
                 "dd",   "pre",     "hr",     "header",  "footer",  "aside",   "nav",        "address", "form",
                 "body", "caption", "center", "details", "summary", "figure",  "figcaption", "fieldset"});
}

// What windows-1252 has where Unicode has controls; old pages write &#146; and mean an apostrophe (WHATWG HTML,
// section 13.2.5.80).
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

// Puts the pieces of an article's text together, paragraph by paragraph.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(std::string_view title) : title_(fold(title)) {}

  void begin(std::string_view block) {
    end();
    block_ = block;
  }

  void append(std::string_view text, bool in_link) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at += c.size;
      put(c.value, in_link);
    }
  }

  // A line end; two of them part paragraphs.
  void line_end() {
    if (paragraph_.ends_with('\n')) return end();
    if (!paragraph_.empty()) paragraph_.push_back('\n');
    space_ = false;
  }

  void end() {
    while (paragraph_.ends_with('\n') || paragraph_.ends_with(' ')) paragraph_.pop_back();
    if (parse_date(paragraph_)) {
      if (date_.empty()) date_ = paragraph_;
    } else if (!paragraph_.empty() && is_wanted()) {
      paragraphs_.push_back({std::move(paragraph_), is_heading(block_)});
    }
    paragraph_.clear();
    space_ = false;
    link_bytes_ = 0;
  }

  ArticleText finish() {
    end();
    // Headings that nothing follows stood over links that were left out.
    while (!paragraphs_.empty() && paragraphs_.back().second) paragraphs_.pop_back();
    ArticleText out{.date = std::move(date_)};
    for (const auto& [paragraph, heading] : paragraphs_) {
      if (!out.text.empty()) out.text += "\n\n";
      out.text += paragraph;
    }
    return out;
  }

 private:
  void put(char32_t c, bool in_link) {
    if (c >= 0x80 && c < 0xA0) c = kWindows1252[c - 0x80];
    const bool is_space = c <= 0x20 || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                          c == 0x2029 || c == 0x202F || c == 0x3000;
    const bool is_nothing = c == 0xAD || c == 0x200B || c == 0xFEFF || (c >= 0x7F && c < 0xA0);
    if (is_space) {
      space_ = !paragraph_.empty() && !paragraph_.ends_with('\n');
    } else if (!is_nothing) {
      if (space_) paragraph_.push_back(' ');
      space_ = false;
      const std::size_t before = paragraph_.size();
      append_utf8(paragraph_, c);
      if (in_link) link_bytes_ += paragraph_.size() - before;
    }
  }

  bool is_wanted() const {
    constexpr std::size_t kLongLink = 200;  // bytes; whole sentences are linked now and then
    const auto links = [&](std::size_t percent) { return link_bytes_ * 100 >= paragraph_.size() * percent; };
    if (paragraph_.size() < kLongLink && links(block_ == "li" ? 50 : 75)) return false;
    const std::string folded = paragraph_.size() < kLongLink ? fold(paragraph_) : "";
    if (one_of(folded, {"advertisement", "advertising", "sponsored", "read more", "share", "share this article",
                        "loading...", "story continues below", "story continues below advertisement"}))
      return false;
    for (const std::string_view lead :
         {"read more", "also read", "read also", "see also", "related", "more:", "watch"}) {
      if (folded.starts_with(lead) && links(40)) return false;
    }
    return !(is_heading(block_) && !title_.empty() && folded == title_);
  }

  std::string title_;
  std::string date_;
  std::string_view block_;
  std::string paragraph_;
  std::size_t link_bytes_ = 0;
  bool space_ = false;                                    // white space stands before the next character
  std::vector<std::pair<std::string, bool>> paragraphs_;  // with whether it is a heading
};

}  // namespace

ArticleText article_text(const HtmlTree& tree, const ArticlePlace& place, std::string_view title) {
  ParagraphWriter writer(title);
  for (const std::uint32_t root : place.roots) {
    std::vector<std::pair<std::uint32_t, std::string_view>> blocks;  // the open ones: where each ends, its name
    std::uint32_t link_end = 0;
    for (std::uint32_t i = root; i < tree.node(root).end;) {
      while (!blocks.empty() && i >= blocks.back().first) {
        blocks.pop_back();
        writer.begin(blocks.empty() ? "" : blocks.back().second);
      }
      if (place.dropped[i]) {
        i = tree.node(i).end;
        continue;
      }
      const std::string_view name = tree.name(i);
      if (name == "a") link_end = std::max(link_end, tree.node(i).end);
      if (name == "br") writer.line_end();
      if (is_block(name)) {
        blocks.emplace_back(tree.node(i).end, name);
        writer.begin(name);
      }
      writer.append(tree.text(i), i < link_end);
      ++i;
    }
    writer.begin("");
  }
  return writer.finish();
}

}  // namespace claimgraph::readers
