#include "extract/windows.h"

#include <algorithm>
#include <string>

namespace claimgraph::extract {
namespace {

// The outermost stretches with one of `labels`, in text order.
std::vector<TokenRange> stretches_of(const std::vector<std::string>& labels, const nlp::AnnotatedDocument& document,
                                     const pattern::Layer& layer) {
  std::vector<Symbol> wanted;
  for (const auto& label : labels) {
    if (const auto symbol = document.symbols.find(label)) wanted.push_back(*symbol);
  }
  std::vector<TokenRange> all, out;
  for (std::uint32_t number = 0; number < layer.size(); ++number) {
    const bool among = std::find(wanted.begin(), wanted.end(), layer[number].label) != wanted.end();
    if (among) all.push_back(layer[number].tokens);
  }
  std::sort(all.begin(), all.end(),
            [](TokenRange a, TokenRange b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  for (const TokenRange stretch : all) {
    if (out.empty() || !out.back().contains(stretch)) out.push_back(stretch);
  }
  return out;
}

// What of `windows` lies within one of `stretches`. Both are sorted, by begin and end.
std::vector<TokenRange> cut_to(const std::vector<TokenRange>& windows, const std::vector<TokenRange>& stretches) {
  std::vector<TokenRange> out;
  auto first = stretches.begin();
  for (const TokenRange window : windows) {
    while (first != stretches.end() && first->end <= window.begin) ++first;
    for (auto it = first; it != stretches.end() && it->begin < window.end; ++it) {
      const TokenRange both{std::max(window.begin, it->begin), std::min(window.end, it->end)};
      if (!both.empty()) out.push_back(both);
    }
  }
  return out;
}

// What of `windows` lies in none of `stretches`.
std::vector<TokenRange> without(const std::vector<TokenRange>& windows, const std::vector<TokenRange>& stretches) {
  std::vector<TokenRange> out;
  auto first = stretches.begin();
  for (TokenRange window : windows) {
    while (first != stretches.end() && first->end <= window.begin) ++first;
    for (auto it = first; it != stretches.end() && it->begin < window.end; ++it) {
      if (window.begin < it->begin) out.push_back({window.begin, it->begin});
      window.begin = std::max(window.begin, it->end);
    }
    if (window.begin < window.end) out.push_back(window);
  }
  return out;
}

}  // namespace

void find_windows(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                  std::vector<TokenRange>& out) {
  out.clear();
  if (!rules::runs_in(rule.when, document.document)) return;
  switch (rule.scope) {
    case rules::Scope::sentence: out = document.sentences; break;
    case rules::Scope::paragraph: out = document.paragraphs; break;
    case rules::Scope::document:
      if (document.size() > 0) out.push_back({0, static_cast<std::uint32_t>(document.size())});
      break;
  }
  if (rule.when.everywhere()) return;
  if (!rule.when.inside.empty()) out = cut_to(out, stretches_of(rule.when.inside, document, layer));
  if (!rule.when.outside.empty()) out = without(out, stretches_of(rule.when.outside, document, layer));
}

}  // namespace claimgraph::extract
