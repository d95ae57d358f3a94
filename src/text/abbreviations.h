#pragma once

#include <cstdint>
#include <string_view>

namespace claimgraph::text {

// How a word that is written with a final stop behaves.
enum class Abbreviation : std::uint8_t {
  none,
  title,     // "Mr.", "Gov.": a name follows, so it ends no sentence
  inner,     // "e.g.", "vs.": more of the sentence follows
  numbered,  // "No.", "Mar.": an abbreviation only before a number, an ordinary word elsewhere
  state,     // "Ky.", "Mass.": an abbreviation only after a comma or a hyphen ("R-Ky.")
  final,     // "Inc.", "p.m.": may end a sentence
};

// `word` as written, without its last stop ("Mr", "a.m", "U.S"); what is before a hyphen does not count ("non-U.S").
Abbreviation abbreviation(std::string_view word);

// Letters with stops between them, but for the last: "U.S", "J.K", "a.m".
bool is_dotted_letters(std::string_view word);

}  // namespace claimgraph::text
