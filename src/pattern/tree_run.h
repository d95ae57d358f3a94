#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/check_view.h"
#include "pattern/look_table.h"
#include "pattern/marks.h"
#include "pattern/program.h"
#include "pattern/sentence_tree.h"

namespace claimgraph::pattern {

// What tree patterns remember from one run to the next. Thread-compatible.
struct TreeMemory {
  // A token and a hop of a path that is to go on from there.
  struct Place {
    std::uint32_t token = 0;
    std::uint32_t hop = 0;
  };

  std::vector<Match> triggers;
  SentenceTree tree;
  LookTable looks;
  Marks marks;
  std::vector<Place> now;
  std::vector<Place> later;
  std::vector<std::vector<std::uint32_t>> reached;  // by each argument
  std::vector<std::uint32_t> others;
};

// The longest stretch within `sentence` that has `token` and nothing of `trigger`, and that the argument may be; of
// several the first. REQUIRES: the argument is a stretch.
std::optional<TokenRange> stretch_at(const PathArgument& argument, std::uint32_t token, TokenRange trigger,
                                     TokenRange sentence, const Layer& layer, CheckView& checks);

// Finds the arguments of triggers in one document. Holds references to its arguments.
class TreeRun {
 public:
  TreeRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks,
          TreeMemory& memory);

  // Appends those of memory.triggers, which lie within `window`, that have their arguments, with these.
  void complete_all(TokenRange window, std::vector<Match>& out);

 private:
  // Makes memory.tree that of the sentence `token` is in. False when it has no syntax or is too long.
  bool enter_sentence_of(std::uint32_t token);
  // Fills in the arguments; false when the words that one leads to are too few or too many.
  bool complete(Match& match);
  // Fills in one of them; false when nothing is left of what it needs.
  bool fill(std::size_t number, std::uint32_t anchor, Match& match);
  // What other arguments than `number` lead to, ascending.
  const std::vector<std::uint32_t>& others(std::size_t number);
  // The tokens that a path from `anchor` leads to: the nearest, or all in the order of their distance. `found` is
  // empty.
  void reach(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger, std::vector<std::uint32_t>& found);
  // Whether a path may end at `token`.
  bool is_value(const PathArgument& argument, std::uint32_t token, TokenRange trigger);
  // Goes from a place as far as its hop says.
  void follow(TreeMemory::Place place);
  bool looks(const Hop& hop, std::uint32_t token);
  void go(std::vector<TreeMemory::Place>& to, std::uint32_t token, std::uint32_t hop);

  const PathProgram& paths_;
  const nlp::AnnotatedDocument& document_;
  const Layer& layer_;
  TokenRange window_;
  TreeMemory& memory_;
  CheckView checks_;
  bool looked_ = false;  // memory_.looks is of this sentence
};

}  // namespace claimgraph::pattern
