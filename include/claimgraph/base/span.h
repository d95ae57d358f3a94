#pragma once

#include <compare>
#include <cstdint>

namespace claimgraph {

// Bytes [begin, end) of a document's UTF-8 text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

// Tokens [begin, end) of a document, numbered from 0.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  bool contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

}  // namespace claimgraph
