#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/kg/extraction.h"

namespace claimgraph::workbench {

// How the words within `spans` came to be `entity`: the mention there and its kind, and of what is no name the mention
// before it. Lines indented by two spaces that begin with `role`; "nobody" when there is no entity.
std::string entity_account(const kg::Extraction& extraction, std::string_view role,
                           std::optional<kg::EntityIndex> entity, const std::vector<Span>& spans);

}  // namespace claimgraph::workbench
