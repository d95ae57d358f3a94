#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/check.h"
#include "pattern/regex_cache.h"

namespace claimgraph::pattern {

// Judges tokens and stretches of one document by comparisons, one at a time. Keeps the answers of regular expressions
// from one document to the next. Thread-compatible.
class Evaluator {
 public:
  // All of them outlive the use.
  void assign(const Checks& checks, const nlp::AnnotatedDocument& document, const Layer& layer);

  // Whether one comparison holds of `token`. REQUIRES: it is one of tokens.
  bool meets(const Check& check, std::uint32_t token);
  // Whether the comparisons from `check` on, which are of stretches, hold of `stretch`.
  bool holds(std::uint32_t check, const Labelled& stretch);
  // What `field` of `token` is; the empty symbol where the document does not know it.
  Symbol value(checked::Field field, std::uint32_t token) const {
    const Symbol* const symbols = column(field);
    return symbols == nullptr ? kEmptySymbol : symbols[token];
  }
  // A place a token; nullptr when the document has no such.
  const Symbol* column(checked::Field field) const { return columns_[static_cast<std::size_t>(field)]; }
  // Makes the column of relations without their subtypes, where it is not there yet. O(tokens).
  void need_relations();
  bool has_value(const Check& check, Symbol symbol) const;

 private:
  bool meets(const Check& check, const Labelled& stretch);
  bool matches(const Check& check, Symbol symbol);
  // Whether one of `stretches` has a label and features that `check` asks for.
  bool any_fits(const Check& check, std::span<const std::uint32_t> stretches);

  const Checks* checks_ = nullptr;
  const nlp::AnnotatedDocument* document_ = nullptr;
  const Layer* layer_ = nullptr;
  const Symbol* columns_[checked::kColumnCount] = {};
  std::vector<Symbol> relations_;     // of the tokens of document_, when columns_ has them
  std::vector<RegexCache*> regexes_;  // of those of checks_; nullptr until asked
  absl::flat_hash_map<const RE2*, std::unique_ptr<RegexCache>> caches_;
};

}  // namespace claimgraph::pattern
