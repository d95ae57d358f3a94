#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

// Answers: facts joined with what a person needs to judge them.
namespace claimgraph::query {

// The document a row comes from.
struct DocumentRef {
  std::string id;
  std::string uri;
  std::string title;
  std::string publisher;
  std::string published;
};

struct ClaimRow {
  kg::FactId id;
  std::string source;   // the entity's name; empty when nobody is named
  std::string cue;      // in one line
  std::string content;  // in one line
  std::vector<std::string> about;
  kg::Form form{};
  kg::Polarity polarity{};
  kg::Certainty certainty{};
  std::optional<kg::FactId> within;
  std::string rule;
  double confidence = 0;
  DocumentRef document;
};

struct StanceRow {
  kg::FactId id;
  std::string actor;  // empty: the article's own voice
  kg::Position position{};
  std::string target;
  std::string according_to;  // empty: the article's own voice
  std::optional<kg::FactId> claim;
  std::string evidence;  // in one line
  std::string rule;
  double confidence = 0;
  DocumentRef document;
};

struct EntityRow {
  store::EntitySummary entity;
  std::uint64_t claims_made = 0;
  std::uint64_t claims_about = 0;
  std::uint64_t stances_held = 0;
  std::uint64_t stances_toward = 0;
};

// What is to be said of the facts behind an edge of the graph.
struct EdgeEvidence {
  std::string quote;                   // of the strongest, in one line: the most confident, ties by id
  std::string fact;                    // its id, for show()
  DocumentRef document;                // where it stands
  std::vector<std::string> documents;  // ids of those with a fact of the edge, each once, ascending
  std::string first_date;              // earliest and latest publication, empty when none has a date
  std::string last_date;
};

// One edge of a neighbourhood or a path: `from` speaks of, supports or opposes `to`.
struct EdgeRow {
  std::string from;
  std::string kind;  // "claim", "support", "oppose", "neutral"
  std::string to;
  std::uint32_t count = 0;
  double weight = 0;
  std::string quote;  // of the strongest evidence, in one line
  std::string fact;   // its id, for `show`
  DocumentRef document;
  std::uint32_t path = 0;  // number of the path it belongs to, from 1; 0 in a neighbourhood
  bool forward = true;     // whether the path walks it from `from` to `to`
};

struct ClusterRow {
  std::uint32_t cluster = 0;  // from 1: the cluster's number in graph::Clustering, plus 1
  std::string entity;
  std::string type;
  double stability = 0;
  std::uint64_t supports = 0;  // signed facts inside the cluster
  std::uint64_t opposes = 0;
};

// One who stands with an entity in some of the searches for clusters.
struct CompanionRow {
  std::uint32_t cluster = 0;  // as in ClusterRow
  std::string entity;
  std::string type;
  double together = 0;  // share of the searches that put both into one cluster, above 0 and up to 1
};

// One fact in its context, whole sentences of the paragraph or paragraphs it stands in: before + fact + after is a
// piece of the document's text.
struct Context {
  std::variant<ClaimRow, StanceRow> row;  // what the fact says
  DocumentRef document;
  std::string before;
  std::string fact;  // from the first of its spans to the end of the last
  std::string after;
  // Whether the paragraph has more: of a long one there is but a sentence on either side of the fact's.
  bool more_before = false;
  bool more_after = false;
};

}  // namespace claimgraph::query
