#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claimgraph/graph/view.h"
#include "claimgraph/kg/vocabulary.h"

// The networks of discourse network analysis (Leifeld 2017): who agrees and disagrees with whom over what.
namespace claimgraph::graph {

// An actor is for or against a target at one place of one document.
struct Statement {
  VertexId actor{};
  VertexId target{};
  bool agrees = true;
  std::uint64_t document = 0;
  // The day of publication, in days since 1970-01-01; kUndated when it is not known.
  std::int32_t day = kUndated;

  static constexpr std::int32_t kUndated = INT32_MIN;
};

// affiliation: actor to target, times for less times against. The others tie actors to each other, over all targets:
// congruence: times that both are for or both against it, one's times the other's; conflict: that one is for and the
// other against it; subtract: congruence less conflict.
enum class NetworkMode { affiliation, congruence, conflict, subtract };

// What a tie is divided by. One-mode: average, the mean number of statements of the two; jaccard, the number of targets
// that either speaks of; cosine, the lengths of their vectors of statements (by target and sign). Affiliation:
// activity, the number of statements of the actor; prominence, that of statements on the target.
enum class Normalisation { none, average, jaccard, cosine, activity, prominence };

// How often an actor's repeated statement of one sign on one target counts: each time, or once in each document, day,
// week (from Monday), month, or in all. Undated ones count once a document where days matter.
enum class Repeats { all, document, day, week, month, once };

struct NetworkOptions {
  NetworkMode mode = NetworkMode::congruence;
  Normalisation normalisation = Normalisation::none;
  Repeats repeats = Repeats::document;
};

// Whether the normalisation is one for that mode.
bool fits(NetworkMode mode, Normalisation normalisation);

struct Tie {
  VertexId from{};  // of two actors the smaller number
  VertexId to{};
  double weight = 0;
  std::uint64_t agreements = 0;  // before normalisation: congruence, or times for
  std::uint64_t conflicts = 0;   // conflict, or times against

  friend bool operator==(const Tie&, const Tie&) = default;
};

// The ties of the network by their ends. Two actors who never speak of the same target have none; in congruence and
// conflict, neither have those whose tie is 0. O(S log S + sum over targets of the square of its actors).
// REQUIRES: fits(options.mode, options.normalisation).
std::vector<Tie> network(std::span<const Statement> statements, const NetworkOptions& options);

}  // namespace claimgraph::graph

template <>
struct claimgraph::kg::Spelling<claimgraph::graph::NetworkMode> {
  static constexpr std::array<std::string_view, 4> kNames = {"affiliation", "congruence", "conflict", "subtract"};
};
template <>
struct claimgraph::kg::Spelling<claimgraph::graph::Normalisation> {
  static constexpr std::array<std::string_view, 6> kNames = {"none",   "average",  "jaccard",
                                                             "cosine", "activity", "prominence"};
};
template <>
struct claimgraph::kg::Spelling<claimgraph::graph::Repeats> {
  static constexpr std::array<std::string_view, 6> kNames = {"all", "document", "day", "week", "month", "once"};
};
