#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"

namespace claimgraph::pattern {

// What a pattern goes through on its way from text to matches.
enum class Stage {
  lexemes,  // the text in pieces
  syntax,   // the tree, as a pattern in one fixed spelling: parsing that gives an equal tree
  checked,  // the tree with its names looked up and its definitions joined in
  program,  // what the matcher runs
};

// The text form of `text` after `stage`, for looking at what became of a pattern or, with dump_tree(), of a tree
// pattern. Nothing when there was an error up to there.
std::optional<std::string> dump(Stage stage, std::string_view text, const SourcePos& where, const Scheme& scheme,
                                Interner& vocabulary, Diagnostics& out);
std::optional<std::string> dump_tree(Stage stage, std::string_view text, const SourcePos& where, const Scheme& scheme,
                                     Interner& vocabulary, Diagnostics& out);
// Likewise for a condition on those captures; it is checked as it becomes a program, so that the last two are the same.
std::optional<std::string> dump_where(Stage stage, std::string_view text, const SourcePos& where,
                                      const std::vector<std::string>& captures, const Scheme& scheme,
                                      Interner& vocabulary, Diagnostics& out);

}  // namespace claimgraph::pattern
