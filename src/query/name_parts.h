#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::query {

// A name taken apart, folded, without "the" in front.
struct NameParts {
  std::vector<std::string> words;  // without titles: "russian foreign minister sergey lavrov" has "sergey" and "lavrov"
  std::vector<std::string> givens;  // those before the surname and its particles
  // The last word as all its usual spellings are written ("zelenskyy", "zelensky"), with "jr" and the like after it.
  std::string surname;

  bool bare() const { return !words.empty() && givens.empty(); }  // a surname or another single name
  std::string joined() const;                                     // words with single spaces
};

// Persons' titles are dropped ("Russian Foreign Minister Sergey Lavrov" has the words "sergey" and "lavrov");
// organisations are made of them ("General Motors").
enum class Titles { kept, dropped };

NameParts name_parts(std::string_view name, Titles titles);

// What variants of a given name have in common: first letter, consonants, last letter.
std::string frame_of(std::string_view word);

bool is_initial(std::string_view word);

// Whether two lists of given names can be one person's: in order, each is the other's initial or a variant of it, as
// far as the shorter list goes. "george w" and "george h w" are not.
bool givens_agree(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Whether the words of the shorter name stand in the longer one in their order, or are its initials ("eu"). What stands
// behind "of" tells which one it is and is no short name of it: not "tavora" of "bank of tavora", but "bank" is.
bool shortens(const std::vector<std::string>& longer, const std::vector<std::string>& shorter);

}  // namespace claimgraph::query
