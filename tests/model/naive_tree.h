#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/tree_ast.h"

namespace claimgraph::model {

// The slow twin of the paths of tree patterns: goes every way that the language reference describes, by sets of tokens
// and sums of distances, comparing strings.
//
// The tokens an argument leads to from `anchor` within `tokens`, a whole sentence, without those of `trigger`: the
// nearest, the first of several, or all when it is not Quantity::nearest. Nothing when there are too few or too many.
std::optional<std::set<std::uint32_t>> naive_reach(const pattern::ast::Argument& argument,
                                                   const std::map<std::string, pattern::ast::Path>& definitions,
                                                   const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                                                   TokenRange tokens, std::uint32_t anchor, TokenRange trigger);

// The longest stretch with the label of `argument` around `token`, within `tokens`, that has nothing of `trigger`.
std::optional<TokenRange> naive_stretch(const pattern::ast::Argument& argument, const nlp::AnnotatedDocument& document,
                                        const pattern::Layer& layer, TokenRange tokens, std::uint32_t token,
                                        TokenRange trigger);

// The tokens whose way to the root leads over `top`, but over none of `without`, and not over what links `top` to its
// head.
std::set<std::uint32_t> naive_subtree(const nlp::AnnotatedDocument& document, TokenRange tokens, std::uint32_t top,
                                      const std::set<std::uint32_t>& without);

}  // namespace claimgraph::model
