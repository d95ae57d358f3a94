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
  const auto parties = names.parties(query.actor, query.target);
  if (!parties) return fail(parties.error());
  FactReader reader(snapshot);
  std::map<std::string, Counts, OldestFirst> periods;
  const auto counts_at = [&](const store::FactNote& note) -> TimelineRow& {
    Counts& counts = periods[period_of(kg::dump_date(note.published), query.by)];
    counts.documents.insert(note.id.document);
    return counts.row;
  };
  const auto count_claim = [&](const store::FactNote& note) -> Status {
    ++counts_at(note).claims;
    return {};
  };
  const auto count_stance = [&](const store::FactNote& note) -> Status {
    ++count_of(counts_at(note), note.position.value_or(kg::Position::neutral));
    return {};
  };
  FactSearch search{.from = parties->from, .to = parties->to};
  auto read = each_found(reader, *filter, search, Ends::ignored, count_claim);
  search.kind = store::FactKind::stance;
  if (read) read = each_found(reader, *filter, search, Ends::ignored, count_stance);
  if (!read) return fail(read.error());
  Rows<TimelineRow> out{.total = periods.size()};
  for (auto& [period, counts] : periods) {
    counts.row.period = period;
    counts.row.documents = counts.documents.size();
    out.rows.push_back(std::move(counts.row));
  }
  return out;
}

}  // namespace claimgraph::query
