#include "extract/selection.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>

#include "extract/continuations.h"
#include "extract/kept.h"

namespace claimgraph::extract {
namespace {

// By source, cue and contents.
bool before(const Attribution& a, const Attribution& b) {
  return std::tie(a.source, a.cue, a.contents) < std::tie(b.source, b.cue, b.contents);
}

// Of scored candidates with the same parts the first stands for all, with the best score of them: its rule says most
// about them. Returns those that stand for themselves or others.
std::vector<std::uint32_t> without_doubles(std::span<Attribution> candidates) {
  std::vector<std::uint32_t> order, out;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].score) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return before(candidates[a], candidates[b]); });
  for (const std::uint32_t number : order) {
    if (out.empty() || before(candidates[out.back()], candidates[number])) {
      out.push_back(number);
      continue;
    }
    auto& score = candidates[out.back()].score;
    score = std::max(score, candidates[number].score);
  }
  return out;
}

// The numbers of the candidates that the judge believes, the best first, then by the order of the rules.
std::vector<std::uint32_t> best_first(std::span<Attribution> candidates, const Judge& judge) {
  std::vector<std::uint32_t> out = without_doubles(candidates);
  out.erase(std::remove_if(out.begin(), out.end(), [&](auto n) { return !judge.believes(*candidates[n].score); }),
            out.end());
  std::sort(out.begin(), out.end());
  std::stable_sort(out.begin(), out.end(), [&](auto a, auto b) { return *candidates[a].score > *candidates[b].score; });
  return out;
}

// Of what the judge does not believe, lets stand what lies within the words of others that are `chosen`, by the order
// of the rules and without a score: the model has learned nothing of reports within reports.
void add_nested(std::span<Attribution> candidates, Kept& chosen, std::vector<bool>& stands) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Attribution& candidate = candidates[i];
    if (stands[i] || !candidate.score || needs_model(*candidate.rule)) continue;
    if (!chosen.surrounds(candidate) || chosen.contradicts(candidate)) continue;
    candidate.score.reset();
    chosen.add(candidate);
    stands[i] = true;
  }
}

// Which candidates the judge and the order of scores let stand; those without a score all do, but for those that need
// one.
std::vector<bool> standing(std::span<Attribution> candidates, const Judge& judge, std::size_t tokens) {
  std::vector<bool> out(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    out[i] = !candidates[i].score && !needs_model(*candidates[i].rule);
  Kept chosen(tokens);
  for (const std::uint32_t number : best_first(candidates, judge)) {
    if (chosen.contradicts(candidates[number])) continue;
    chosen.add(candidates[number]);
    out[number] = true;
  }
  add_nested(candidates, chosen, out);
  return out;
}

void sort_by_text(std::vector<Attribution>& all) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(a.extent().begin, ~a.extent().end) < std::pair(b.extent().begin, ~b.extent().end);
  });
}

}  // namespace

std::vector<Attribution> select(Candidates candidates, const Judge& judge, const nlp::AnnotatedDocument& document) {
  const auto stands = standing(candidates.sourced, judge, document.size());
  Kept kept(document.size());
  for (std::size_t i = 0; i < candidates.sourced.size(); ++i) {
    Attribution& candidate = candidates.sourced[i];
    if (!stands[i] || kept.contradicts(candidate)) continue;
    if (candidate.score) candidate.confidence = judge.probability(*candidate.score);
    kept.add(std::move(candidate));
  }
  add_continuations(std::move(candidates.floating), kept, document);
  sort_by_text(kept.all());
  return std::move(kept.all());
}

}  // namespace claimgraph::extract
