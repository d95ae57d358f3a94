#pragma once

#include <cstdint>
#include <vector>

#include "claimgraph/store/store.h"

#include "query/name_parts.h"

namespace claimgraph::query {

struct Grouped {
  std::vector<std::uint32_t> first;  // of each entity, the place of the first one of its group
  std::vector<bool> contested;       // bare surnames that several persons bear
};

// Groups entities by the rules that Groups states. Entities without aliases are grouped by the first three, which join
// only names with the same kg::last_word_key(). REQUIRES: `entities` are by id; `parts` has the parts of each one's
// name.
Grouped group_entities(const std::vector<store::EntitySummary>& entities, const std::vector<NameParts>& parts);

// Whether what is of one type may be of the other.
bool types_agree(kg::EntityType a, kg::EntityType b);

// Places that are joined into groups, whose smallest place stands for each. Thread-compatible.
class Union {
 public:
  // `apart`: places that are joined with nothing.
  Union(std::vector<kg::EntityType> type, std::vector<bool> apart);
  std::uint32_t root(std::uint32_t place);
  kg::EntityType type(std::uint32_t place) { return type_[root(place)]; }
  // A group has one known type at most, and who is apart is alone.
  void join(std::uint32_t a, std::uint32_t b);

 private:
  std::vector<std::uint32_t> first_;
  std::vector<kg::EntityType> type_;  // of the group that a place stands for
  std::vector<bool> apart_;
};

}  // namespace claimgraph::query
