#pragma once

#include <map>
#include <string>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/where_ast.h"

namespace claimgraph::model {

// The slow twin of conditions on captures: judges the tree as it is written, by sets of tokens and by strings. It knows
// neither their checker nor their program.
bool naive_where(const pattern::ast::Where& where, const std::map<std::string, TokenRange>& captures,
                 const nlp::AnnotatedDocument& document, const pattern::Layer& layer);

}  // namespace claimgraph::model
