#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

// A test that is cheaper than a pattern and lets through every token that the pattern needs: the token has one of some
// symbols in one of its columns, or one of some labels starts or lies there.
struct Filter {
  std::vector<Symbol> fields[checked::kColumnCount];  // each ascending
  std::vector<Symbol> starting;                       // labels, ascending
  std::vector<Symbol> covering;                       // labels, ascending

  std::size_t size() const;
  friend bool operator==(const Filter&, const Filter&) = default;
};

// What the first token of every match of the tree meets. Nothing when that may be any token.
std::optional<Filter> first_filter(const checked::Tree& tree);
// Each of them lets through some token of every window with a match: the most telling ones, the best first.
std::vector<Filter> required_filters(const checked::Tree& tree);

std::string dump(const Filter& filter, const Interner& symbols);

}  // namespace claimgraph::pattern
