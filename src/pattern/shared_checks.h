#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "pattern/check.h"

namespace claimgraph::pattern {

// The conditions of many programs, equal ones once. Thread-compatible.
class SharedChecks {
 public:
  // Takes in what is not there yet. Returns where each of `checks` is now.
  std::vector<std::uint32_t> add(const Checks& checks);

  const Checks& checks() const { return checks_; }

 private:
  std::uint32_t add(const Check& check, const Checks& from);
  std::uint32_t add(const checked::Regex& regex);

  Checks checks_;
  absl::flat_hash_map<std::string, std::uint32_t> known_;  // by what they compare and where they go on
  absl::flat_hash_map<std::string, std::uint32_t> first_;  // by what they compare
  absl::flat_hash_map<std::string, std::uint32_t> regexes_;
};

}  // namespace claimgraph::pattern
