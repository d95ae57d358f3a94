#pragma once

#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "store/keys.h"

// What can be wrong with a whole store, told the same way everywhere.
namespace claimgraph::store {

// The `corruption` of the store at `path`; `reason` says where and what.
Error damage(const std::string& path, std::string_view reason);
// The same of the row of `family` at `key`.
Error damage_at(const std::string& path, Family family, std::string_view key, std::string_view reason);
// The `version` error of the store at `path`, which has format version `found`.
Error other_version(const std::string& path, std::string_view found);

}  // namespace claimgraph::store
