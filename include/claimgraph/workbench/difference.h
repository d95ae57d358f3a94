#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "claimgraph/kg/extraction.h"

// What a change of rules changes in what is read.
namespace claimgraph::workbench {

enum class ChangeKind { added, lost, changed };
enum class FactKind { claim, stance };

std::string_view name_of(ChangeKind kind);
std::string_view name_of(FactKind kind);

// One claim or stance that is not as it was.
struct Change {
  ChangeKind kind = ChangeKind::added;
  FactKind fact = FactKind::claim;
  std::string document;              // its id
  std::string sentence;              // where it stands, in one line
  std::string now;                   // "Ana Vela — said — that it fell"; of a lost one what it was
  std::string rule;                  // that gives it now; of a lost one that gave it
  std::vector<std::string> details;  // of a changed one: "certainty certain -> probable"
};

struct Difference {
  std::vector<Change> changes;                        // claims before stances, in the order of the text
  std::array<std::array<std::uint64_t, 4>, 2> count;  // by FactKind: ChangeKind, then those that are as they were

  Difference() : count{} {}
  void add(Difference later);
};

// Compares what two rule sets read out of one document. Claims are one when they share a byte of their cues, or where
// neither has a cue of their contents; stances when they have the same ends and share evidence, or evidence and one of
// the ends. The name of the rule that gave one is no difference. REQUIRES: both are of one text.
Difference compare(const kg::Extraction& old, const kg::Extraction& now);

}  // namespace claimgraph::workbench
