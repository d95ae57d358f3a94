#pragma once

#include <optional>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "extract/attributions.h"

namespace claimgraph::extract {

// Which attributions' contents lie in which. Claims are numbered as their attributions.
class Nesting {
 public:
  Nesting(std::size_t tokens, const std::vector<Attribution>& attributions);

  // The innermost claim whose content the token is in.
  std::optional<kg::ClaimIndex> at(std::uint32_t token) const { return of_token_[token]; }
  // The innermost claim whose content holds the cue and the contents of claim `number`.
  std::optional<kg::ClaimIndex> container_of(std::size_t number) const { return container_[number]; }

 private:
  std::vector<std::optional<kg::ClaimIndex>> of_token_;
  std::vector<std::optional<kg::ClaimIndex>> container_;
};

}  // namespace claimgraph::extract
