#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"

namespace claimgraph::nlp {

// Which property of the tokens a lexicon's terms are compared with.
enum class TermUnit { lemma, norm, word };

// A table of terms with features. Read from tab-separated text: the first line names the columns, the first column
// holds the terms (words apart by one space, tokenised as text is), '#' at the start of a line makes it a comment, an
// empty cell means that the feature is absent. Immutable once parsed.
struct Lexicon {
  struct Entry {
    std::vector<std::string> words;  // of the term, at least one
    std::vector<std::string> cells;  // one a feature column; empty when absent
    std::uint32_t line = 0;          // in the file, from 1
  };

  std::string name;
  TermUnit unit = TermUnit::lemma;
  std::vector<std::string> columns;  // the feature columns, without the first
  std::vector<Entry> entries;        // in file order

  std::optional<std::size_t> column(std::string_view name) const;
};

// Parses the text of a lexicon. Findings name `file`, line and column: a row with more cells than columns, a duplicate
// column, a term that stands twice with the same features, a byte that is no UTF-8, no header.
Lexicon parse_lexicon(std::string_view text, std::string name, TermUnit unit, const std::string& file,
                      Diagnostics& out);

}  // namespace claimgraph::nlp
