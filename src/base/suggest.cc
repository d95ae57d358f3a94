#include "claimgraph/base/suggest.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace claimgraph {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::vector<std::string> nearest(std::string_view written, std::span<const std::string> candidates, std::size_t most) {
  const std::string wanted = ascii_lower(written);
  const std::size_t limit = std::max<std::size_t>(1, written.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted, ascii_lower(candidate));
    if (distance <= limit) near.emplace_back(distance, candidate);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  while (!near.empty() && (near.size() > most || near.back().first > near.front().first)) near.pop_back();
  std::vector<std::string> out;
  for (auto& [distance, candidate] : near) out.push_back(std::move(candidate));
  return out;
}

std::string did_you_mean(std::string_view written, std::span<const std::string> candidates) {
  constexpr std::size_t kMost = 3;
  const auto near = nearest(written, candidates, kMost);
  if (near.empty()) return "";
  std::string out = fmt::format("did you mean '{}'", near.front());
  for (std::size_t i = 1; i < near.size(); ++i) {
    out += fmt::format("{} '{}'", i + 1 == near.size() ? " or" : ",", near[i]);
  }
  return out + "?";
}

}  // namespace claimgraph
