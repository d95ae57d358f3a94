#include "claimgraph/query/timeline.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "query/periods.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// Unnamed periods last.
struct OldestFirst {
  bool operator()(const std::string& a, const std::string& b) const {
    return std::tuple(a.empty(), std::string_view(a)) < std::tuple(b.empty(), std::string_view(b));
  }
};

struct Counts {
  TimelineRow row;
  std::set<kg::DocumentId> documents;
};

std::uint64_t& count_of(TimelineRow& row, kg::Position position) {
  switch (position) {
    case kg::Position::support: return row.supports;
    case kg::Position::oppose: return row.opposes;
    case kg::Position::neutral: return row.neutral;
  }
  return row.neutral;
}

}  // namespace

Result<Rows<TimelineRow>> timeline(const store::Snapshot& snapshot, const TimelineQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  Names names(snapshot);
  const auto actors = names.ids(query.actor);
  if (!actors) return fail(actors.error());
  const auto targets = names.ids(query.target);
  if (!targets) return fail(targets.error());
  const Pair pair{.actors = *actors, .targets = *targets};
  FactReader reader(snapshot);
  std::map<std::string, Counts, OldestFirst> periods;
  const auto counts_at = [&](kg::FactId id, const DocumentRef& document) -> TimelineRow& {
    Counts& counts = periods[period_of(document.published, query.by)];
    counts.documents.insert(id.document);
    return counts.row;
  };
  const auto count_claim = [&](const kg::ClaimFact& claim, const DocumentRef& document) {
    ++counts_at(claim.id, document).claims;
  };
  const auto count_stance = [&](const kg::StanceFact& stance, const DocumentRef& document) {
    ++count_of(counts_at(stance.id, document), stance.position);
  };
  for (const Status& read : {each_found(reader, *filter, claims_of(snapshot, pair), count_claim),
                             each_found(reader, *filter, stances_of(snapshot, pair), count_stance)}) {
    if (!read) return fail(read.error());
  }
  Rows<TimelineRow> out{.total = periods.size()};
  for (auto& [period, counts] : periods) {
    counts.row.period = period;
    counts.row.documents = counts.documents.size();
    out.rows.push_back(std::move(counts.row));
  }
  return out;
}

}  // namespace claimgraph::query
