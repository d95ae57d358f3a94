#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What spellings of a name have in common.
// DO NOT CHANGE without a new store format version (store/keys.h): indexes on disk have these keys.
namespace claimgraph::kg {

// The words of a folded text: parts between white space and punctuation, apostrophes and hyphens inside a word kept, a
// possessive left out. "s.v. lavrov's" gives "s", "v" and "lavrov". The views live as long as `folded`.
std::vector<std::string_view> words_of(std::string_view folded);

// Shorter words have no other spellings: there one letter makes another name.
inline constexpr std::size_t kLeastLevelled = 5;  // letters

// A word with transliterations levelled: "sergei" and "sergey", "aleksei" and "alexey" are one.
std::string levelled(std::string_view word);

// The words of fold(name), without "the" in front of others, with single spaces; fold(name) when it has none.
std::string name_key(std::string_view name);
// A folded word without the article of "el-sisi", levelled.
std::string word_key(std::string_view word);
// The word_key() of the last word of fold(name); fold(name) when it has none. Persons of one surname have the same.
std::string last_word_key(std::string_view name);

}  // namespace claimgraph::kg
