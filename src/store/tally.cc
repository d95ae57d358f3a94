#include "store/tally.h"

#include <algorithm>

#include "store/tables.h"

namespace claimgraph::store {

namespace {

using Counter = std::uint64_t FactCounts::*;
constexpr Counter kCounters[] = {&FactCounts::claims_made, &FactCounts::claims_about, &FactCounts::stances_held,
                                 &FactCounts::stances_toward};

}  // namespace

void add_date(EntitySum& sum, kg::Date date) {
  if (date == kg::kNoDate) return;
  sum.first = sum.first == kg::kNoDate ? date : std::min(sum.first, date);
  sum.last = std::max(sum.last, date);
}

std::vector<std::pair<std::string, std::uint64_t>>::iterator place_of_name(EntitySum& sum, const std::string& name) {
  return std::lower_bound(sum.names.begin(), sum.names.end(), name,
                          [](const auto& counted, const std::string& wanted) { return counted.first < wanted; });
}

void add(EntitySum& sum, const kg::EntityFact& entity, kg::Date date) {
  sum.type = entity.type;
  ++sum.documents;
  sum.mentions += entity.mentions.size();
  add_date(sum, date);
  const auto at = place_of_name(sum, entity.name);
  if (at != sum.names.end() && at->first == entity.name) {
    ++at->second;
  } else {
    sum.names.insert(at, {entity.name, 1});
  }
}

void add(EntityTally& tally, const kg::EntityFact& entity, kg::Date date) {
  add(tally.sum, entity, date);
  for (const std::string& alias : entity.aliases) ++tally.aliases[alias];
}

std::map<kg::EntityId, FactCounts> count_facts(const kg::Facts& facts) {
  std::map<kg::EntityId, FactCounts> out;
  for (const kg::ClaimFact& claim : facts.claims) {
    if (claim.source) ++out[*claim.source].claims_made;
    for (const kg::EntityId about : claim.about) ++out[about].claims_about;
  }
  for (const kg::StanceFact& stance : facts.stances) {
    if (stance.actor) ++out[*stance.actor].stances_held;
    ++out[stance.target].stances_toward;
  }
  return out;
}

void add(FactCounts& counts, const FactCounts& more) {
  for (const Counter counter : kCounters) counts.*counter += more.*counter;
}

bool subtract(FactCounts& counts, const FactCounts& less) {
  for (const Counter counter : kCounters) {
    if (counts.*counter < less.*counter) return false;
    counts.*counter -= less.*counter;
  }
  return true;
}

Result<EntityTally> tally_of(const Moment& moment, kg::EntityId id) {
  EntityTally out{.id = id};
  const auto status = visit_rows<Entities>(moment, entity_prefix(id), [&](const EntityKey&, const EntityRow& row) {
    add(out, row.fact, kg::parse_date(row.published).value_or(kg::kNoDate));
    return true;
  });
  if (!status) return fail(status.error());
  return out;
}

Result<AliasCounts> load_aliases_of(const Moment& moment, kg::EntityId id) {
  AliasCounts out;
  const auto status = visit_rows<Aliases>(moment, entity_prefix(id), [&](const AliasKey& key, std::uint64_t documents) {
    out.emplace(key.alias, documents);
    return true;
  });
  if (!status) return fail(status.error());
  return out;
}

}  // namespace claimgraph::store
