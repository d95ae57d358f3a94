#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/base/utf8.h"

namespace claimgraph::query {

// Words and "phrases in quotation marks" that a text has to say, all of them, without regard to case and accents.
// Immutable, thread-safe.
class Phrases {
 public:
  // Everything says no words at all. Fails with `usage` when a quotation mark is left open or encloses nothing.
  static Result<Phrases> parse(std::string_view written);

  // All of `text` as one more phrase. Without words it is said by nothing.
  void add(std::string_view text) { folded_.push_back(fold(text)); }
  bool empty() const { return folded_.empty(); }
  bool said_in(std::string_view text) const;
  // The words that a text which says all this is indexed under, ascending and distinct.
  std::vector<std::string> words() const;
  // Whether every text that is indexed under words() says all this, so that it need not be looked at.
  bool is_one_word() const;

 private:
  std::vector<std::string> folded_;
};

}  // namespace claimgraph::query
