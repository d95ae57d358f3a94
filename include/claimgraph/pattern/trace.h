#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"

// How a pattern came to match or failed to: a slow interpreter that keeps what it did.
namespace claimgraph::pattern {

// A step of a pattern that took tokens, or held between two.
struct TracedStep {
  std::string step;     // as the pattern says it: "[lemma=say]"
  std::string capture;  // the innermost one it stands in; empty outside of any
  TokenRange tokens;    // of a step that takes none: empty, where it held

  friend bool operator==(const TracedStep&, const TracedStep&) = default;
};

// The furthest that a pattern came where it did not match: the way with the most steps.
struct NearMiss {
  std::vector<TracedStep> steps;
  std::uint32_t stopped = 0;        // the token that no step went on over; the window's end when the text ended
  std::vector<std::string> wanted;  // the steps of which one would have gone on there, each once, the preferred first
};

// A word that a path led to and did not lead on from, or that lacks the label that its value must have.
struct DeadEnd {
  std::uint32_t word = 0;
  std::vector<std::string> wanted;  // the steps that lead nowhere from there: ">nsubj"; "@Name": it has no such label
};

// What became of one argument of a tree pattern, from one trigger.
struct TracedArgument {
  enum class Outcome {
    found,
    absent,    // and may be, or must be
    missing,   // fewer words than there must be
    unwanted,  // more words than there may be
    empty,     // found, but nothing is left for it once the others have theirs
  };
  std::string name;
  std::string path;  // as the pattern says it
  Outcome outcome = Outcome::found;
  std::vector<std::uint32_t> words;  // those the path leads to: the nearest, or all
  std::vector<std::uint32_t> way;    // of the first of them: the words on the way to it, both ends included
  std::vector<DeadEnd> dead_ends;    // where it leads nowhere: the furthest first
};

// One test of a condition, as it judged a match.
struct TracedTest {
  std::string test;  // as the condition says it: "distance(source, cue) <= 5"
  bool holds = false;
  std::string absent;                 // a capture it speaks of that took no part; else empty
  std::optional<std::uint32_t> head;  // of a test of a capture's head: that word
  std::vector<std::string> values;    // what it compares: a number, or a value of each capture, "" of what has none
};

// A condition that a match does not meet.
struct TracedRefusal {
  std::string condition;          // in one spelling
  std::vector<TracedTest> tests;  // those that decided, in the order they were asked
};

struct TracedMatch {
  Match match;
  std::vector<TracedStep> steps;          // of a tree pattern, those of its trigger
  std::vector<TracedArgument> arguments;  // of a tree pattern
  std::vector<TracedRefusal> refusals;    // every condition that it does not meet, as they were added
};

// A trigger that was found, and what its arguments came to.
struct TracedTrigger {
  TokenRange tokens;
  std::uint32_t anchor = 0;  // the word that paths start from
  std::vector<TracedArgument> arguments;

  // Arguments that are as the pattern wants them.
  std::size_t good() const;
};

struct Trace {
  std::vector<TracedMatch> matches;
  std::vector<TracedMatch> refused;     // that do not meet a condition of the pattern
  std::optional<NearMiss> nearest;      // of the pattern, or a tree pattern's trigger; nothing where that matched
  std::vector<TracedTrigger> triggers;  // of a tree pattern: those that lack an argument
  bool no_syntax = false;               // a tree pattern met a sentence without a parse
  bool too_long = false;                // a tree pattern met a sentence of more than kMostTreeTokens
  bool complete = true;                 // false: the search for the nearest miss was cut short at its limit
};

// Runs `pattern` as Matcher::find_all() does, and says how each match came about, or how near it came. Time and memory
// are bounded whatever the pattern. REQUIRES: as Matcher::find_all().
Trace trace(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange window);

// The pattern with every definition in the place of its name, in one spelling; a tree pattern a clause a line. What
// would make it longer than some 20,000 steps stays a name. Nothing when `text` does not compile.
std::optional<std::string> fill_in(std::string_view text, const Scheme& scheme, bool tree);

}  // namespace claimgraph::pattern
