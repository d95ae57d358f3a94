#include "extract/continuations.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace claimgraph::extract {
namespace {

// The attributions with a source of their own by where they end, for finding the one before a place.
class ByEnd {
 public:
  ByEnd(const std::vector<Attribution>& all, const nlp::AnnotatedDocument& document) : document_(document) {
    for (std::size_t i = 0; i < all.size(); ++i) set(i, all[i]);
  }

  // Of several that end together the widest counts: the others lie within its content.
  void set(std::size_t number, const Attribution& attribution) {
    if (!attribution.source) return;
    const TokenRange extent = attribution.extent();
    const auto [it, is_new] = by_end_.try_emplace(extent.end, Last{number, extent.begin});
    if (!is_new && extent.begin <= it->second.begin) it->second = {number, extent.begin};
  }

  // The last one that ends at or before `token`, when it reaches into the same paragraph or at most `paragraphs`
  // before.
  std::optional<std::size_t> before(std::uint32_t token, std::ptrdiff_t paragraphs) const {
    auto it = by_end_.upper_bound(token);
    if (it == by_end_.begin()) return std::nullopt;
    --it;
    if (paragraph_of(token) - paragraph_of(it->first - 1) > paragraphs) return std::nullopt;
    return it->second.number;
  }

 private:
  struct Last {
    std::size_t number;
    std::uint32_t begin;  // of its extent
  };

  std::ptrdiff_t paragraph_of(std::uint32_t token) const {
    const auto it = std::upper_bound(document_.paragraphs.begin(), document_.paragraphs.end(), token,
                                     [](std::uint32_t t, TokenRange p) { return t < p.begin; });
    return it - document_.paragraphs.begin();
  }

  const nlp::AnnotatedDocument& document_;
  std::map<std::uint32_t, Last> by_end_;
};

bool is_paragraph(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  return std::binary_search(
      document.paragraphs.begin(), document.paragraphs.end(), tokens,
      [](TokenRange a, TokenRange b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
}

}  // namespace

void add_continuations(std::vector<Attribution> floating, Kept& kept, const nlp::AnnotatedDocument& document) {
  ByEnd by_end(kept.all(), document);
  for (Attribution& candidate : floating) {
    const TokenRange content = candidate.contents.front();
    if (kept.touches(content)) continue;
    const rules::Value* join = candidate.rule->field("join");
    const bool joins = join != nullptr && join->literal == "previous";
    const auto number = by_end.before(content.begin, joins && !is_paragraph(document, content) ? 0 : 1);
    if (!number) continue;
    Attribution& last = kept.all()[*number];
    if (joins) {
      kept.add_content(*number, content);
      by_end.set(*number, last);
      continue;
    }
    candidate.source = last.source;
    candidate.certainty = last.certainty;
    by_end.set(kept.all().size(), candidate);
    kept.add(std::move(candidate));
  }
}

}  // namespace claimgraph::extract
