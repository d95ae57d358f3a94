#include "query/grouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "claimgraph/kg/name.h"

namespace claimgraph::query {
namespace {

using Place = std::uint32_t;  // of an entity
using Places = std::vector<Place>;

void sort_distinct(Places& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

std::vector<kg::EntityType> types_of(const std::vector<store::EntitySummary>& entities) {
  std::vector<kg::EntityType> out;
  for (const auto& entity : entities) out.push_back(entity.type);
  return out;
}

std::vector<bool> apart_of(const std::vector<store::EntitySummary>& entities) {
  std::vector<bool> out;
  for (const auto& entity : entities) out.push_back(entity.apart);
  return out;
}

class Grouping {
 public:
  Grouping(const std::vector<store::EntitySummary>& entities, const std::vector<NameParts>& parts)
      : entities_(entities), parts_(parts), groups_(types_of(entities), apart_of(entities)) {}

  Grouped run() {
    join_same_names();
    join_persons();
    join_bare_surnames();
    join_aliases();
    Grouped out{.contested = std::move(contested_)};
    for (Place place = 0; place < entities_.size(); ++place) out.first.push_back(root(place));
    return out;
  }

 private:
  Place root(Place place) { return groups_.root(place); }
  void join(Place a, Place b) { groups_.join(a, b); }

  // Rule 1. One of unknown type joins the others if they agree on theirs.
  void join_same_names() {
    std::unordered_map<std::string, Places> by_name;  // names have nothing to do with one another: any order will do
    for (Place place = 0; place < entities_.size(); ++place) by_name[parts_[place].joined()].push_back(place);
    for (const auto& [name, places] : by_name) {
      if (name.empty()) continue;
      std::map<kg::EntityType, Place> of_type;
      for (const Place place : places) join(of_type.try_emplace(entities_[place].type, place).first->second, place);
      const auto unknown = of_type.find(kg::EntityType::other);
      if (unknown != of_type.end() && of_type.size() == 2) join(of_type.begin()->second, unknown->second);
    }
  }

  bool is_person(Place place) { return groups_.type(place) == kg::EntityType::person; }

  // Full names in the order in which rule 2 takes them: spelled out before initials, the most given names first.
  Places full_names() {
    Places out;
    for (Place place = 0; place < entities_.size(); ++place) {
      if (is_person(place) && !parts_[place].givens.empty()) out.push_back(place);
    }
    std::stable_sort(out.begin(), out.end(), [&](Place a, Place b) {
      const auto& x = parts_[a].givens;
      const auto& y = parts_[b].givens;
      if (is_initial(x.front()) != is_initial(y.front())) return is_initial(y.front());
      return x.size() > y.size();
    });
    return out;
  }

  // Rule 2. Names are sought under the surname with the first given name's frame, initials under its first letter.
  void join_persons() {
    std::unordered_map<std::string, Places> by_frame, by_letter;
    for (const Place place : full_names()) {
      const NameParts& name = parts_[place];
      const std::string frame = name.surname + '\n' + frame_of(kg::levelled(name.givens.front()));
      const std::string letter = name.surname + '\n' + name.givens.front().substr(0, 1);
      Places fitting;
      for (const Place other : is_initial(name.givens.front()) ? by_letter[letter] : by_frame[frame]) {
        if (givens_agree(parts_[other].givens, name.givens)) fitting.push_back(root(other));
      }
      sort_distinct(fitting);
      if (fitting.size() == 1) join(fitting.front(), place);
      by_frame[frame].push_back(place);
      by_letter[letter].push_back(place);
    }
  }

  // Rule 3.
  void join_bare_surnames() {
    std::unordered_map<std::string, Places> by_surname;
    for (const Place place : full_names()) by_surname[parts_[place].surname].push_back(root(place));
    for (auto& [surname, persons] : by_surname) sort_distinct(persons);
    contested_.resize(entities_.size());
    for (Place place = 0; place < entities_.size(); ++place) {
      if (!parts_[place].bare() || !types_agree(groups_.type(place), kg::EntityType::person)) continue;
      const auto found = by_surname.find(parts_[place].surname);
      if (found == by_surname.end()) continue;
      contested_[place] = found->second.size() > 1;
      if (!contested_[place]) join(found->second.front(), place);
    }
  }

  // Whether `entity` is called by its alias `alias`, which shortens its name.
  void add_aliases(Place place, std::unordered_map<std::string, Places>& by_alias) {
    for (const auto& alias : entities_[place].aliases) {
      const NameParts parts = name_parts(alias, Titles::kept);
      if (shortens(parts_[place].words, parts.words)) by_alias[parts.joined()].push_back(root(place));
    }
  }

  // Rule 4. All that fit are sought before any is joined, so that the order of entities does not matter.
  void join_aliases() {
    std::unordered_map<std::string, Places> by_alias;
    for (Place place = 0; place < entities_.size(); ++place) add_aliases(place, by_alias);
    for (auto& [alias, groups] : by_alias) sort_distinct(groups);
    std::map<Place, Places> fitting;  // by the group that is called by an alias
    for (Place place = 0; place < entities_.size(); ++place) {
      const auto found = by_alias.find(parts_[place].joined());
      if (found == by_alias.end() || contested_[place]) continue;
      for (const Place other : found->second) {
        if (other != root(place) && types_agree(groups_.type(other), groups_.type(place)))
          fitting[root(place)].push_back(other);
      }
    }
    for (auto& [group, others] : fitting) {
      sort_distinct(others);
      if (others.size() == 1) join(group, others.front());
    }
  }

  const std::vector<store::EntitySummary>& entities_;
  const std::vector<NameParts>& parts_;
  Union groups_;
  std::vector<bool> contested_;
};

}  // namespace

bool types_agree(kg::EntityType a, kg::EntityType b) {
  return a == b || a == kg::EntityType::other || b == kg::EntityType::other;
}

Union::Union(std::vector<kg::EntityType> type, std::vector<bool> apart)
    : first_(type.size()), type_(std::move(type)), apart_(std::move(apart)) {
  std::iota(first_.begin(), first_.end(), Place{0});
}

std::uint32_t Union::root(std::uint32_t place) {
  while (first_[place] != place) place = first_[place] = first_[first_[place]];
  return place;
}

void Union::join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b || apart_[a] || apart_[b] || !types_agree(type_[a], type_[b])) return;
  const kg::EntityType known = type_[a] == kg::EntityType::other ? type_[b] : type_[a];
  first_[std::max(a, b)] = std::min(a, b);
  type_[std::min(a, b)] = known;
}

Grouped group_entities(const std::vector<store::EntitySummary>& entities, const std::vector<NameParts>& parts) {
  return Grouping(entities, parts).run();
}

}  // namespace claimgraph::query
