#include "store/damage.h"

#include <fmt/format.h>

#include "claimgraph/store/store.h"

namespace claimgraph::store {

Error damage(const std::string& path, std::string_view reason) {
  return {.code = ErrorCode::corruption,
          .message = fmt::format("store '{}' is damaged: {}", path, reason),
          .hint = "do not write to it; restore a backup, or build it anew from the articles"};
}

Error damage_at(const std::string& path, Family family, std::string_view key, std::string_view reason) {
  std::string shown;
  for (const char c : key) shown += fmt::format("{:02x}", static_cast<unsigned char>(c));
  const std::string_view name = kFamilyNames[static_cast<std::size_t>(family)];
  return damage(path, fmt::format("in {} at key {}: {}", name, shown, reason));
}

Error other_version(const std::string& path, std::string_view found) {
  return {.code = ErrorCode::version,
          .message = fmt::format("store '{}' has format version {}, but this claimgraph reads version {}", path, found,
                                 kFormatVersion),
          .hint = "use the claimgraph that made it, or build it anew from the articles"};
}

}  // namespace claimgraph::store
