#include <utility>

#include "claimgraph/store/store.h"
#include "store/damage.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

// What indexes know of facts, with the user's links applied.
namespace claimgraph::store {
namespace {

using Index = IndexPlace::Index;

Family family_of(FactKind kind, Index index) {
  const bool claims = kind == FactKind::claim;
  switch (index) {
    case Index::from: return claims ? Family::claims_by_source : Family::stances_by_actor;
    case Index::to: return claims ? Family::claims_about : Family::stances_toward;
    case Index::pair:
    case Index::pairs_from:
    case Index::all_pairs: return claims ? Family::claims_by_pair : Family::stances_by_pair;
    case Index::rule:
    case Index::all_rules: return claims ? Family::claims_by_rule : Family::stances_by_rule;
    case Index::word: return Family::claims_by_word;
  }
  return Family::claims_by_rule;
}

std::vector<kg::EntityId> members_of(const LinkMap& links, kg::EntityId id) {
  return links.members_of(links.head_of(id));
}

// What the keys of the place start with: several where users merged entities.
std::vector<std::string> prefixes_of(const LinkMap& links, const IndexPlace& place) {
  std::vector<std::string> out;
  switch (place.index) {
    case Index::from:
    case Index::pairs_from:
      for (const auto id : members_of(links, place.from)) out.push_back(entity_prefix(id));
      break;
    case Index::to:
      for (const auto id : members_of(links, place.to)) out.push_back(entity_prefix(id));
      break;
    case Index::pair:
      for (const auto from : members_of(links, place.from)) {
        for (const auto to : members_of(links, place.to)) out.push_back(pair_prefix(from, to));
      }
      break;
    case Index::rule:
    case Index::word: out.push_back(text_prefix(place.text)); break;
    case Index::all_pairs:
    case Index::all_rules: out.emplace_back(); break;
  }
  return out;
}

// The note of a row without its links; nothing when its key is none.
template <typename Key>
bool take_fact(const std::optional<Key>& key, FactNote& note) {
  if (!key) return false;
  note.id = key->fact.id;
  note.published = key->fact.date;
  return true;
}

bool take_key(Index index, std::string_view bytes, FactNote& note) {
  switch (index) {
    case Index::from: {
      const auto key = decode_index_key(bytes);
      if (key) note.from = key->entity;
      return take_fact(key, note);
    }
    case Index::to: {
      const auto key = decode_index_key(bytes);
      if (key) note.to = key->entity;
      return take_fact(key, note);
    }
    case Index::pair:
    case Index::pairs_from:
    case Index::all_pairs: {
      const auto key = decode_pair_key(bytes);
      if (key) note.from = key->first;
      if (key) note.to = key->second;
      return take_fact(key, note);
    }
    default: return take_fact(decode_text_key(bytes), note);
  }
}

// Reads one range of an index.
class NoteScan {
 public:
  NoteScan(const Reading& in, const LinkMap& links, Family family, Index index)
      : moment_(in.moment), links_(links), family_(family), index_(index) {}

  Status read(const std::string& prefix, const Snapshot::Dates& dates,
              const std::function<Result<bool>(const FactNote&)>& visit) const {
    const auto row = [&](std::string_view key, std::string_view bytes) -> Result<bool> {
      auto note = note_of(key, bytes);
      if (!note) return fail(std::move(note.error()));
      return visit(*note);
    };
    if (dates.from == kg::kNoDate && !dates.to) return moment_.scan(family_, prefix, row);
    std::string begin = prefix;
    append_date(begin, dates.from);
    std::string end = prefix;
    append_date(end, dates.to.value_or(kg::Date{~std::uint32_t{0}}));
    return moment_.scan_range(family_, begin, end, row);
  }

 private:
  Result<FactNote> note_of(std::string_view key, std::string_view bytes) const {
    auto note = decode_note(bytes);
    if (!note) return fail(damage_at(moment_.path(), family_, key, note.error().message));
    if (!take_key(index_, key, *note)) return fail(damage_at(moment_.path(), family_, key, "this is no key"));
    note->from = links_.head_of(note->from);
    note->to = links_.head_of(note->to);
    return note;
  }

  const Moment& moment_;
  const LinkMap& links_;
  Family family_;
  Index index_;
};

}  // namespace

Status Snapshot::notes(FactKind kind, const IndexPlace& place, const Dates& dates,
                       const std::function<bool(const FactNote&)>& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  const NoteScan scan(*impl_, *links, family_of(kind, place.index), place.index);
  const bool whole = place.index == Index::pairs_from || place.index == Index::all_pairs ||
                     place.index == Index::all_rules;  // whose keys have more before the date
  bool more = true;
  for (const std::string& prefix : prefixes_of(*links, place)) {
    const auto status = scan.read(prefix, whole ? Dates{} : dates, [&](const FactNote& note) -> Result<bool> {
      const bool dated = !whole || (note.published >= dates.from && (!dates.to || note.published < *dates.to));
      if (dated) more = visit(note);
      return more;
    });
    if (!status || !more) return status;
  }
  return {};
}

}  // namespace claimgraph::store
