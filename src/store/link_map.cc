#include "store/link_map.h"

#include <algorithm>
#include <utility>

#include "store/tables.h"

namespace claimgraph::store {
namespace {

std::vector<kg::EntityId> ids_of(const std::vector<kg::EntityName>& entities) {
  std::vector<kg::EntityId> out;
  for (const kg::EntityName& entity : entities) out.push_back(entity.id());
  return out;
}

}  // namespace

Result<std::vector<NumberedLink>> load_links(const Moment& moment) {
  std::vector<NumberedLink> out;
  const auto status = visit_rows<Links>(moment, "", [&](std::uint64_t number, kg::Link link) {
    out.push_back({number, std::move(link)});
    return true;
  });
  if (!status) return fail(status.error());
  return out;
}

Result<LinkMap> LinkMap::load(const Moment& moment) {
  const auto links = load_links(moment);
  if (!links) return fail(links.error());
  LinkMap out;
  for (const auto& [number, link] : *links) {
    const auto ids = ids_of(link.entities);
    if (link.kind == kg::LinkKind::merge) out.merge(ids);
    if (link.kind == kg::LinkKind::split) std::for_each(ids.begin(), ids.end(), [&](auto id) { out.split(id); });
  }
  if (auto status = out.choose_heads(moment); !status) return fail(std::move(status.error()));
  return out;
}

void LinkMap::merge(const std::vector<kg::EntityId>& entities) {
  if (entities.empty()) return;
  const kg::EntityId head = head_of(entities.front());
  for (const kg::EntityId entity : entities) {
    apart_.erase(entity);
    const kg::EntityId other = head_of(entity);
    if (other == head) continue;
    std::vector<kg::EntityId> moved = members_of(other);
    std::vector<kg::EntityId> all = members_of(head);
    members_.erase(other);
    for (const kg::EntityId member : moved) head_[member] = head;
    all.insert(all.end(), moved.begin(), moved.end());
    std::sort(all.begin(), all.end());
    head_[head] = head;
    members_[head] = std::move(all);
  }
}

void LinkMap::split(kg::EntityId entity) {
  const kg::EntityId head = head_of(entity);
  std::vector<kg::EntityId> rest = members_of(head);
  std::erase(rest, entity);
  for (const kg::EntityId member : rest) head_.erase(member);
  head_.erase(entity);
  members_.erase(head);
  apart_.insert(entity);
  if (rest.size() < 2) return;
  // Without their head, the others are told of as the first of them.
  const kg::EntityId next = entity == head ? rest.front() : head;
  for (const kg::EntityId member : rest) head_[member] = next;
  members_[next] = std::move(rest);
}

// A head that no document speaks of any more gives way to the first member that one does.
Status LinkMap::choose_heads(const Moment& moment) {
  std::unordered_map<kg::EntityId, std::vector<kg::EntityId>> chosen;
  for (auto& [head, members] : members_) {
    std::vector<kg::EntityId> order = {head};
    order.insert(order.end(), members.begin(), members.end());
    kg::EntityId taken = head;
    for (const kg::EntityId member : order) {
      const auto known = moment.has(Family::entities, entity_prefix(member));
      if (!known) return fail(known.error());
      if (*known) {
        taken = member;
        break;
      }
    }
    for (const kg::EntityId member : members) head_[member] = taken;
    chosen.emplace(taken, std::move(members));
  }
  members_ = std::move(chosen);
  return {};
}

kg::EntityId LinkMap::head_of(kg::EntityId id) const {
  const auto found = head_.find(id);
  return found == head_.end() ? id : found->second;
}

std::optional<kg::EntityId> LinkMap::head_of(const std::optional<kg::EntityId>& id) const {
  return id ? std::optional(head_of(*id)) : std::nullopt;
}

std::vector<kg::EntityId> LinkMap::members_of(kg::EntityId head) const {
  const auto found = members_.find(head);
  return found == members_.end() ? std::vector{head} : found->second;
}

void LinkMap::apply(kg::ClaimFact& claim) const {
  if (head_.empty()) return;
  claim.source = head_of(claim.source);
  std::vector<kg::EntityId> about;
  for (const kg::EntityId id : claim.about) {
    const kg::EntityId head = head_of(id);
    if (std::find(about.begin(), about.end(), head) == about.end()) about.push_back(head);
  }
  claim.about = std::move(about);
}

void LinkMap::apply(kg::StanceFact& stance) const {
  if (head_.empty()) return;
  stance.actor = head_of(stance.actor);
  stance.target = head_of(stance.target);
  stance.according_to = head_of(stance.according_to);
}

}  // namespace claimgraph::store
