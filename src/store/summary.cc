#include "store/summary.h"

#include <algorithm>
#include <utility>

namespace claimgraph::store {
namespace {

// Ascending and distinct, without `name`.
void settle(std::vector<std::string>& aliases, const std::string& name) {
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  std::erase(aliases, name);
}

void add_names(std::vector<std::string>& aliases, const EntitySum& sum) {
  for (const auto& [name, documents] : sum.names) aliases.push_back(name);
}

}  // namespace

const std::string& name_of(const EntitySum& sum) {
  const auto most = std::max_element(sum.names.begin(), sum.names.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

EntitySummary summary_of(kg::EntityId id, const EntitySum& sum, std::vector<std::string> aliases) {
  EntitySummary out{.id = id,
                    .name = name_of(sum),
                    .type = sum.type,
                    .aliases = std::move(aliases),
                    .mentions = sum.mentions,
                    .documents = sum.documents,
                    .first_seen = kg::dump_date(sum.first),
                    .last_seen = kg::dump_date(sum.last),
                    .facts = sum.facts};
  add_names(out.aliases, sum);
  settle(out.aliases, out.name);
  return out;
}

void add_other(EntitySummary& out, const EntitySum& other, const std::vector<std::string>& aliases) {
  out.mentions += other.mentions;
  out.aliases.insert(out.aliases.end(), aliases.begin(), aliases.end());
  add_names(out.aliases, other);
  settle(out.aliases, out.name);
  if (other.first == kg::kNoDate) return;
  const std::string first = kg::dump_date(other.first);
  if (out.first_seen.empty() || first < out.first_seen) out.first_seen = first;
  out.last_seen = std::max(out.last_seen, kg::dump_date(other.last));
}

}  // namespace claimgraph::store
