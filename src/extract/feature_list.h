#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::extract {

// The number of a feature: FNV-1a of its name in 64 bits, so that a name in parts need not be put together.
class FeatureKey {
 public:
  constexpr FeatureKey() = default;
  constexpr explicit FeatureKey(std::string_view name) { append(name); }

  constexpr void append(std::string_view part) {
    for (const char c : part) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  constexpr std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

struct Feature {
  std::uint64_t key = 0;  // FeatureKey of its name
  float value = 1;
};

// The features of one candidate. Thread-compatible; reused from one candidate to the next.
class FeatureList {
 public:
  FeatureList() = default;
  // Also writes down the names of all features that are ever added. `names` outlives the list.
  explicit FeatureList(std::map<std::uint64_t, std::string>& names) : names_(&names) {}

  void clear() { all_.clear(); }
  // The feature whose name is `parts` one after the other.
  void add(std::initializer_list<std::string_view> parts, float value = 1);
  // Lives until the next add() or clear().
  std::span<const Feature> all() const { return all_; }

 private:
  std::vector<Feature> all_;
  std::map<std::uint64_t, std::string>* names_ = nullptr;  // not owned
};

}  // namespace claimgraph::extract
