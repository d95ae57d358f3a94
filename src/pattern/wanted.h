#pragma once

#include <cstddef>
#include <vector>

#include "pattern/check.h"
#include "pattern/check_builder.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

// What a pattern asks of one token, as far as it can be told without the others: a condition that is put together of
// those of the pattern, with a guess how many tokens meet it. Points into the checked pattern.
struct Wanted {
  enum class Kind { nothing, anything, condition, label, begins, all, any };
  Kind kind = Kind::nothing;
  double share = 0;                                   // of the tokens of a text that may meet it: from 0 to 1
  const checked::Condition* condition = nullptr;      // of condition
  const checked::Label* label = nullptr;              // of label: a stretch begins
  Check::Kind begins = Check::Kind::begins_sentence;  // of begins
  std::vector<Wanted> parts = {};                     // of all and any

  static Wanted anything() { return {.kind = Kind::anything, .share = 1}; }
  static Wanted of(const checked::Token& token);
  static Wanted of(const checked::Label& label);
  static Wanted of(const checked::Condition& condition);
  static Wanted beginning(Check::Kind begins);

  bool is_anything() const { return kind == Kind::anything; }
  friend bool operator==(const Wanted&, const Wanted&) = default;

  // How many conditions it has.
  std::size_t size() const;
};

// What meets both, or something that is met more often, where that would be long.
Wanted both(Wanted a, Wanted b);
// What meets one of them, or anything, where that would be long.
Wanted either(Wanted a, Wanted b);

// Where the checks for `wanted` start.
std::uint32_t add(const Wanted& wanted, CheckBuilder& builder);

}  // namespace claimgraph::pattern
