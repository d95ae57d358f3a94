#pragma once

#include <optional>
#include <string_view>

namespace claimgraph::query {

// What a word does in the name of a person.
enum class NameRole { title, title_in_front, particle, suffix };

// Of a word in lower case; nothing of most words. From rules/en/lexicons/name_words.tsv as it was when this was built.
std::optional<NameRole> role_of(std::string_view word);

}  // namespace claimgraph::query
