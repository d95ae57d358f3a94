#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"
#include "claimgraph/store/store.h"
#include "claimgraph/store/words.h"
#include "store/damage.h"
#include "store/snapshot_impl.h"
#include "store/summary.h"
#include "store/tables.h"

// Reads of entities: all of them, by id and by name, with the user's links applied.
namespace claimgraph::store {
namespace {

// Sums whose aliases are read together.
constexpr std::size_t kSumsAtOnce = 256;
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
// Keys that are looked up together.
constexpr std::ptrdiff_t kKeysAtOnce = 1024;

using Ids = std::vector<kg::EntityId>;

Result<std::vector<std::string>> aliases_of(const Moment& moment, kg::EntityId id) {
  std::vector<std::string> out;
  const auto status = visit_rows<Aliases>(moment, entity_prefix(id), [&](const AliasKey& key, std::uint64_t) {
    out.push_back(key.alias);
    return true;
  });
  if (!status) return fail(status.error());
  return out;
}

// How many documents speak of any of them.
Result<std::uint64_t> count_documents(const Moment& moment, const Ids& ids) {
  std::vector<kg::DocumentId> documents;
  for (const kg::EntityId id : ids) {
    const auto status =
        moment.scan(Family::entities, entity_prefix(id), [&](std::string_view bytes, auto) -> Result<bool> {
          const auto key = decode_entity_key(bytes);
          if (!key) return fail(damage_at(moment.path(), Family::entities, bytes, "this is no key"));
          documents.push_back(key->document);
          return true;
        });
    if (!status) return fail(status.error());
  }
  std::sort(documents.begin(), documents.end());
  return static_cast<std::uint64_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

// How many facts `index` has for any of them.
Status count_facts_of(const Moment& moment, Family index, const Ids& ids, std::uint64_t& out) {
  std::vector<kg::FactId> facts;
  for (const kg::EntityId id : ids) {
    const auto status = moment.scan(index, entity_prefix(id), [&](std::string_view bytes, auto) -> Result<bool> {
      const auto key = decode_index_key(bytes);
      if (!key) return fail(damage_at(moment.path(), index, bytes, "this is no key"));
      facts.push_back(key->fact.id);
      return true;
    });
    if (!status) return status;
  }
  std::sort(facts.begin(), facts.end());
  out = static_cast<std::uint64_t>(std::unique(facts.begin(), facts.end()) - facts.begin());
  return {};
}

Status count_all_facts(const Moment& moment, const Ids& ids, FactCounts& out) {
  auto status = count_facts_of(moment, Family::claims_by_source, ids, out.claims_made);
  if (status) status = count_facts_of(moment, Family::claims_about, ids, out.claims_about);
  if (status) status = count_facts_of(moment, Family::stances_by_actor, ids, out.stances_held);
  if (status) status = count_facts_of(moment, Family::stances_toward, ids, out.stances_toward);
  return status;
}

// Adds to `out` the entities that are told of as it.
Status add_others(const Moment& moment, const Ids& members, EntitySummary& out) {
  for (const kg::EntityId member : members) {
    if (member == out.id) continue;
    const auto sum = load<Sums>(moment, member);
    if (!sum) return fail(sum.error());
    if (!*sum) continue;
    const auto aliases = aliases_of(moment, member);
    if (!aliases) return fail(aliases.error());
    add_other(out, **sum, *aliases);
  }
  const auto documents = count_documents(moment, members);
  if (!documents) return fail(documents.error());
  out.documents = *documents;
  return count_all_facts(moment, members, out.facts);
}

// The summary of `id`, which is told of as itself, of its rows.
Result<EntitySummary> linked_summary(const Moment& moment, const LinkMap& links, kg::EntityId id, const EntitySum& sum,
                                     std::vector<std::string> aliases) {
  EntitySummary out = summary_of(id, sum, std::move(aliases));
  out.apart = links.is_apart(id);
  if (!links.is_merged(id)) return out;
  if (auto status = add_others(moment, links.members_of(id), out); !status) return fail(std::move(status.error()));
  return out;
}

using Sum = std::pair<kg::EntityId, EntitySum>;
using AliasLists = std::map<kg::EntityId, std::vector<std::string>>;

// The aliases of entities from the first of `sums` to the last. REQUIRES: there are some; they are by id.
Result<AliasLists> aliases_between(const Moment& moment, const std::vector<Sum>& sums) {
  AliasLists out;
  const auto next = static_cast<std::uint64_t>(sums.back().first) + 1;
  const std::string end = next == 0 ? "" : entity_prefix(kg::EntityId{next});  // else that of the family
  const auto read = [&](std::string_view bytes, std::string_view) -> Result<bool> {
    auto key = decode_alias_key(bytes);
    if (!key) return fail(damage_at(moment.path(), Family::aliases, bytes, "this is no key"));
    out[key->entity].push_back(std::move(key->alias));
    return true;
  };
  const auto status = moment.scan_range(Family::aliases, entity_prefix(sums.front().first), end, read);
  if (!status) return fail(status.error());
  return out;
}

// Visits the summaries of entities, by id.
class SummaryVisit {
 public:
  using Visit = std::function<bool(const EntitySummary&)>;
  SummaryVisit(const Moment& moment, const LinkMap& links, const Visit& visit)
      : moment_(moment), links_(links), visit_(visit) {}

  // Whether more are wanted. REQUIRES: ids ascend.
  Result<bool> add(kg::EntityId id, EntitySum sum) {
    if (links_.head_of(id) == id) sums_.emplace_back(id, std::move(sum));
    return sums_.size() < kSumsAtOnce ? Result<bool>(more_) : finish();
  }
  Result<bool> finish() {
    if (!more_ || sums_.empty()) return more_;
    auto aliases = aliases_between(moment_, sums_);
    if (!aliases) return fail(std::move(aliases.error()));
    for (const auto& [id, sum] : sums_) {
      if (!more_) break;
      const auto summary = linked_summary(moment_, links_, id, sum, std::move((*aliases)[id]));
      if (!summary) return fail(summary.error());
      more_ = visit_(*summary);
    }
    sums_.clear();
    return more_;
  }

 private:
  const Moment& moment_;
  const LinkMap& links_;
  const Visit& visit_;
  std::vector<Sum> sums_;
  bool more_ = true;
};

// The entities that `family` has under exactly `text`, ascending: the first `most` of them.
Result<Ids> ids_of_text(const Moment& moment, Family family, std::string_view text, std::size_t most = kAll) {
  Ids out;
  const auto status = moment.scan(family, text_prefix(text), [&](std::string_view bytes, auto) -> Result<bool> {
    const auto key = decode_name_key(bytes);
    if (!key) return fail(damage_at(moment.path(), family, bytes, "this is no key"));
    out.push_back(key->entity);
    return out.size() < most;
  });
  if (!status) return fail(status.error());
  return out;
}

// In whom they are told of as, ascending and distinct.
Ids heads_of(const LinkMap& links, const Ids& ids) {
  Ids out;
  for (const kg::EntityId id : ids) out.push_back(links.head_of(id));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

struct WordEntities {
  std::string_view word;
  Ids ids;
};

// The entities of the rarest of `words`, or of one with at most kFactor times as many.
Result<WordEntities> entities_of_rarest(const Moment& moment, const std::vector<std::string>& words) {
  constexpr std::size_t kFirst = 64;
  constexpr std::size_t kFactor = 8;
  for (std::size_t most = words.size() == 1 ? kAll : kFirst;; most *= kFactor) {
    for (const std::string& word : words) {
      auto ids = ids_of_text(moment, Family::name_words, word, most);
      if (!ids) return fail(std::move(ids.error()));
      if (ids->size() < most) return WordEntities{word, *std::move(ids)};
    }
  }
}

// Those of `heads` with a member that has `word` in a name.
Result<Ids> those_with_word(const Moment& moment, const LinkMap& links, const Ids& heads, const std::string& word) {
  Ids members;
  for (const kg::EntityId head : heads) {
    const Ids more = links.members_of(head);
    members.insert(members.end(), more.begin(), more.end());
  }
  std::sort(members.begin(), members.end());
  Ids out;
  for (auto at = members.begin(); at != members.end();) {
    const auto end = at + std::min(kKeysAtOnce, members.end() - at);
    std::vector<std::string> keys;
    std::transform(at, end, std::back_inserter(keys), [&](kg::EntityId id) { return encode_name_key({word, id}); });
    const auto found = moment.get_many(Family::name_words, keys);
    if (!found) return fail(found.error());
    for (const auto& row : *found) {
      if (row) out.push_back(*at);
      ++at;
    }
  }
  return heads_of(links, out);
}

// Entities with all of `words`. REQUIRES: there are some.
Result<Ids> ids_with_words(const Moment& moment, const LinkMap& links, const std::vector<std::string>& words) {
  const auto rarest = entities_of_rarest(moment, words);
  if (!rarest) return fail(rarest.error());
  Ids out = heads_of(links, rarest->ids);
  for (const std::string& word : words) {
    if (word == rarest->word) continue;
    auto with_it = those_with_word(moment, links, out, word);
    if (!with_it) return with_it;
    out = *std::move(with_it);
  }
  return out;
}

}  // namespace

Result<std::optional<EntitySummary>> Snapshot::entity(kg::EntityId id) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  const kg::EntityId head = links->head_of(id);
  const auto sum = load<Sums>(impl_->moment, head);
  if (!sum) return fail(sum.error());
  if (!*sum) return std::optional<EntitySummary>();
  auto aliases = aliases_of(impl_->moment, head);
  if (!aliases) return fail(std::move(aliases.error()));
  auto out = linked_summary(impl_->moment, *links, head, **sum, *std::move(aliases));
  if (!out) return fail(std::move(out.error()));
  return std::optional(*std::move(out));
}

Result<std::optional<std::string>> Snapshot::entity_name(kg::EntityId id) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  const auto sum = load<Sums>(impl_->moment, links->head_of(id));
  if (!sum) return fail(sum.error());
  return *sum ? std::optional(name_of(**sum)) : std::nullopt;
}

Status Snapshot::entities(const std::function<bool(const EntitySummary&)>& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  SummaryVisit summaries(impl_->moment, *links, visit);
  const auto status =
      impl_->moment.scan(Family::sums, "", [&](std::string_view key, std::string_view bytes) -> Result<bool> {
        const auto id = decode_sum_key(key);
        if (!id) return fail(damage_at(impl_->moment.path(), Family::sums, key, "this is no key"));
        auto sum = decode_at<Sums>(impl_->moment, *id, bytes);
        if (!sum) return fail(std::move(sum.error()));
        return summaries.add(*id, *std::move(sum));
      });
  if (!status) return status;
  if (auto rest = summaries.finish(); !rest) return fail(std::move(rest.error()));
  return {};
}

Status Snapshot::entities_with_words(std::string_view text,
                                     const std::function<bool(const EntitySummary&)>& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  const auto words = indexed_words(text);
  if (words.empty()) return entities(visit);
  const auto ids = ids_with_words(impl_->moment, *links, words);
  if (!ids) return fail(ids.error());
  for (const kg::EntityId id : *ids) {
    const auto summary = entity(id);
    if (!summary) return fail(summary.error());
    if (*summary && !visit(**summary)) break;
  }
  return {};
}

Result<std::vector<kg::EntityId>> Snapshot::entities_named(std::string_view name) const {
  return entities_of_name_key(kg::name_key(name));
}

Result<std::vector<kg::EntityId>> Snapshot::entities_of_name_key(std::string_view key) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  const auto ids = ids_of_text(impl_->moment, Family::names, key);
  if (!ids) return fail(ids.error());
  return heads_of(*links, *ids);
}

Status Snapshot::entities_of_last_word(std::string_view key, const std::function<bool(const NameNote&)>& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  return visit_rows<LastWords>(impl_->moment, text_prefix(key), [&](const NameKey& at, FoldedName name) {
    if (links->head_of(at.entity) != at.entity) return true;
    return visit(
        {.id = at.entity, .folded = std::move(name.folded), .type = name.type, .apart = links->is_apart(at.entity)});
  });
}

Result<std::vector<kg::EntityName>> Snapshot::spelled(std::string_view name) const {
  std::vector<kg::EntityName> out;
  for (std::size_t i = 0; i < kg::Spelling<kg::EntityType>::kNames.size(); ++i) {
    kg::EntityName candidate{std::string(name), static_cast<kg::EntityType>(i)};
    const auto known = load<Sums>(impl_->moment, candidate.id());
    if (!known) return fail(known.error());
    if (*known) out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace claimgraph::store
