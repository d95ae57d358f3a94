#pragma once

#include <cstdint>
#include <vector>

#include "pattern/check_view.h"
#include "pattern/marks.h"
#include "pattern/program.h"
#include "pattern/sentence_tree.h"

namespace claimgraph::pattern {

// Where the lookarounds of a program's paths hold in one sentence. They are followed from their ends backwards, from
// all tokens at once, so that the time is linear in the tokens times the hops, however they lie in one another.
// Thread-compatible.
class LookTable {
 public:
  // REQUIRES: `paths` is of the program that `checks` are; both outlive the call.
  void assign(const PathProgram& paths, const SentenceTree& tree, CheckView& checks);

  // Whether some way from hop `entry` at `token` leads to the end of its lookaround.
  bool leads(std::uint32_t entry, std::uint32_t token) { return marks_.marked(token - begin_, entry); }

 private:
  struct Place {
    std::uint32_t token = 0;
    std::uint32_t hop = 0;
  };

  // Goes from a place to those that lead to it over `hop`.
  void back(std::uint32_t hop, std::uint32_t token);
  void put(std::uint32_t hop, std::uint32_t token);

  const PathProgram* paths_ = nullptr;
  const SentenceTree* tree_ = nullptr;
  CheckView* checks_ = nullptr;
  std::uint32_t begin_ = 0;
  Marks marks_;
  std::vector<Place> open_;
};

}  // namespace claimgraph::pattern
