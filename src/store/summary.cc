#include "store/summary.h"

#include <algorithm>

namespace claimgraph::store {

void SummaryBuilder::add(const EntityRow& row) {
  ++names_[row.fact.name];
  summary_.type = row.fact.type;
  count(row);
}

void SummaryBuilder::add_other(const EntityRow& row) {
  aliases_.insert(row.fact.name);
  count(row);
}

void SummaryBuilder::count(const EntityRow& row) {
  aliases_.insert(row.fact.aliases.begin(), row.fact.aliases.end());
  summary_.mentions += row.fact.mentions.size();
  ++summary_.documents;
  const std::string& day = row.published;
  if (day.empty()) return;
  if (summary_.first_seen.empty() || day < summary_.first_seen) summary_.first_seen = day;
  summary_.last_seen = std::max(summary_.last_seen, day);
}

EntitySummary SummaryBuilder::summary() const {
  EntitySummary out = summary_;
  // The map is in order of spelling, so the first of the most frequent names wins a tie.
  const auto most =
      std::max_element(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  out.name = most->first;
  std::set<std::string> others = aliases_;
  for (const auto& [name, documents] : names_) others.insert(name);
  others.erase(out.name);
  out.aliases.assign(others.begin(), others.end());
  return out;
}

}  // namespace claimgraph::store
