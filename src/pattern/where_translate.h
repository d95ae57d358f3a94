#pragma once

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/program.h"
#include "pattern/source.h"
#include "pattern/where_ast.h"

namespace claimgraph::pattern {

// Looks up every name in `where` and adds it to what matches of `program` must meet. False when there was an error;
// then the program is as it was but for checks that nothing leads to. REQUIRES: `where` is what parse_where() gave for
// `source`.
bool add_where(const SourceView& source, const ast::Where& where, const Scheme& scheme, Interner& vocabulary,
               Program& program, Diagnostics& out);

}  // namespace claimgraph::pattern
