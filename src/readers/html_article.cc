#include "readers/html_article.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "readers/html_words.h"

namespace claimgraph::readers {
namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has(std::string_view value, std::string_view part) { return value.find(part) != std::string_view::npos; }

bool is_never_text(std::string_view name) {
  return one_of(name, {"script", "style", "noscript", "template", "svg", "iframe", "head", "select", "textarea",
                       "button", "video", "audio", "object", "canvas", "figure", "figcaption", "input", "label"});
}

// The stages of find_article(), over one tree.
class ArticleFinder {
 public:
  explicit ArticleFinder(const HtmlTree& tree) : tree_(tree), dropped_(tree.size(), false) {}

  ArticlePlace find() {
    drop_what_is_never_text();
    count_prose();
    drop_boilerplate();
    count_prose();
    std::vector<std::uint32_t> roots = marked_roots();
    if (roots.empty()) roots = {densest()};
    return {.dropped = std::move(dropped_), .roots = std::move(roots)};
  }

 private:
  // Which of the page's own marks a node bears, the surest first; kMarks when none.
  static constexpr std::size_t kMarks = 4;

  void drop(std::uint32_t i) { std::fill(dropped_.begin() + i, dropped_.begin() + tree_.node(i).end, true); }

  void drop_what_is_never_text() {
    for (std::uint32_t i = 0; i < tree_.size();) {
      const bool hidden = tree_.attribute(i, "hidden").has_value();
      const bool never = is_never_text(tree_.name(i)) || hidden;
      if (never) drop(i);
      i = never ? tree_.node(i).end : i + 1;
    }
  }

