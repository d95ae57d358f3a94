#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "claimgraph/pattern/trace.h"
#include "pattern/check_view.h"
#include "pattern/look_table.h"
#include "pattern/program.h"
#include "pattern/run.h"
#include "pattern/sentence_tree.h"

namespace claimgraph::pattern {

// Traces one pattern over one window. A search as that of Run, which keeps the way to every place it comes to. Holds
// references to its arguments.
class Tracer {
 public:
  Tracer(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window);

  Trace run();

 private:
  // A place of a search: an instruction at a position, and where it came from.
  struct State {
    std::uint32_t pc = 0;
    std::uint32_t position = 0;
    std::uint32_t parent = kNone;  // place in states_
    std::uint32_t steps = 0;       // on the way here; the same one again and again counts once
    std::uint32_t step = kNone;    // the last of them
  };
  // What a search from one token came to.
  struct Attempt {
    bool accepted = false;
    std::uint32_t steps = 0;
    std::uint32_t start = 0;
    NearMiss reached;  // `wanted` is empty when accepted
  };
  // A token and a hop of a path, and where it came from.
  struct Place {
    std::uint32_t token = 0;
    std::uint32_t hop = 0;
    std::uint32_t parent = kNone;  // place in places_
    std::uint32_t moves = 0;
  };

  // The matches of the pattern, or of its trigger.
  void find_all(std::vector<Match>& out);
  // Moves the matches that do not meet the pattern's conditions to those refused.
  void judge(Trace& trace);

  // trace.cc: tokens
  void find_nearest(Trace& trace);
  Attempt attempt(std::uint32_t start);
  // Pushes what the state goes on to; false when its step does not hold.
  bool advance(std::uint32_t number, std::vector<std::uint32_t>& open);
  bool advance_over_token(std::uint32_t number, std::vector<std::uint32_t>& open);
  bool advance_over_labels(std::uint32_t number, std::vector<std::uint32_t>& open);
  void push(std::uint32_t from, std::uint32_t pc, std::uint32_t position, std::vector<std::uint32_t>& open);
  // Whether a lookaround's subprogram accepts from `position`.
  bool accepts(std::uint32_t entry, std::uint32_t position);
  std::vector<TracedStep> way_to(std::uint32_t number) const;

  // trace_paths.cc: trees
  void trace_triggers(Trace& trace);
  // False where the sentence has no parse or is too long, which is noted.
  bool enter_sentence_of(std::uint32_t token, Trace& trace);
  TracedTrigger traced(TokenRange trigger);
  TracedArgument traced(const PathArgument& argument, std::uint32_t anchor, TokenRange trigger);
  bool is_value(const PathArgument& argument, std::uint32_t token, TokenRange trigger);
  // Adds the places that the hop of a place leads to; false when there are none.
  bool follow(std::uint32_t number);
  void go(std::uint32_t from, std::uint32_t token, std::uint32_t hop, bool moves);
  std::vector<std::uint32_t> words_to(std::uint32_t number) const;

  const Program& program_;
  const nlp::AnnotatedDocument& document_;
  const Layer& layer_;
  TokenRange window_;
  Matcher::Memory memory_;
  CheckView checks_;
  std::vector<State> states_;
  std::unordered_set<std::uint64_t> seen_;  // of the search at hand
  std::uint64_t spent_ = 0;                 // states, of all searches
  SentenceTree tree_;
  LookTable looks_;  // of tree_
  std::vector<Place> places_;
};

}  // namespace claimgraph::pattern
