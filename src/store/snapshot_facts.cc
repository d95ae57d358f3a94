#include <algorithm>
#include <iterator>
#include <utility>

#include "claimgraph/store/store.h"
#include "claimgraph/store/words.h"
#include "store/damage.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

// Reads of claims and stances: all of them, by id and by index, with the user's links applied.
namespace claimgraph::store {
namespace {

// Facts that an index names are fetched this many at a time.
constexpr std::size_t kFactsAtOnce = 64;

using FactIds = std::vector<kg::FactId>;
// The prefixes of an index's keys that are read as one.
using Prefixes = std::vector<std::string>;

std::optional<kg::FactId> decode_fact(Family index, std::string_view bytes) {
  const auto fact = [](const auto& key) { return key ? std::optional(key->fact.id) : std::nullopt; };
  switch (index) {
    case Family::claims_by_pair:
    case Family::stances_by_pair: return fact(decode_pair_key(bytes));
    case Family::claims_by_rule:
    case Family::stances_by_rule:
    case Family::claims_by_word: return fact(decode_text_key(bytes));
    default: return fact(decode_index_key(bytes));
  }
}

// Visits the facts that `index` has under `prefix`, in the order of its keys.
Status visit_ids(const Moment& moment, Family index, std::string_view prefix,
                 const std::function<Result<bool>(kg::FactId)>& visit) {
  return moment.scan(index, prefix, [&](std::string_view bytes, std::string_view) -> Result<bool> {
    const auto fact = decode_fact(index, bytes);
    if (!fact) return fail(damage_at(moment.path(), index, bytes, "this is no key"));
    return visit(*fact);
  });
}

Result<FactIds> load_ids(const Moment& moment, Family index, const Prefixes& prefixes) {
  FactIds out;
  for (const std::string& prefix : prefixes) {
    const auto status = visit_ids(moment, index, prefix, [&](kg::FactId fact) -> Result<bool> {
      out.push_back(fact);
      return true;
    });
    if (!status) return fail(status.error());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Fetches facts a few at a time, links them and hands them on.
template <typename Table>
class Fetcher {
 public:
  using Visit = std::function<bool(const typename Table::Value&)>;
  Fetcher(const Moment& moment, const LinkMap& links, const Visit& visit)
      : moment_(moment), links_(links), visit_(visit) {}

  // Whether more are wanted. REQUIRES: ids ascend.
  Result<bool> add(kg::FactId fact) {
    wanted_.push_back(fact);
    return wanted_.size() < kFactsAtOnce ? Result<bool>(more_) : finish();
  }
  Result<bool> finish() {
    if (!more_) return false;
    auto facts = load_all<Table>(moment_, wanted_);
    if (!facts) return fail(std::move(facts.error()));
    wanted_.clear();
    for (auto& fact : *facts) {
      links_.apply(fact);
      if (more_) more_ = visit_(fact);
    }
    return more_;
  }

 private:
  const Moment& moment_;
  const LinkMap& links_;
  const Visit& visit_;
  FactIds wanted_;
  bool more_ = true;
};

template <typename Table>
Status visit_facts(const Moment& moment, const LinkMap& links, const FactIds& ids,
                   const std::function<bool(const typename Table::Value&)>& visit) {
  Fetcher<Table> fetcher(moment, links, visit);
  for (const kg::FactId id : ids) {
    const auto more = fetcher.add(id);
    if (!more) return fail(more.error());
    if (!*more) return {};
  }
  if (auto rest = fetcher.finish(); !rest) return fail(std::move(rest.error()));
  return {};
}

// Visits the facts that `index` has under any of `prefixes`, by id and each once.
template <typename Table>
Status visit_indexed(const Reading& in, Family index, const LinkMap& links, const Prefixes& prefixes,
                     const std::function<bool(const typename Table::Value&)>& visit) {
  const auto ids = load_ids(in.moment, index, prefixes);
  return ids ? visit_facts<Table>(in.moment, links, *ids, visit) : fail(ids.error());
}

Prefixes entity_prefixes(const LinkMap& links, kg::EntityId entity) {
  Prefixes out;
  for (const kg::EntityId member : links.members_of(links.head_of(entity))) out.push_back(entity_prefix(member));
  return out;
}

Prefixes pair_prefixes(const LinkMap& links, kg::EntityId first, kg::EntityId second) {
  Prefixes out;
  for (const kg::EntityId a : links.members_of(links.head_of(first))) {
    for (const kg::EntityId b : links.members_of(links.head_of(second))) out.push_back(pair_prefix(a, b));
  }
  return out;
}

template <typename Table>
Status visit_of_entity(const Reading& in, Family index, kg::EntityId entity,
                       const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  return visit_indexed<Table>(in, index, *links, entity_prefixes(*links, entity), visit);
}

template <typename Table>
Status visit_of_pair(const Reading& in, Family index, std::pair<kg::EntityId, kg::EntityId> pair,
                     const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  return visit_indexed<Table>(in, index, *links, pair_prefixes(*links, pair.first, pair.second), visit);
}

template <typename Table>
Status visit_of_text(const Reading& in, Family index, std::string_view text,
                     const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  return visit_indexed<Table>(in, index, *links, {text_prefix(text)}, visit);
}

template <typename Table>
Status visit_all(const Reading& in, const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  return visit_rows<Table>(in.moment, "", [&](const auto&, typename Table::Value fact) {
    links->apply(fact);
    return visit(fact);
  });
}

template <typename Table>
Result<std::optional<typename Table::Value>> load_linked(const Reading& in, kg::FactId id) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  auto fact = load<Table>(in.moment, id);
  if (fact && *fact) links->apply(**fact);
  return fact;
}

// The claims that have all of `words`, by id. Long words come first: they are the rare ones.
Result<FactIds> claims_with(const Moment& moment, std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  FactIds found;
  for (std::size_t i = 0; i < words.size() && (i == 0 || !found.empty()); ++i) {
    const auto ids = load_ids(moment, Family::claims_by_word, {text_prefix(words[i])});
    if (!ids) return fail(ids.error());
    FactIds both;
    std::set_intersection(found.begin(), found.end(), ids->begin(), ids->end(), std::back_inserter(both));
    found = i == 0 ? *ids : std::move(both);
  }
  return found;
}

}  // namespace

Result<std::optional<kg::ClaimFact>> Snapshot::claim(kg::FactId id) const { return load_linked<Claims>(*impl_, id); }

Result<std::optional<kg::StanceFact>> Snapshot::stance(kg::FactId id) const { return load_linked<Stances>(*impl_, id); }

Status Snapshot::claims(const ClaimVisit& visit) const { return visit_all<Claims>(*impl_, visit); }

Status Snapshot::stances(const StanceVisit& visit) const { return visit_all<Stances>(*impl_, visit); }

Status Snapshot::claims_of(const std::vector<kg::FactId>& ids, const ClaimVisit& visit) const {
  const auto& links = impl_->links();
  return links ? visit_facts<Claims>(impl_->moment, *links, ids, visit) : fail(links.error());
}

Status Snapshot::stances_of(const std::vector<kg::FactId>& ids, const StanceVisit& visit) const {
  const auto& links = impl_->links();
  return links ? visit_facts<Stances>(impl_->moment, *links, ids, visit) : fail(links.error());
}

Status Snapshot::claims_by_source(kg::EntityId source, const ClaimVisit& visit) const {
  return visit_of_entity<Claims>(*impl_, Family::claims_by_source, source, visit);
}

Status Snapshot::claims_about(kg::EntityId about, const ClaimVisit& visit) const {
  return visit_of_entity<Claims>(*impl_, Family::claims_about, about, visit);
}

Status Snapshot::claims_between(kg::EntityId source, kg::EntityId about, const ClaimVisit& visit) const {
  return visit_of_pair<Claims>(*impl_, Family::claims_by_pair, {source, about}, visit);
}

Status Snapshot::claims_by_rule(std::string_view rule, const ClaimVisit& visit) const {
  return visit_of_text<Claims>(*impl_, Family::claims_by_rule, rule, visit);
}

Status Snapshot::claims_with_words(std::string_view text, const ClaimVisit& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  auto words = indexed_words(text);
  if (words.empty()) return claims(visit);
  const auto ids = claims_with(impl_->moment, std::move(words));
  if (!ids) return fail(ids.error());
  return visit_facts<Claims>(impl_->moment, *links, *ids, visit);
}

Status Snapshot::stances_by_actor(kg::EntityId actor, const StanceVisit& visit) const {
  return visit_of_entity<Stances>(*impl_, Family::stances_by_actor, actor, visit);
}

Status Snapshot::stances_toward(kg::EntityId target, const StanceVisit& visit) const {
  return visit_of_entity<Stances>(*impl_, Family::stances_toward, target, visit);
}

Status Snapshot::stances_between(kg::EntityId actor, kg::EntityId target, const StanceVisit& visit) const {
  return visit_of_pair<Stances>(*impl_, Family::stances_by_pair, {actor, target}, visit);
}

Status Snapshot::stances_by_rule(std::string_view rule, const StanceVisit& visit) const {
  return visit_of_text<Stances>(*impl_, Family::stances_by_rule, rule, visit);
}

}  // namespace claimgraph::store
