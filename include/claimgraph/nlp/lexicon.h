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

// What AnnotatedDocument::norms holds of a word: lower case, curly quotation marks and apostrophes made straight.
std::string norm_of(std::string_view word);

// A table of terms with features. Read from tab-separated text:
//
//   lexicon := header { row }            each a line; blank lines and lines that start with '#' are left out
//   header  := name { TAB column }       the first column holds the terms, whatever its name
//   row     := term { TAB cell }         cells at the end may be missing; an empty cell: the feature is absent
//
// White space around a cell is no part of it. Immutable once parsed.
struct Lexicon {
  struct Entry {
    std::string term;                // as written
    std::vector<std::string> words;  // the term's tokens as text::segment() cuts them in a sentence, at least one
    std::vector<std::string> cells;  // one a feature column; empty when absent
    std::uint32_t line = 0;          // in the file, from 1
  };

  std::string name;
  std::string file;  // where it was read from, as findings name it
  TermUnit unit = TermUnit::lemma;
  std::vector<std::string> columns;  // the feature columns, without the first
  std::vector<Entry> entries;        // in file order

  std::optional<std::size_t> column(std::string_view name) const;
};

// Parses the text of a lexicon. Findings name `file`, line and column: a row with more cells than columns, an empty or
// duplicate column, a row without a term, a term that stands twice with the same features, a byte that is no UTF-8, no
// header. What has no error is in the result.
Lexicon parse_lexicon(std::string_view text, std::string name, TermUnit unit, const std::string& file,
                      Diagnostics& out);

}  // namespace claimgraph::nlp
