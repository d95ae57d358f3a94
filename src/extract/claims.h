#pragma once

#include <optional>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "extract/attributions.h"
#include "extract/entities.h"
#include "extract/nesting.h"

namespace claimgraph::extract {

// A claim for each attribution, at the same place: sources resolved, form told by quotation marks, nesting by
// containment, and `about` from the mentions in the content. `sources` holds the mention of each attribution's source.
std::vector<kg::Claim> make_claims(const nlp::AnnotatedDocument& document, const std::vector<Attribution>& attributions,
                                   const std::vector<std::optional<std::uint32_t>>& sources,
                                   const std::vector<ReferringMention>& mentions, const Entities& entities,
                                   const Nesting& nesting);

}  // namespace claimgraph::extract
