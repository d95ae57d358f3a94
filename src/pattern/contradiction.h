#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "claimgraph/base/interner.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

// What is known of one token, or of one stretch, from conditions that all hold of it.
class Facts {
 public:
  // `symbols` are those of the conditions, and outlive this.
  explicit Facts(const Interner& symbols) : symbols_(&symbols) {}

  // Adds that `condition` holds or, `negated`, that it does not. False when nothing meets it that meets those before;
  // what is found is true, but not all that is true is found. O(condition
  // times what is known).
  bool add(const checked::Condition& condition, bool negated = false);

 private:
  bool add(const checked::FieldIs& is, bool negated);
  bool add(const checked::FieldMatches& matches, bool negated);
  bool add(const checked::Length& length, bool negated);
  bool add(const checked::FeatureIs& is, bool negated);
  bool add(const checked::FeatureMatches& matches, bool negated);
  bool add(const checked::Not& negation, bool negated) { return add(*negation.part, !negated); }
  bool add(const checked::All& all, bool negated) { return negated ? some(all.parts, true) : each(all.parts, false); }
  bool add(const checked::Any& any, bool negated) { return negated ? each(any.parts, true) : some(any.parts, false); }
  // Whether it holds is all that is known of any other condition, and noted.
  template <typename Other>
  bool add(const Other&, bool) {
    return true;
  }

  // What a field or a feature may be: one of `among`, where that is known, and none of `without`.
  struct Values {
    std::optional<std::set<Symbol>> among;
    std::set<Symbol> without;
  };
  using Key = std::pair<bool, std::uint32_t>;  // whether it is a feature; its name, or the field

  bool restrict(Values& values, const std::vector<Symbol>& to, bool negated) const;
  bool restrict(Values& values, const checked::Regex& regex, bool negated) const;
  bool restrict_relations();
  bool each(const std::vector<checked::Condition>& parts, bool negated);
  bool some(const std::vector<checked::Condition>& parts, bool negated) const;

  const Interner* symbols_;
  std::map<Key, Values> values_;
  checked::Length length_;
  std::map<std::string, bool> noted_;  // whether a condition, dumped, holds
};

}  // namespace claimgraph::pattern
