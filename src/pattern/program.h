#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/check.h"
#include "pattern/checked.h"
#include "pattern/filter.h"
#include "pattern/source.h"
#include "pattern/starts.h"
#include "pattern/tree_checked.h"

namespace claimgraph::pattern {

enum class Op {
  any,       // takes a token
  token,     // takes a token that meets `check`
  label,     // takes a stretch with `symbol` whose features meet `check`
  any_back,  // the same to the left
  token_back,
  label_back,
  split,     // goes on at `next`, and failing that at `other`
  save,      // notes the position in slot `number`
  look,      // goes on when the subprogram at `other` accepts from here
  look_not,  // goes on when it does not
  sentence_begin,
  sentence_end,
  paragraph_begin,
  paragraph_end,
  accept,
};

struct Instruction {
  Op op = Op::accept;
  std::uint32_t next = kNone;
  std::uint32_t other = kNone;
  std::uint32_t check = Check::kHolds;
  std::uint32_t number = 0;
  Symbol symbol{};
  std::uint32_t mark = kNone;  // what a run notes when it comes here; of what can only be reached once: none
};

// One step of a path through a sentence, at a token.
struct Hop {
  // The first four lead to another token; look and look_not go on where some way from `other`, none of them, leads to
  // an accept.
  enum class Kind { down, up, next, previous, stay, split, look, look_not, accept };
  Kind kind = Kind::accept;
  std::uint32_t next = kNone;
  std::uint32_t other = kNone;             // of split, look and look_not
  std::uint32_t relation = Check::kHolds;  // of down: what the dependents meet; of up: what the token itself meets
  std::uint32_t check = Check::kHolds;     // what the token meets that it leads to
};

// An argument of a tree pattern.
struct PathArgument {
  ast::Quantity quantity;
  ast::Shape shape = ast::Shape::subtree;
  std::uint32_t capture = 0;               // of a subtree the next one is the part behind the trigger
  std::uint32_t entry = 0;                 // in PathProgram::hops
  Symbol label{};                          // of Shape::stretch
  std::uint32_t features = Check::kHolds;  // of Shape::stretch
  std::string name;                        // also where it has no capture
  std::string written;                     // its path
  std::string written_stretch;             // of Shape::stretch
};

// A lookaround of a path: the hops that only it goes.
struct PathLook {
  std::uint32_t entry = 0;
  std::uint32_t accept = 0;
};

struct PathProgram {
  std::uint32_t trigger = 0;  // capture
  std::vector<PathArgument> arguments;
  std::vector<Hop> hops;
  std::vector<std::string> written;  // of each hop: how it is spelled, for traces; empty of what is no step
  std::vector<PathLook> looks;       // those within another one before it
  std::vector<std::vector<std::uint32_t>> before;  // of each hop in a lookaround: the hops that go on at it
};

// What a condition takes of a capture: a field or a morphological feature of its head, or the feature of the widest,
// then first, labelled stretch within it.
struct ValueOf {
  enum class Kind { field, morphological, feature };
  Kind kind = Kind::field;
  checked::Field field{};
  Symbol name{};  // of features
};

// One test of a condition on captures. The condition goes on at `next[holds]`; kHolds and kFails end it. What speaks of
// a capture that is empty or took no part does not hold, but for `!=`.
struct Requirement {
  // From `agree` on in the order of ast::Relation.
  enum class Kind {
    present,
    tested,
    before,
    within,
    overlaps,
    distance,
    tokens,
    compared,
    agree,
    same_sentence,
    same_paragraph,
    same_quotation,
    same_words
  };
  static constexpr std::uint32_t kHolds = kNone;
  static constexpr std::uint32_t kFails = kNone - 1;

  Kind kind{};
  std::uint32_t left = 0;               // capture
  std::uint32_t right = left;           // capture; of a kind that has but one, the same
  ast::Comparison comparison{};         // of distance, tokens and compared
  double number = 0;                    // of distance and tokens
  std::uint32_t check = Check::kHolds;  // of tested
  ValueOf left_value = {};              // of compared
  ValueOf right_value = {};
  std::uint32_t next[2] = {kFails, kHolds};
};

// One condition of a pattern, for traces: the requirements from `entry` on, until one leads to `exit` or to kFails.
struct Condition {
  std::string written;
  std::uint32_t entry = 0;
  std::uint32_t exit = Requirement::kHolds;
};

// The most instructions of a program, with every {n,m} written out.
inline constexpr std::size_t kMostInstructions = 20000;

// A pattern as the matcher runs it; of a tree pattern, its trigger. Starts at instruction 0. A path through it takes a
// token on every round of a loop.
struct Program {
  std::vector<Instruction> instructions;
  Checks checks;
  std::vector<std::string> captures;
  std::uint32_t marks = 0;               // numbers of Instruction::mark are below; those within lookarounds take two
  std::vector<Filter> required;          // each lets through some token of every window with a match
  std::optional<Filter> first;           // lets through the first token of every match
  std::vector<Need> needs;               // of every match, what rules out most first
  std::vector<std::uint32_t> somewhere;  // checks each of which holds of some token of every window with a match
  std::optional<PathProgram> paths;      // of a tree pattern; its captures are the last ones
  std::vector<std::string> steps;        // how the steps are spelled, for traces
  std::vector<std::uint32_t> step_of;    // of each instruction: its place in `steps`, or kNone
  std::vector<Requirement> requirements;
  std::uint32_t where = Requirement::kHolds;  // the first requirement of a match
  std::vector<std::string> tests;             // of each requirement: how it is spelled, for traces
  std::vector<Condition> conditions;          // in the order they were added, which is not that of judging
};

// Nothing when the program would be too long; the error is at the source's begin.
std::optional<Program> translate(const SourceView& source, const checked::Tree& tree, Diagnostics& out);

// Adds the arguments of a tree pattern to `program`, which is that of its trigger. False, with an error at the source's
// begin, when the paths would be too long.
bool add_arguments(const SourceView& source, const checked::Arguments& arguments, Program& program, Diagnostics& out);

// Filters and instructions, one a line.
std::string dump(const Program& program, const Interner& symbols);

}  // namespace claimgraph::pattern
