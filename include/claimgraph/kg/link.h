#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::kg {

// What a user says of who is who. Entities are meant by type and name, which make their ids, so that a link outlives
// the documents that speak of them.
enum class LinkKind { merge, split };

template <>
struct Spelling<LinkKind> {
  static constexpr std::array<std::string_view, 2> kNames = {"merge", "split"};
};

struct EntityName {
  std::string name;
  EntityType type = EntityType::other;

  EntityId id() const { return entity_id(type, name); }
  friend bool operator==(const EntityName&, const EntityName&) = default;
};

// merge: all of `entities` are the first of them. split: each of `entities` is nobody else, whatever earlier links and
// the likeness of names say.
struct Link {
  LinkKind kind = LinkKind::merge;
  std::vector<EntityName> entities;

  friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace claimgraph::kg
