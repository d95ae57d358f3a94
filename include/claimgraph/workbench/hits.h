#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"
#include "claimgraph/base/span.h"
#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

// Patterns tried on texts.
namespace claimgraph::workbench {

struct PatternOptions {
  bool tree = false;
  rules::Scope scope = rules::Scope::sentence;
};

// A rule of the name "pattern" that finds `pattern`, which may use the labels and definitions of `rules`. Grows the
// vocabulary of `rules`: documents have to be analysed afterwards. What is wrong goes to `out`, placed in "pattern".
Result<rules::Rule> make_rule(rules::RuleSet& rules, std::string_view pattern, const PatternOptions& options,
                              Diagnostics& out);

struct HitCapture {
  std::string name;
  std::string text;  // in one line
};

// A match in its context, all in one line each.
struct Hit {
  std::string document;  // its id
  Span span;             // bytes of the document's text
  std::string before;    // whole words of the paragraph
  std::string text;
  std::string after;
  std::string marked;  // the text with every capture as "[name words]", one within another where they are
  std::vector<HitCapture> captures;
};

// The matches of a rule of make_rule() in `document`, in text order, with up to `context` bytes on either side. Claims
// are labelled as extraction with `model` (may be nullptr) finds them.
std::vector<Hit> find_hits(const rules::RuleSet& rules, const extract::AttributionModel* model, const rules::Rule& rule,
                           nlp::AnnotatedDocument document, std::size_t context);

}  // namespace claimgraph::workbench
