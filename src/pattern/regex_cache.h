#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "claimgraph/base/interner.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

// Answers of one regular expression, kept by the text itself: documents come and go, and symbols of two documents may
// be the same number for different words. Thread-compatible.
class RegexCache {
 public:
  explicit RegexCache(checked::Regex regex) : regex_(std::move(regex)) {}

  // Whether the whole of `text` matches; `symbol` is its number in some interner, which only says where to look.
  bool matches(Symbol symbol, std::string_view text) {
    if (text.size() > kLongest) return run(text);
    Answer& answer = answers_[static_cast<std::uint32_t>(symbol) % answers_.size()];
    const bool known = answer.size == text.size() && std::memcmp(answer.text, text.data(), text.size()) == 0;
    if (known) return answer.matches;
    answer.size = static_cast<std::uint8_t>(text.size());
    std::memcpy(answer.text, text.data(), text.size());
    return answer.matches = run(text);
  }

 private:
  static constexpr std::size_t kAnswers = 1024;
  static constexpr std::size_t kLongest = 22;  // bytes, so that an answer takes 24

  struct Answer {
    std::uint8_t size = 0xFF;  // of the text; more than the longest: none yet
    bool matches = false;
    char text[kLongest] = {};
  };

  bool run(std::string_view text) const {
    return regex_->Match({text.data(), text.size()}, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
  }

  checked::Regex regex_;  // shared with the program, so that no other can come to stand at its address
  std::array<Answer, kAnswers> answers_;
};

}  // namespace claimgraph::pattern
