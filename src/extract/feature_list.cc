#include "extract/feature_list.h"

namespace claimgraph::extract {

void FeatureList::add(std::initializer_list<std::string_view> parts, float value) {
  FeatureKey key;
  for (const std::string_view part : parts) key.append(part);
  all_.push_back({.key = key.value(), .value = value});
  if (names_ == nullptr || names_->contains(key.value())) return;
  std::string name;
  for (const std::string_view part : parts) name += part;
  names_->emplace(key.value(), std::move(name));
}

}  // namespace claimgraph::extract
