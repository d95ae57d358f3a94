#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/program.h"
#include "pattern/regex_cache.h"

namespace claimgraph::pattern {

// What evaluators remember from one run to the next. Thread-compatible.
struct RegexMemory {
  std::vector<RegexCache*> of_program;  // of the program that runs; nullptr until asked
  absl::flat_hash_map<const RE2*, std::unique_ptr<RegexCache>> caches;
};

// Judges tokens and stretches of one document by the checks of one program. Holds references to its arguments.
class Evaluator {
 public:
  Evaluator(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, RegexMemory& memory);

  // Whether the checks that start at `check` hold of `token` or, those of features, of `stretch`.
  bool holds(std::uint32_t check, std::uint32_t token, const Labelled* stretch = nullptr);
  // What `field` of `token` is; the empty symbol where the document does not know it.
  Symbol value(checked::Field field, std::uint32_t token) const;

 private:
  bool holds(const Check& check, std::uint32_t token, const Labelled* stretch);
  bool has_value(const Check& check, Symbol symbol) const;
  bool matches(const Check& check, Symbol symbol);
  bool inside(const Check& check, std::uint32_t token);
  bool named(const Check& check, std::uint32_t token) const;
  bool in_quotation(std::uint32_t token) const;

  const Program& program_;
  const nlp::AnnotatedDocument& document_;
  const Layer& layer_;
  RegexMemory& memory_;
  const Symbol* columns_[checked::kFieldCount];  // nullptr: the document has no such
};

}  // namespace claimgraph::pattern
