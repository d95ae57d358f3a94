#include "query/phrases.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/store/words.h"

#include "query/words.h"

namespace claimgraph::query {
namespace {

// The next word or phrase of `rest`, without its quotation marks, taken off it. REQUIRES: `rest` starts with no space.
Result<std::string> next_phrase(std::string_view& rest) {
  if (rest.front() != '"') {
    const std::size_t end = std::min(rest.find_first_of(" \""), rest.size());
    std::string word(rest.substr(0, end));
    rest.remove_prefix(end);
    return word;
  }
  const std::size_t close = rest.find('"', 1);
  if (close == std::string_view::npos) {
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("the quotation mark before '{}' is not closed", rest.substr(1)),
                 .hint = "write a \" behind the phrase"});
  }
  std::string phrase = fold(rest.substr(1, close - 1));
  rest.remove_prefix(close + 1);
  if (phrase.empty()) {
    return fail({.code = ErrorCode::usage, .message = "there is nothing between two quotation marks"});
  }
  return phrase;
}

}  // namespace

Result<Phrases> Phrases::parse(std::string_view written) {
  const std::string folded = fold(written);  // makes quotation marks straight and white space single spaces
  std::string_view rest = folded;
  Phrases out;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest.empty()) return out;
    auto phrase = next_phrase(rest);
    if (!phrase) return fail(phrase.error());
    out.folded_.push_back(std::move(*phrase));
  }
}

std::vector<std::string> Phrases::words() const {
  std::vector<std::string> out;
  for (const std::string& phrase : folded_) {
    const auto words = store::indexed_words(phrase);
    out.insert(out.end(), words.begin(), words.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Phrases::is_one_word() const {
  constexpr std::size_t kWhole = 64;  // bytes; longer words are cut in the index
  return folded_.size() == 1 && folded_.front().size() < kWhole &&
         store::indexed_words(folded_.front()) == std::vector{folded_.front()};
}

bool Phrases::said_in(std::string_view text) const {
  if (folded_.empty()) return true;
  const std::string folded = fold(text);
  return std::all_of(folded_.begin(), folded_.end(), [&](const std::string& phrase) { return says(folded, phrase); });
}

}  // namespace claimgraph::query
