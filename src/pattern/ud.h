#pragma once

#include <string>
#include <string_view>
#include <vector>

// The vocabulary of Universal Dependencies v2, for checking what patterns name.
namespace claimgraph::pattern {

const std::vector<std::string>& known_upos();
// Relations without their subtypes: "nsubj", not "nsubj:pass".
const std::vector<std::string>& known_relations();
// Names of morphological features: "Mood".
const std::vector<std::string>& known_features();

// "nsubj" of "nsubj:pass"; what has no subtype is itself.
std::string_view universal_part(std::string_view relation);

}  // namespace claimgraph::pattern
