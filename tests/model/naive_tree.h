#pragma once

#include <optional>
#include <set>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "pattern/tree_ast.h"

namespace claimgraph::model {

// The slow twin of the paths of tree patterns: goes every way that the language reference describes, by sets of tokens
// and sums of distances, comparing strings. It knows tests of one word or relation only.
//
// The tokens an argument leads to from `anchor` within `tokens`, a whole sentence, without those of `trigger`: the
// nearest, the first of several, or all for Presence::all and Presence::forbidden.
std::set<std::uint32_t> naive_reach(const pattern::ast::Argument& argument, const nlp::AnnotatedDocument& document,
                                    TokenRange tokens, std::uint32_t anchor, TokenRange trigger);

// The tokens whose way to the root leads over `top`, but over none of `without`, and not over what links `top` to its
// head.
std::set<std::uint32_t> naive_subtree(const nlp::AnnotatedDocument& document, TokenRange tokens, std::uint32_t top,
                                      const std::set<std::uint32_t>& without);

}  // namespace claimgraph::model
