#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/ast.h"

namespace claimgraph::model {

// A match as the language reference describes it, captures by name.
struct NaiveMatch {
  TokenRange tokens;
  std::map<std::string, TokenRange> captures;

  friend bool operator==(const NaiveMatch&, const NaiveMatch&) = default;
};

// The slow twin of pattern::Matcher: tries the ways through the tree as written, one after another, comparing strings.
// It knows neither the checker nor the program, so it judges both. Nothing when it took more than `most_steps`.
std::optional<std::vector<NaiveMatch>> naive_find_all(const pattern::ast::Node& pattern,
                                                      const std::map<std::string, pattern::ast::Node>& definitions,
                                                      const nlp::AnnotatedDocument& document,
                                                      const pattern::Layer& layer, TokenRange window,
                                                      std::size_t most_steps);

// Whether a test in [ ] holds of a token or, that of a label's features, of a stretch; in the same way.
bool naive_holds(const pattern::ast::Expr& test, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                 std::uint32_t token);
bool naive_holds(const pattern::ast::Expr& features, const nlp::AnnotatedDocument& document,
                 const pattern::Layer& layer, const pattern::Labelled& stretch);

}  // namespace claimgraph::model
