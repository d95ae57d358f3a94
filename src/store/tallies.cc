#include "store/tallies.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "store/tables.h"
#include "store/tally.h"

namespace claimgraph::store {
namespace {

std::string shown(const kg::EntityFact& entity) { return fmt::format("{} '{}'", spell(entity.type), entity.name); }

Error collision(const StoredDocument& document, const kg::EntityFact& entity, const std::string& other) {
  return {.code = ErrorCode::invalid,
          .message = fmt::format("cannot store document '{}': the id {:016x} of its {} is that of {}",
                                 document.row.fact.name, static_cast<std::uint64_t>(entity.id), shown(entity), other),
          .hint = std::string(kCollisionHint)};
}

// One entity with what the two versions of a document say of it.
struct Touched {
  kg::EntityId id{};
  const kg::EntityFact* before = nullptr;
  const kg::EntityFact* after = nullptr;
  EntitySum old_sum;  // without names when nobody speaks of it
  EntitySum sum;

  bool is_new() const { return old_sum.documents == 0; }
  bool is_gone() const { return sum.documents == 0; }
};

// The aliases that only one of them has.
std::vector<std::string> difference(const kg::EntityFact* of, const kg::EntityFact* without) {
  static const std::vector<std::string> kNone;
  const auto& a = of != nullptr ? of->aliases : kNone;
  const auto& b = without != nullptr ? without->aliases : kNone;
  std::vector<std::string> out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// Whether it was in the sum. The dates stay as they are.
bool subtract(EntitySum& sum, const kg::EntityFact& entity) {
  const auto at = place_of_name(sum, entity.name);
  const bool counted = at != sum.names.end() && at->first == entity.name && at->second > 0;
  if (!counted || sum.documents == 0 || sum.mentions < entity.mentions.size()) return false;
  --sum.documents;
  sum.mentions -= entity.mentions.size();
  if (--at->second == 0) sum.names.erase(at);
  return true;
}

class Tallies {
 public:
  Tallies(const Moment& moment, const std::optional<StoredDocument>& before, const std::optional<StoredDocument>& after,
          Change& change)
      : moment_(moment), before_(before), after_(after), change_(change) {}

  Result<std::int64_t> run() {
    if (auto status = find_touched(); !status) return fail(std::move(status.error()));
    if (before_) counts_before_ = count_facts(before_->facts);
    if (after_) counts_after_ = count_facts(after_->facts);
    std::int64_t more = 0;
    for (Touched& entity : touched_) {
      if (auto status = sum_up(entity); !status) return fail(std::move(status.error()));
      more += (entity.is_new() ? 1 : 0) - (entity.is_gone() ? 1 : 0);
    }
    if (auto status = load_aliases(); !status) return fail(std::move(status.error()));
    for (const Touched& entity : touched_) {
      if (auto status = write(entity); !status) return fail(std::move(status.error()));
    }
    return more;
  }

 private:
  Error damaged(kg::EntityId id) const {
    return damage_at(moment_.path(), Family::sums, entity_prefix(id), "less is counted than one document has");
  }

  Status find_touched() {
    std::map<kg::EntityId, Touched> found;
    if (before_) {
      for (const auto& entity : before_->facts.entities) found[entity.id].before = &entity;
    }
    if (after_) {
      for (const auto& entity : after_->facts.entities) {
        const auto*& after = found[entity.id].after;
        if (after != nullptr) return fail(collision(*after_, entity, shown(*after)));
        after = &entity;
      }
    }
    std::vector<kg::EntityId> ids;
    for (auto& [id, entity] : found) {
      entity.id = id;
      ids.push_back(id);
      touched_.push_back(entity);
    }
    auto sums = load_some<Sums>(moment_, ids);
    if (!sums) return fail(std::move(sums.error()));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if ((*sums)[i]) touched_[i].old_sum = std::move(*(*sums)[i]);
    }
    return {};
  }

  Status sum_up(Touched& entity) {
    entity.sum = entity.old_sum;
    if (entity.before != nullptr) {
      const bool counted =
          subtract(entity.sum, *entity.before) && subtract(entity.sum.facts, counts_before_[entity.id]);
      if (!counted) return fail(damaged(entity.id));
      if (auto status = forget_date(entity); !status) return status;
    }
    if (entity.after == nullptr) return {};
    if (!entity.sum.names.empty()) {
      const kg::EntityFact other{.name = entity.sum.names.front().first, .type = entity.sum.type};
      const bool same = entity.after->type == other.type && fold(entity.after->name) == fold(other.name);
      if (!same) return fail(collision(*after_, *entity.after, shown(other)));
    }
    add(entity.sum, *entity.after, date_of(*after_));
    add(entity.sum.facts, counts_after_[entity.id]);
    return {};
  }

  // Takes the date of `before` out of the sum: when it is the first or last one, the others are looked for.
  Status forget_date(Touched& entity) const {
    const kg::Date date = date_of(*before_);
    const bool stays = entity.after != nullptr && date_of(*after_) == date;
    if (stays || date == kg::kNoDate || (date != entity.sum.first && date != entity.sum.last)) return {};
    entity.sum.first = entity.sum.last = kg::kNoDate;
    if (entity.sum.documents == 0) return {};
    return visit_rows<Entities>(moment_, entity_prefix(entity.id), [&](const EntityKey& key, const EntityRow& row) {
      if (key.document == before_->row.fact.id) return true;
      add_date(entity.sum, kg::parse_date(row.published).value_or(kg::kNoDate));
      return true;
    });
  }

  // The numbers of documents of all aliases that change, with the change.
  Status load_aliases() {
    std::vector<AliasKey> keys;
    for (const Touched& entity : touched_) {
      for (auto& alias : difference(entity.before, entity.after)) change_alias(entity.id, std::move(alias), -1);
      for (auto& alias : difference(entity.after, entity.before)) change_alias(entity.id, std::move(alias), 1);
    }
    for (const auto& [key, by] : alias_changes_) keys.push_back(key);
    const auto counts = load_some<Aliases>(moment_, keys);
    if (!counts) return fail(counts.error());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::uint64_t before = (*counts)[i].value_or(0);
      const int by = alias_changes_[keys[i]];
      if (by < 0 && before == 0) return fail(damaged(keys[i].entity));
      aliases_[keys[i].entity][keys[i].alias] = {before, by < 0 ? before - 1 : before + 1};
    }
    return {};
  }
  void change_alias(kg::EntityId entity, std::string alias, int by) {
    alias_changes_[{entity, std::move(alias)}] += by;
  }

