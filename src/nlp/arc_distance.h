#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace claimgraph::nlp {

inline constexpr std::size_t kArcDistances = 32;  // classes

// The class of the signed distance from a token to its head; `head` is 0 for the root, else one more than a token's
// number. DO NOT CHANGE without a new kModelVersion.
inline std::size_t arc_distance(std::size_t token, std::size_t head) {
  if (head == 0 || head == token + 1) return 0;
  const bool before = head <= token;
  const std::size_t distance = before ? token + 1 - head : head - 1 - token;
  // 1 to 8 each, then up to 10, 13, 18, 25, 35, 50 and more.
  constexpr std::size_t kBounds[] = {9, 11, 14, 19, 26, 36, 51};
  constexpr std::size_t kClasses = 8 + std::size(kBounds);
  const auto far = static_cast<std::size_t>(std::upper_bound(std::begin(kBounds), std::end(kBounds), distance) -
                                            std::begin(kBounds));
  const std::size_t size = distance < kBounds[0] ? distance - 1 : 7 + far;
  return (before ? 1 + kClasses : 1) + size;
}

}  // namespace claimgraph::nlp
