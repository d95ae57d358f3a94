#include "nlp/name_consistency.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <unicode/uchar.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

using Words = std::vector<Symbol>;

// What is known of the stretches with the same words.
struct Known {
  std::vector<std::pair<Symbol, std::uint32_t>> types;  // and how often; in the order of their first use
  std::uint32_t named = 0;                              // stretches that are names
  std::uint32_t unnamed = 0;                            // others

  void add(Symbol type, std::uint32_t times) {
    const auto at = std::find_if(types.begin(), types.end(), [&](const auto& each) { return each.first == type; });
    if (at == types.end())
      types.emplace_back(type, times);
    else
      at->second += times;
  }
  Symbol commonest() const {
    return std::max_element(types.begin(), types.end(), [](auto a, auto b) { return a.second < b.second; })->first;
  }
  // Whether no other type is as common.
  bool is_clear() const {
    const Symbol best = commonest();
    const auto count = [&](Symbol type) {
      return std::find_if(types.begin(), types.end(), [&](const auto& each) { return each.first == type; })->second;
    };
    return std::all_of(types.begin(), types.end(),
                       [&](const auto& each) { return each.first == best || each.second < count(best); });
  }
};

class Consistency {
 public:
  explicit Consistency(AnnotatedDocument& document) : document_(document) {}

  void run() {
    if (document_.names.empty()) return;
    count_names();
    join_surnames();
    for (NamedSpan& name : document_.names) {
      const Known& known = known_.at(words_of(name.tokens));
      if (known.is_clear()) name.type = known.commonest();
    }
    std::vector<NamedSpan> found = unnamed();
    for (const NamedSpan& each : found) ++known_.at(words_of(each.tokens)).unnamed;
    std::erase_if(found, [&](const NamedSpan& each) {
      const Known& known = known_.at(words_of(each.tokens));
      return known.unnamed > known.named;
    });
    document_.names.insert(document_.names.end(), found.begin(), found.end());
    std::sort(document_.names.begin(), document_.names.end(),
              [](const NamedSpan& a, const NamedSpan& b) { return a.tokens < b.tokens; });
  }

 private:
  Words words_of(TokenRange tokens) const {
    return {document_.words.begin() + tokens.begin, document_.words.begin() + tokens.end};
  }

  void count_names() {
    for (const NamedSpan& name : document_.names) {
      Words words = words_of(name.tokens);
      const auto [at, is_new] = known_.try_emplace(std::move(words));
      if (is_new) longest_[at->first[0]] = std::max(longest_[at->first[0]], at->first.size());
      at->second.add(name.type, 1);
      ++at->second.named;
    }
  }

  void join_surnames() {
    const auto person = document_.symbols.find("PER");
    if (!person) return;
    absl::flat_hash_map<Symbol, std::uint32_t> surnames;
    for (const auto& [words, known] : known_) {
      if (words.size() > 1 && known.commonest() == *person) surnames[words.back()] += known.named;
    }
    for (auto& [words, known] : known_) {
      if (words.size() != 1) continue;
      if (const auto at = surnames.find(words[0]); at != surnames.end()) known.add(*person, at->second);
    }
  }

  bool is_capital(std::uint32_t token) const {
    return u_isupper(static_cast<UChar32>(code_point_at(document_.word(token), 0).value)) != 0;
  }

  // Stretches with the words of a name outside of all names, the longest at each place.
  std::vector<NamedSpan> unnamed() const {
    std::vector<NamedSpan> out;
    std::vector<bool> is_named(document_.size(), false);
    for (const NamedSpan& name : document_.names) {
      std::fill(is_named.begin() + name.tokens.begin, is_named.begin() + name.tokens.end, true);
    }
    for (const TokenRange sentence : document_.sentences) {
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const auto longest = longest_.find(document_.words[i]);
        if (is_named[i] || longest == longest_.end() || !is_capital(i)) continue;
        std::uint32_t end = i + 1;
        while (end < sentence.end && end - i < longest->second && !is_named[end]) ++end;
        for (; end > i; --end) {
          const auto at = known_.find(words_of({i, end}));
          if (at == known_.end()) continue;
          out.push_back({.tokens = {i, end}, .type = at->second.commonest()});
          i = end - 1;
          break;
        }
      }
    }
    return out;
  }

  AnnotatedDocument& document_;
  absl::flat_hash_map<Words, Known> known_;
  absl::flat_hash_map<Symbol, std::size_t> longest_;  // words of the longest name that begins with this one
};

}  // namespace

void make_names_consistent(AnnotatedDocument& document) { Consistency(document).run(); }

}  // namespace claimgraph::nlp