  // Fills prose_ and links_ with running totals of the bytes of kept text outside and inside links.
  void count_prose() {
    prose_.assign(tree_.size() + 1, 0);
    links_.assign(tree_.size() + 1, 0);
    std::uint32_t link_end = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.name(i) == "a") link_end = std::max(link_end, tree_.node(i).end);
      const std::string_view text = dropped_[i] ? std::string_view() : tree_.text(i);
      const auto bytes = static_cast<std::uint32_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
      prose_[i + 1] = prose_[i] + (i < link_end ? 0 : bytes);
      links_[i + 1] = links_[i] + (i < link_end ? bytes : 0);
    }
  }

  std::uint32_t prose(std::uint32_t i) const { return prose_[tree_.node(i).end] - prose_[i]; }
  std::uint32_t links(std::uint32_t i) const { return links_[tree_.node(i).end] - links_[i]; }
  std::uint32_t all_prose() const { return prose_.back(); }

  std::string_view attribute(std::uint32_t i, std::string_view name) const {
    return tree_.attribute(i, name).value_or("");
  }

  PartKind kind(std::uint32_t i) const {
    PartKind kind = PartKind::other;
    for (const char* name : {"class", "id", "role", "data-component"}) {
      const PartKind one = part_kind(attribute(i, name));
      if (one == PartKind::comments) return one;
      if (one == PartKind::boilerplate || kind == PartKind::other) kind = one == PartKind::other ? kind : one;
    }
    return kind;
  }

  bool is_boilerplate(std::uint32_t i, std::uint32_t article_end) const {
    const std::string_view name = tree_.name(i);
    if (name.empty() || one_of(name, {"html", "body", "main", "article", "p", "em", "strong", "b", "i"})) return false;
    if (has(attribute(i, "itemprop"), "articleBody")) return false;
    const PartKind kind = this->kind(i);
    if (kind == PartKind::comments) return true;
    // A page that calls most of its text a widget, or stands in one form as a whole, does not mean it.
    if (prose(i) > all_prose() / 2) return false;
    if (name == "header") return i >= article_end;
    const std::string_view style = attribute(i, "style");
    return kind == PartKind::boilerplate ||
           one_of(name, {"nav", "aside", "footer", "form", "dialog", "menu", "address"}) ||
           attribute(i, "aria-hidden") == "true" || has(style, "display:none") || has(style, "display: none");
  }

  void drop_boilerplate() {
    std::uint32_t article_end = 0;
    for (std::uint32_t i = 0; i < tree_.size();) {
      if (one_of(tree_.name(i), {"article", "main"})) article_end = std::max(article_end, tree_.node(i).end);
      const bool drops = dropped_[i] || is_boilerplate(i, article_end);
      if (drops) drop(i);
      i = drops ? tree_.node(i).end : i + 1;
    }
  }

  std::size_t mark(std::uint32_t i) const {
    if (tree_.name(i).empty()) return kMarks;
    if (has(attribute(i, "itemprop"), "articleBody")) return 0;
    if (kind(i) == PartKind::article && tree_.name(i) != "body") return 1;
    if (tree_.name(i) == "article") return 2;
    if (tree_.name(i) == "main" || attribute(i, "role") == "main") return 3;
    return kMarks;
  }

  // The nodes that bear the surest mark under which a good part of the prose stands.
  std::vector<std::uint32_t> marked_roots() const {
    std::array<std::vector<std::uint32_t>, kMarks> marked;
    std::array<std::uint32_t, kMarks> ends = {};
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::size_t mark = dropped_[i] ? kMarks : this->mark(i);
      if (mark == kMarks || i < ends[mark]) continue;
      ends[mark] = tree_.node(i).end;
      marked[mark].push_back(i);
    }
    for (std::size_t mark = 0; mark < kMarks; ++mark) {
      std::vector<std::uint32_t> roots = together(marked[mark], mark);
      std::uint64_t sum = 0;
      for (const std::uint32_t root : roots) sum += prose(root);
      if (sum > 0 && sum * 5 >= std::uint64_t{all_prose()} * 2) return roots;
    }
    return {};
  }

  // Of nodes with one mark those that make up the article: all parts of its body, but of whole articles the largest,
  // since the others are teasers.
  std::vector<std::uint32_t> together(const std::vector<std::uint32_t>& marked, std::size_t mark) const {
    if (marked.empty() || mark == 0) return marked;
    const std::uint32_t best = *std::max_element(marked.begin(), marked.end(),
                                                 [&](std::uint32_t a, std::uint32_t b) { return prose(a) < prose(b); });
    if (mark != 1) return {best};
    std::vector<std::uint32_t> parts;
    std::copy_if(marked.begin(), marked.end(), std::back_inserter(parts), [&](std::uint32_t i) {
      return i == best ||
             (tree_.node(i).parent == tree_.node(best).parent && attribute(i, "class") == attribute(best, "class"));
    });
    return parts;
  }

  // The element whose paragraphs weigh most, widened until it holds half of the prose.
  std::uint32_t densest() const {
    std::vector<double> scores(tree_.size(), 0);
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      if (dropped_[i] || !one_of(tree_.name(i), {"p", "pre", "td", "div", "blockquote", "section"})) continue;
      const std::uint32_t own = own_prose(i);
      if (own < 25) continue;
      const double score = 1.0 + std::min(own / 100.0, 3.0);
      const std::uint32_t around = tree_.name(i) == "p" ? tree_.node(i).parent : i;
      scores[around] += score;
      scores[tree_.node(around).parent] += score / 2;
    }
    std::uint32_t best = 0;
    double best_score = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const double all = prose(i) + links(i);
      const double score = all == 0 ? 0 : scores[i] * prose(i) / all;
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    while (best != 0 && prose(best) * std::uint64_t{2} < all_prose()) best = tree_.node(best).parent;
    return best;
  }

  // Bytes of prose in the texts right below `i`.
  std::uint32_t own_prose(std::uint32_t i) const {
    std::uint32_t sum = 0;
    for (std::uint32_t child = i + 1; child < tree_.node(i).end; child = tree_.node(child).end) {
      const bool inline_text =
          tree_.node(child).is_text || one_of(tree_.name(child), {"a", "b", "i", "em", "strong", "span"});
      if (inline_text) sum += prose(child);
    }
    return sum;
  }

  const HtmlTree& tree_;
  std::vector<bool> dropped_;
  std::vector<std::uint32_t> prose_;  // by node: bytes of kept text outside links before it
  std::vector<std::uint32_t> links_;  // the same within links
};

}  // namespace

ArticlePlace find_article(const HtmlTree& tree) { return ArticleFinder(tree).find(); }

}  // namespace claimgraph::readers
