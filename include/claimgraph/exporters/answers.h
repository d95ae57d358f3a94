#pragma once

#include <span>
#include <string>
#include <vector>

#include "claimgraph/exporters/card.h"
#include "claimgraph/exporters/table.h"
#include "claimgraph/query/comparison.h"
#include "claimgraph/query/contradictions.h"
#include "claimgraph/query/measures.h"
#include "claimgraph/query/network.h"
#include "claimgraph/query/rows.h"
#include "claimgraph/query/timeline.h"
#include "claimgraph/store/store.h"

// The rows of package query as tables and cards.
namespace claimgraph::exporters {

// Every field of every row, for other programs. The keys are those of the extraction record where it has them.
Table table_of(std::span<const query::ClaimRow> rows);
Table table_of(std::span<const query::StanceRow> rows);
Table table_of(std::span<const query::EntityRow> rows);
Table table_of(std::span<const query::EdgeRow> rows);
Table table_of(std::span<const query::ClusterRow> rows);
Table table_of(std::span<const query::CompanionRow> rows);
Table table_of(std::span<const query::MeasureRow> rows);
Table table_of(std::span<const query::TieRow> rows);
Table table_of(std::span<const query::TimelineRow> rows);
Table table_of(std::span<const query::ComparisonRow> rows);
// Two rows a contradiction, the older stance first; `contradiction` numbers them from 1.
Table table_of(std::span<const query::ContradictionRow> rows);
Table table_of(const store::Stats& stats);
Table table_of(const query::Context& context);

// The fields that a person compares, with a link to the document: for Markdown, and for the terminal what has no cards.
Table digest_of(std::span<const query::ClaimRow> rows);
Table digest_of(std::span<const query::StanceRow> rows);
Table digest_of(std::span<const query::EdgeRow> rows);
Table digest_of(std::span<const query::EntityRow> rows);
Table digest_of(std::span<const query::ContradictionRow> rows);
Table digest_of(std::span<const query::ComparisonRow> rows);
Table digest_of(std::span<const query::MeasureRow> rows);

std::vector<Card> cards_of(std::span<const query::ClaimRow> rows);
std::vector<Card> cards_of(std::span<const query::StanceRow> rows);
// With all that the digest leaves out.
std::vector<Card> cards_of(std::span<const query::EntityRow> rows);
// A card an edge. The edges of one path stand together under its number.
std::vector<Card> cards_of(std::span<const query::EdgeRow> rows);

// Two cards a contradiction, which stand together under what they have in common.
std::vector<Card> cards_of(std::span<const query::ContradictionRow> rows);

// A fact in its paragraph: what it says and by which rule, the document, then what stands before it, the fact with a
// bar beside it, and what follows.
std::string to_text(const query::Context& context, const TerminalOptions& options);

}  // namespace claimgraph::exporters