  Status write(const Touched& entity) {
    if (entity.is_gone()) return remove_all(entity);
    if (entity.is_new()) {
      for (Row& row : rows_of(entity.id, entity.sum, {})) change_.put.push_back(std::move(row));
    } else if (entity.sum != entity.old_sum) {
      put(Family::sums, entity_prefix(entity.id), encode_sum(entity.sum));
    }
    std::vector<std::string> gone;
    for (const auto& [alias, counts] : aliases_[entity.id]) {
      std::string key = encode_alias_key({entity.id, alias});
      if (counts.after == 0) {
        change_.removed.push_back({Family::aliases, std::move(key)});
        gone.push_back(alias);
        continue;
      }
      put(Family::aliases, std::move(key), encode_alias(counts.after));
      if (counts.before > 0) continue;
      for (Row& row : rows_of_spelling(entity.id, alias)) change_.put.push_back(std::move(row));
    }
    return gone.empty() ? Status() : remove_spellings(entity, gone);
  }

  // All rows that sum up an entity of whom no document speaks any more.
  Status remove_all(const Touched& entity) {
    if (entity.is_new()) return {};
    const auto aliases = load_aliases_of(moment_, entity.id);
    if (!aliases) return fail(aliases.error());
    for (Row& row : rows_of(entity.id, entity.old_sum, *aliases)) change_.removed.push_back(std::move(row.at));
    return {};
  }

  // The rows that these spellings alone made.
  Status remove_spellings(const Touched& entity, const std::vector<std::string>& gone) {
    auto aliases = load_aliases_of(moment_, entity.id);
    if (!aliases) return fail(aliases.error());
    for (const auto& [alias, counts] : aliases_[entity.id]) {
      if (counts.after == 0) aliases->erase(alias);
      if (counts.after > 0) (*aliases)[alias] = counts.after;
    }
    const auto left = rows_of(entity.id, entity.sum, *aliases);
    for (const std::string& spelling : gone) {
      for (Row& row : rows_of_spelling(entity.id, spelling)) {
        const auto same = std::lower_bound(left.begin(), left.end(), row.at,
                                           [](const Row& kept, const RowKey& at) { return kept.at < at; });
        if (same == left.end() || same->at != row.at) change_.removed.push_back(std::move(row.at));
      }
    }
    return {};
  }

  void put(Family family, std::string key, std::string value) {
    change_.put.push_back({{family, std::move(key)}, std::move(value)});
  }

  struct Counts {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
  };
  const Moment& moment_;
  const std::optional<StoredDocument>& before_;
  const std::optional<StoredDocument>& after_;
  Change& change_;
  std::vector<Touched> touched_;  // by id
  std::map<kg::EntityId, FactCounts> counts_before_;
  std::map<kg::EntityId, FactCounts> counts_after_;
  std::map<AliasKey, int> alias_changes_;
  std::map<kg::EntityId, std::map<std::string, Counts>> aliases_;  // those that change
};

}  // namespace

Result<std::int64_t> change_entities(const Moment& moment, const std::optional<StoredDocument>& before,
                                     const std::optional<StoredDocument>& after, Change& change) {
  return Tallies(moment, before, after, change).run();
}

}  // namespace claimgraph::store
