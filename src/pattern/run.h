#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/check_view.h"
#include "pattern/marks.h"
#include "pattern/program.h"
#include "pattern/starts.h"
#include "pattern/tree_run.h"

namespace claimgraph::pattern {

// What a run may still have to do.
struct Job {
  enum class Kind : std::uint32_t { go, restore, leave };
  Kind kind = Kind::go;
  std::uint32_t number = 0;    // go: instruction; restore: slot; leave: mark
  std::uint32_t position = 0;  // restore: the slot's value before
};

struct Matcher::Memory {
  std::vector<Job> jobs;
  std::vector<std::uint32_t> slots;  // two a capture: positions, or kNone
  Marks marks;                       // a column a Instruction::mark, of a lookaround a second one: that it accepts
  CheckRows rows;                    // of runs whose checks no others share
  TreeMemory trees;
  std::uint64_t starts = 0;  // tokens that runs have begun at, all in all
};

// Whether a sentence or paragraph begins or ends at `position`, as `op` asks. O(log sentences).
bool is_boundary(const nlp::AnnotatedDocument& document, Op op, std::uint32_t position);

// One program over windows of one document: a depth-first search of its paths in order of preference that never takes a
// path again from where it failed before. An instruction and a position fail or accept whatever led there, since
// neither captures nor lookarounds depend on it, so each is gone through once and the time is linear in window times
// program, for all matches together. (Thread lists, as in Pike's machine, would keep their bound for one match only.)
class Run {
 public:
  Run(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks,
      Matcher::Memory& memory);

  // False when no match starts in `window`.
  bool enter(TokenRange window);
  // Appends all matches within the window that was entered last. REQUIRES: some match may start there.
  void find_all(std::vector<Match>& out);

 private:
  // Whether a match starts at `start`, and where it ends.
  bool match(std::uint32_t start, std::uint32_t& end);
  // Whether the subprogram accepts at `position`; its first instruction has a mark, which keeps the answer.
  bool look(std::uint32_t entry, std::uint32_t position);
  // Goes through the jobs above `floor` until one accepts. `in_look`: no captures, but what accepts is remembered.
  template <bool in_look>
  bool search(std::size_t floor, std::uint32_t& end);
  template <bool in_look>
  bool follow(std::uint32_t pc, std::uint32_t position, std::uint32_t& end);
  // Moves over the token that an instruction takes; false when it does not take it.
  bool take(const Instruction& instruction, std::uint32_t& position) {
    const bool back = instruction.op == Op::any_back || instruction.op == Op::token_back;
    if (position == (back ? window_.begin : window_.end)) return false;
    const std::uint32_t token = back ? position - 1 : position;
    position = back ? token : token + 1;
    return instruction.check == Check::kHolds || checks_.holds(instruction.check, token);
  }
  void push_labels(const Instruction& instruction, std::uint32_t position);
  void emit(TokenRange tokens, std::vector<Match>& out) const;

  std::size_t row(std::uint32_t position) const { return position - window_.begin; }
  void push(Job job) { memory_.jobs.push_back(job); }

  const Program& program_;
  const nlp::AnnotatedDocument& document_;
  const Layer& layer_;
  TokenRange window_;
  Matcher::Memory& memory_;
  CheckView checks_;
  Starts starts_;
};

}  // namespace claimgraph::pattern
