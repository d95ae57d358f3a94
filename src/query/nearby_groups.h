#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/groups.h"
#include "query/name_parts.h"

namespace claimgraph::query {

// Names that end in one word, grouped by the first three rules of Groups, which join no others.
struct NameClass {
  std::vector<store::EntitySummary> entities;  // by id; the names folded, without aliases and mentions
  std::vector<NameParts> parts;
  std::vector<std::uint32_t> first;  // place of the first one of its group
  std::vector<bool> contested;       // bare surnames of several persons

  std::optional<std::uint32_t> place_of(kg::EntityId id) const;
  // The places of the group whose first place is `place`.
  std::vector<std::uint32_t> members(std::uint32_t place) const;
  kg::EntityType type(std::uint32_t place) const;
};

// Groups of a snapshot that are found one by one from its indexes of names: the same that EntityGroups has, numbered as
// they are found. Borrows the snapshot. Reads go on behind const; for one thread at a time.
class NearbyGroups : public Groups {
 public:
  explicit NearbyGroups(const store::Snapshot& snapshot) : snapshot_(snapshot) {}
  NearbyGroups(const NearbyGroups&) = delete;
  NearbyGroups& operator=(const NearbyGroups&) = delete;

  // The only entity that `name` may mean when nobody's name or alias is like it, found without the many other names
  // that end in its last word; nothing when that is not sure. Never a person.
  std::optional<kg::EntityId> unlike_others(std::string_view name) const;

  // The first read that failed, or `limit` when so many names are alike that to read all entities is less work. After
  // that the answers mean nothing.
  const Status& status() const { return status_; }

  std::size_t size() const override { return groups_.size(); }
  kg::EntityType type(GroupId id) const override { return found(id).type; }
  std::vector<const store::EntitySummary*> members(GroupId id) const override;
  std::optional<GroupId> group_of(kg::EntityId entity) const override;
  std::vector<GroupId> named(std::string_view name) const override;
  std::vector<GroupId> persons_like(std::string_view name) const override;
  std::vector<GroupId> headed(std::string_view name, kg::EntityType type) const override;

 private:
  struct Found {
    std::vector<const store::EntitySummary*> members;  // ranked as in Groups; of summaries_
    kg::EntityType type = kg::EntityType::other;
  };
  // A group by the first three rules: its class and its first place there.
  struct Core {
    const NameClass* in = nullptr;
    std::uint32_t place = 0;

    kg::EntityId id() const { return in->entities[place].id; }  // stands for it, as the smallest of its members
    friend bool operator==(const Core&, const Core&) = default;
  };
  using Cores = std::map<kg::EntityId, Core>;
  // What the fourth rule joins, by the id of the core that is called by an alias.
  using Joins = std::map<kg::EntityId, kg::EntityId>;

  const Found& found(GroupId id) const { return groups_[static_cast<std::size_t>(id)]; }
  void note(Status status) const;
  const NameClass& name_class(const std::string& key) const;
  const store::EntitySummary* summary(kg::EntityId id) const;
  bool is_name_of_only(const std::string& key, kg::EntityId id) const;
  std::optional<Core> core_of(kg::EntityId id) const;
  std::vector<std::string> short_names(const store::EntitySummary& entity, const NameParts& parts) const;
  std::optional<Core> called_by(const Core& core) const;
  void add_owners(const Core& core, const std::string& name, Cores& owners) const;
  std::vector<Core> callers_of(const Core& core) const;
  Cores cores_around(const Core& core, Joins& joins) const;
  GroupId group_of(const Core& core) const;
  GroupId add_group(const std::vector<kg::EntityId>& members, kg::EntityType type) const;

  const store::Snapshot& snapshot_;
  mutable Status status_;
  mutable std::map<std::string, NameClass> classes_;  // by last word
  mutable std::unordered_map<kg::EntityId, std::optional<store::EntitySummary>> summaries_;
  mutable std::vector<Found> groups_;
  mutable std::unordered_map<kg::EntityId, GroupId> group_of_;
  mutable std::size_t read_ = 0;  // names and summaries
};

}  // namespace claimgraph::query
