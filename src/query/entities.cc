#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "claimgraph/query/query.h"

#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/hits.h"
#include "query/names.h"
#include "query/words.h"

namespace claimgraph::query {
namespace {

using Index = store::IndexPlace::Index;
using Counter = std::uint64_t store::FactCounts::*;

bool is_called(const store::EntitySummary& entity, const std::string& words) {
  return says(fold(entity.name), words) || std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                                       [&](const auto& alias) { return says(fold(alias), words); });
}

// The parts that entities have in facts, and the index that has each.
struct Part {
  store::FactKind kind;
  bool is_from;
  Counter counter;
};
constexpr Part kParts[] = {{store::FactKind::claim, true, &store::FactCounts::claims_made},
                           {store::FactKind::claim, false, &store::FactCounts::claims_about},
                           {store::FactKind::stance, true, &store::FactCounts::stances_held},
                           {store::FactKind::stance, false, &store::FactCounts::stances_toward}};

// Counts facts that a filter lets through. Borrows what it is given. Thread-compatible.
class PartCounter {
 public:
  PartCounter(const store::Snapshot& snapshot, const FactFilter& filter) : reader_(snapshot), filter_(filter) {}

  // The parts of one entity.
  Status count(kg::EntityId id) {
    for (const Part& part : kParts) {
      const auto index = part.is_from ? Index::from : Index::to;
      if (auto status = count(part, {.index = index, .from = id, .to = id}); !status) return status;
    }
    return {};
  }
  // Those of all.
  Status count_all() {
    for (const Part& part : kParts) {
      if (auto status = count(part, {.index = part.is_from ? Index::all_from : Index::all_to}); !status) return status;
    }
    return {};
  }

  store::FactCounts counts_of(kg::EntityId id) const {
    const auto found = counts_.find(id);
    return found == counts_.end() ? store::FactCounts() : found->second;
  }

 private:
  Status count(const Part& part, const store::IndexPlace& place) {
    std::vector<std::pair<kg::EntityId, kg::FactId>> found;
    Status status;
    const Status read = reader_.snapshot().notes(part.kind, place, filter_.dates(), [&](const auto& note) {
      const auto passes = reader_.passes(filter_, note);
      if (!passes) status = fail(passes.error());
      const auto& end = part.is_from ? note.from : note.to;
      if (passes && *passes && end) found.emplace_back(*end, note.id);
      return status.has_value();
    });
    if (!read || !status) return read ? status : read;
    // A claim about two whom a user merged stands there twice.
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (const auto& [entity, fact] : found) ++(counts_[entity].*part.counter);
    return {};
  }

  FactReader reader_;
  const FactFilter& filter_;
  std::unordered_map<kg::EntityId, store::FactCounts> counts_;
};

// Leaves those of `found` who have a part in a fact that the filter lets through, with such facts counted.
Status narrow(const store::Snapshot& snapshot, const EntityQuery& query, std::vector<store::EntitySummary>& found) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  PartCounter counter(snapshot, *filter);
  Status counted;
  if (query.name.empty()) counted = counter.count_all();
  for (auto& entity : found) {
    if (!query.name.empty() && counted) counted = counter.count(entity.id);
    entity.facts = counter.counts_of(entity.id);
  }
  std::erase_if(found, [](const auto& entity) { return entity.facts == store::FactCounts(); });
  return counted;
}

EntityRow row_of(store::EntitySummary entity) {
  const store::FactCounts facts = entity.facts;
  return {.entity = std::move(entity),
          .claims_made = facts.claims_made,
          .claims_about = facts.claims_about,
          .stances_held = facts.stances_held,
          .stances_toward = facts.stances_toward};
}

}  // namespace

Result<Rows<EntityRow>> entities(const store::Snapshot& snapshot, const EntityQuery& query) {
  const std::string words = fold(query.name);
  std::vector<store::EntitySummary> found;
  const Status read = snapshot.entities_with_words(query.name, [&](const store::EntitySummary& entity) {
    if (query.name.empty() || is_called(entity, words)) found.push_back(entity);
    return true;
  });
  if (!read) return fail(read.error());
  if (found.empty() && !query.name.empty()) return fail(Names(snapshot).unknown(query.name));
  if (query.filter != Filter()) {
    if (auto status = narrow(snapshot, query, found); !status) return fail(std::move(status.error()));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(b.mentions, a.name, a.type, a.id) < std::tie(a.mentions, b.name, b.type, b.id);
  });
  Rows<EntityRow> out{.total = found.size()};
  cut_to(query.page, found);
  for (auto& entity : found) out.rows.push_back(row_of(std::move(entity)));
  return out;
}

}  // namespace claimgraph::query
