#include "query/resolve.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"
#include "claimgraph/query/query.h"

#include "query/names.h"

namespace claimgraph::query {
namespace {

constexpr std::size_t kMostListed = 5;

// "Kremlin (place)" taken apart.
struct TypedName {
  std::string_view name;
  std::optional<kg::EntityType> type;
};

TypedName typed_name(std::string_view written) {
  const std::size_t open = written.rfind(" (");
  if (open == std::string_view::npos || open == 0 || !written.ends_with(')')) return {.name = written};
  const auto type = kg::parse<kg::EntityType>(written.substr(open + 2, written.size() - open - 3));
  if (!type) return {.name = written};
  return {.name = written.substr(0, open), .type = type};
}

void add(std::vector<GroupId>& groups, const std::vector<GroupId>& more) {
  groups.insert(groups.end(), more.begin(), more.end());
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

// The groups with a member that has `name` for its name or alias, letter by letter when folded.
Result<std::vector<GroupId>> spelled(const store::Snapshot& snapshot, const Groups& groups, std::string_view name) {
  const auto ids = snapshot.entities_named(name);
  if (!ids) return fail(ids.error());
  std::vector<GroupId> out;
  for (const kg::EntityId id : *ids) {
    if (const auto group = groups.group_of(id)) add(out, {*group});
  }
  return out;
}

bool may_be_person(const Groups& groups, GroupId id) {
  const kg::EntityType type = groups.type(id);
  return type == kg::EntityType::person || type == kg::EntityType::other;
}

Result<std::vector<GroupId>> candidates_of_any_type(const store::Snapshot& snapshot, const Groups& groups,
                                                    std::string_view name) {
  std::vector<GroupId> out = groups.named(name);
  // "Washington" is the place of that name although a person has it for a surname; "Clinton" is every Clinton.
  const bool settled =
      !out.empty() && std::none_of(out.begin(), out.end(), [&](GroupId id) { return may_be_person(groups, id); });
  if (settled) return out;
  if (out.empty()) {
    auto by_alias = spelled(snapshot, groups, name);
    if (!by_alias) return by_alias;
    out = std::move(*by_alias);
  }
  const bool bare = name_parts(name, Titles::dropped).bare();
  if (bare || out.empty()) add(out, groups.persons_like(name));
  return out;
}

std::string shown(const Groups& groups, GroupId id) {
  const std::uint64_t mentions = groups.mentions(id);
  return fmt::format("'{} ({})' with {} mention{}", groups.head(id).name, kg::spell(groups.type(id)), mentions,
                     mentions == 1 ? "" : "s");
}

// Most mentions first, ties by name and id.
void sort_by_mentions(const Groups& groups, std::vector<GroupId>& found) {
  const auto rank = [&](GroupId id) {
    const auto& head = groups.head(id);
    return std::tuple(~groups.mentions(id), std::string_view(head.name), head.id);
  };
  std::sort(found.begin(), found.end(), [&](GroupId a, GroupId b) { return rank(a) < rank(b); });
}

// "a, b or c", at most kMostListed of them.
std::string listed(const Groups& groups, std::vector<GroupId> found) {
  sort_by_mentions(groups, found);
  std::string out;
  for (std::size_t i = 0; i < std::min(found.size(), kMostListed); ++i) {
    if (i != 0) out += i + 1 == found.size() ? " or " : ", ";
    out += shown(groups, found[i]);
  }
  if (found.size() > kMostListed) out += fmt::format(" or {} more", found.size() - kMostListed);
  return out;
}

// The last word of a name of several, as it is written.
std::string last_word(const std::string& name) {
  const auto words = kg::words_of(name);
  return words.size() > 1 ? std::string(words.back()) : std::string();
}

}  // namespace

Error unknown_name(const EntityGroups& groups, std::string_view name) {
  std::vector<std::string> names;
  for (const auto& entity : groups.entities()) {
    names.push_back(entity.name);
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    if (entity.type == kg::EntityType::person) names.push_back(last_word(entity.name));
  }
  std::string hint = did_you_mean(typed_name(name).name, names);
  const auto namesakes = groups.persons_of_surname(typed_name(name).name);
  if (hint.empty() && !namesakes.empty()) hint = fmt::format("of that surname there is {}", listed(groups, namesakes));
  if (hint.empty() && names.empty()) hint = "the store has no entities yet";
  if (hint.empty()) hint = "the list of entities shows the names there are";
  return {
      .code = ErrorCode::not_found, .message = fmt::format("no entity is called '{}'", name), .hint = std::move(hint)};
}

Result<std::vector<GroupId>> candidates(const store::Snapshot& snapshot, const Groups& groups, std::string_view name) {
  const TypedName typed = typed_name(name);
  auto listed_so = typed.type ? groups.headed(typed.name, *typed.type) : std::vector<GroupId>();
  if (!listed_so.empty()) return listed_so;
  auto whole = candidates_of_any_type(snapshot, groups, name);
  if (!whole || !whole->empty() || !typed.type) return whole;
  auto found = candidates_of_any_type(snapshot, groups, typed.name);
  if (found) std::erase_if(*found, [&](GroupId id) { return groups.type(id) != *typed.type; });
  return found;
}

Status check_name(std::string_view name) {
  if (!kg::words_of(fold(name)).empty()) return {};
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("'{}' is no name of an entity: it has no letters", name),
               .hint = "the list of entities shows the names there are"});
}

Result<GroupId> the_only(const Groups& groups, std::string_view name, const std::vector<GroupId>& found) {
  if (found.size() == 1) return found.front();
  return fail({.code = ErrorCode::ambiguous,
               .message = fmt::format("'{}' may be {} different entities", name, found.size()),
               .hint = fmt::format("write one of them: {}", listed(groups, found))});
}

Result<GroupId> resolve_group(const store::Snapshot& snapshot, const EntityGroups& groups, std::string_view name) {
  if (auto status = check_name(name); !status) return fail(std::move(status.error()));
  const auto found = candidates(snapshot, groups, name);
  if (!found) return fail(found.error());
  if (found->empty()) return fail(unknown_name(groups, name));
  return the_only(groups, name, *found);
}

Result<std::vector<kg::EntityId>> resolve(const store::Snapshot& snapshot, std::string_view name) {
  if (auto status = check_name(name); !status) return fail(std::move(status.error()));
  auto ids = Names(snapshot).ids(name);
  if (!ids) return fail(std::move(ids.error()));
  return **std::move(ids);
}

}  // namespace claimgraph::query
