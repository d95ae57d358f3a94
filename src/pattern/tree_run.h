#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/evaluate.h"
#include "pattern/marks.h"
#include "pattern/program.h"
#include "pattern/sentence_tree.h"

namespace claimgraph::pattern {

// The most tokens of a sentence that tree patterns look at. What is longer is no sentence but a table or a list, and
// would take its square in time.
inline constexpr std::uint32_t kMostTreeTokens = 1000;

// What tree patterns remember from one run to the next. Thread-compatible.
struct TreeMemory {
  // A token and a hop of a path that is to go on from there.
  struct Place {
    std::uint32_t token = 0;
    std::uint32_t hop = 0;
  };

  std::vector<Match> triggers;
  SentenceTree tree;
  Marks marks;
  std::vector<Place> now;
  std::vector<Place> later;
};

// Finds the arguments of triggers in one window. Holds references to its arguments.
class TreeRun {
 public:
  TreeRun(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window,
          TreeMemory& memory, RegexMemory& regexes);

  // Appends those of memory.triggers that have their arguments, with these.
  void complete_all(std::vector<Match>& out);

 private:
  // Makes memory.tree that of the sentence `token` is in. False when it has no syntax or is too long.
  bool enter_sentence_of(std::uint32_t token);
  // Fills in the arguments; false when a required one is missing or a forbidden one there.
  bool complete(Match& match);
  // The tokens that a path from `anchor` leads to: the nearest, or all in the order of their distance.
  std::vector<std::uint32_t> reach(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger);
  // Goes from a place as far as its hop says.
  void follow(TreeMemory::Place place);
  void go(std::vector<TreeMemory::Place>& to, std::uint32_t token, std::uint32_t hop);

  const Program& program_;
  const nlp::AnnotatedDocument& document_;
  TokenRange window_;
  TreeMemory& memory_;
  Evaluator evaluator_;
};

}  // namespace claimgraph::pattern
