#include "claimgraph/query/network.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "query/numbering.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// The statements that a network is made of, and whom they are of and about.
struct Discourse {
  std::vector<graph::Vertex> vertices;
  std::vector<graph::Statement> statements;
};

Status check(const graph::NetworkOptions& options) {
  if (graph::fits(options.mode, options.normalisation)) return {};
  const bool one_mode = options.mode != graph::NetworkMode::affiliation;
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("'{}' is no normalisation of a network of {}", kg::spell(options.normalisation),
                                      kg::spell(options.mode)),
               .hint = one_mode ? "choose none, average, jaccard or cosine" : "choose none, activity or prominence"});
}

// Days since 1970-01-01 of "2025-10-24"; undated when it is not as exact as that.
std::int32_t day_of(std::string_view date) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (date.size() < 10) return graph::Statement::kUndated;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  std::from_chars(date.data() + 8, date.data() + 10, day);
  const std::chrono::year_month_day whole{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!whole.ok()) return graph::Statement::kUndated;
  return static_cast<std::int32_t>(std::chrono::sys_days(whole).time_since_epoch().count());
}

// A statement before its ends are numbered.
struct Uttered {
  GroupId actor{};
  GroupId target{};
  graph::Statement statement;
};

Result<std::vector<Uttered>> uttered(const store::Snapshot& snapshot, const EntityGroups& groups,
                                     const FactFilter& filter) {
  FactReader reader(snapshot);
  std::vector<Uttered> out;
  const FactSearch search{.kind = store::FactKind::stance};
  const Status read = each_found(reader, filter, search, Ends::wanted, [&](const store::FactNote& stance) -> Status {
    if (!stance.from || !stance.to || stance.position == kg::Position::neutral) return {};
    const auto actor = groups.group_of(*stance.from);
    const auto target = groups.group_of(*stance.to);
    if (!actor || !target) return {};
    out.push_back({.actor = *actor,
                   .target = *target,
                   .statement = {.agrees = stance.position == kg::Position::support,
                                 .document = static_cast<std::uint64_t>(stance.id.document),
                                 .day = day_of(kg::dump_date(stance.published))}});
    return {};
  });
  if (!read) return fail(read.error());
  return out;
}

Result<Discourse> discourse(const store::Snapshot& snapshot, const Filter& filter) {
  const auto checked = FactFilter::make(filter);
  if (!checked) return fail(checked.error());
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  const auto found = uttered(snapshot, *groups, *checked);
  if (!found) return fail(found.error());
  std::vector<GroupId> touched;
  for (const Uttered& one : *found) {
    touched.push_back(one.actor);
    touched.push_back(one.target);
  }
  const Numbering numbering(*groups, std::move(touched));
  Discourse out{.vertices = numbering.vertices()};
  for (const Uttered& one : *found) {
    out.statements.push_back(one.statement);
    out.statements.back().actor = numbering.of(one.actor);
    out.statements.back().target = numbering.of(one.target);
  }
  return out;
}

}  // namespace

Result<Rows<TieRow>> network(const store::Snapshot& snapshot, const NetworkQuery& query) {
  if (const Status good = check(query.options); !good) return fail(good.error());
  const auto spoken = discourse(snapshot, query.filter);
  if (!spoken) return fail(spoken.error());
  std::vector<graph::Tie> ties = graph::network(spoken->statements, query.options);
  std::stable_sort(ties.begin(), ties.end(), [](const graph::Tie& a, const graph::Tie& b) {
    return std::abs(a.weight) > std::abs(b.weight);  // vertices are numbered by their names
  });
  Rows<TieRow> out{.total = ties.size()};
  cut_to(query.page, ties);
  for (const graph::Tie& tie : ties) {
    out.rows.push_back({.from = spoken->vertices[static_cast<std::size_t>(tie.from)].name,
                        .to = spoken->vertices[static_cast<std::size_t>(tie.to)].name,
                        .weight = tie.weight,
                        .agreements = tie.agreements,
                        .conflicts = tie.conflicts});
  }
  return out;
}

Result<graph::View> network_view(const store::Snapshot& snapshot, const Filter& filter,
                                 const graph::NetworkOptions& options) {
  if (const Status good = check(options); !good) return fail(good.error());
  const auto spoken = discourse(snapshot, filter);
  if (!spoken) return fail(spoken.error());
  std::vector<graph::Edge> edges;
  for (const graph::Tie& tie : graph::network(spoken->statements, options)) {
    if (tie.weight == 0) continue;
    const bool apart = options.mode == graph::NetworkMode::conflict || tie.weight < 0;
    edges.push_back({.from = tie.from,
                     .to = tie.to,
                     .kind = apart ? graph::EdgeKind::oppose : graph::EdgeKind::support,
                     .count = static_cast<std::uint32_t>(tie.agreements + tie.conflicts),
                     .weight = std::abs(tie.weight)});
  }
  const std::size_t all = edges.size();
  return graph::strongest(graph::View(spoken->vertices, std::move(edges)), all);
}

}  // namespace claimgraph::query
