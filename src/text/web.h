#pragma once

#include <cstddef>
#include <string_view>

namespace claimgraph::text {

// ":-)" and its like.
bool is_emoticon(std::string_view token);

// Does the token start as a URL does?
bool is_address(std::string_view token);

// Finds addresses and the like: URLs, e-mail addresses, "@handles", "#hashtags", ":-)". Holds a view of the text: use
// it while the text lives. Thread-compatible.
class WebFinder {
 public:
  explicit WebFinder(std::string_view text) : text_(text) {}

  // Where the token of such a kind that starts at `at` ends; `at` when none does. Calls with rising `at` cost O(text)
  // together.
  std::size_t token_end(std::size_t at);

 private:
  std::size_t email_end(std::size_t at);

  std::string_view text_;
  std::size_t at_sign_ = 0;  // the first '@' not before the last place asked about
};

}  // namespace claimgraph::text
