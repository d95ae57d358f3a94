#include "query/name_words.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "query/name_words_file.h"

namespace claimgraph::query {
namespace {

using Roles = std::unordered_map<std::string_view, NameRole>;

constexpr std::array<std::pair<std::string_view, NameRole>, 4> kRoles = {{{"title", NameRole::title},
                                                                          {"title_in_front", NameRole::title_in_front},
                                                                          {"particle", NameRole::particle},
                                                                          {"suffix", NameRole::suffix}}};

// Of lines "term TAB role"; those of no known role, such as comments and the header, say nothing.
Roles parsed(std::string_view file) {
  Roles out;
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(line.size() + (line.size() < file.size() ? 1 : 0));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    for (const auto& [name, role] : kRoles) {
      if (line.substr(tab + 1) == name) out.emplace(line.substr(0, tab), role);
    }
  }
  return out;
}

}  // namespace

std::optional<NameRole> role_of(std::string_view word) {
  static const Roles kKnown = parsed(kNameWordsFile);
  const auto found = kKnown.find(word);
  return found == kKnown.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace claimgraph::query
