#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claimgraph/graph/view.h"

// What single vertices, and the signs between them, amount to. All of it is a pure function of the view.
namespace claimgraph::graph {

// How many edges a vertex has: to how many others it is tied in each way.
struct Degree {
  std::uint32_t supports = 0;  // edges that leave it
  std::uint32_t opposes = 0;
  std::uint32_t others = 0;     // claims and neutral stances
  std::uint32_t supported = 0;  // edges that enter it
  std::uint32_t opposed = 0;
  std::uint32_t mentioned = 0;  // claims and neutral stances

  friend bool operator==(const Degree&, const Degree&) = default;
};

// Of each vertex. A self loop counts on both sides. O(V + E).
std::vector<Degree> degrees(const View& view);

struct PageRankOptions {
  double damping = 0.85;      // REQUIRES: from 0 to below 1
  std::uint32_t rounds = 20;  // the share that is misplaced afterwards is at most damping to the power of rounds
};

// PageRank (Brin and Page 1998) along the edges of all kinds, by weight: who is spoken of by those who are spoken of.
// What nobody's edge leads on from is spread evenly. Sums to 1. O(V + rounds E).
std::vector<double> page_rank(const View& view, const PageRankOptions& options);

struct BetweennessOptions {
  std::size_t samples = 0;  // sources to search from, spread evenly over the vertices; 0: all, which is exact
};

// Share of the pairs of other vertices whose shortest ways lead over a vertex (Freeman 1977, by Brandes 2001), 0 to 1.
// Edges of all kinds are walked both ways and count as one hop. With samples an estimate (Brandes and Pich 2007).
// O(samples (V + E)).
std::vector<double> betweenness(const View& view, const BetweennessOptions& options);

// Structural balance (Heider 1946; Cartwright and Harary 1956): of three who are all tied by support or opposition, the
// friends of friends are friends and the enemies of enemies too, or the triangle is frustrated.
struct Balance {
  std::uint64_t balanced = 0;              // triangles with no or two oppositions
  std::uint64_t frustrated = 0;            // with one or three
  std::vector<std::uint64_t> balanced_at;  // of each vertex
  std::vector<std::uint64_t> frustrated_at;
};

// Over the pairs of vertices, each with the sign of its support less its opposition both ways; pairs that even out are
// not tied. O(E sqrt(E)).
Balance balance(const View& view);

}  // namespace claimgraph::graph
