#include "nlp/name_decoder.h"

#include <limits>
#include <string_view>

namespace claimgraph::nlp {
namespace {

constexpr float kLowest = -std::numeric_limits<float>::infinity();

char place_of(std::string_view label) { return label.size() > 1 && label[1] == '-' ? label[0] : 'O'; }
bool is_open(char place) { return place == 'B' || place == 'I'; }
bool goes_on(char place) { return place == 'I' || place == 'L'; }

bool may_follow(std::string_view before, std::string_view after) {
  if (is_open(place_of(before)) != goes_on(place_of(after))) return false;
  return !goes_on(place_of(after)) || before.substr(2) == after.substr(2);
}

}  // namespace

NameDecoder::NameDecoder(std::span<const std::string> labels) : size_(labels.size()) {
  for (const auto& before : labels) {
    for (const auto& after : labels) may_follow_.push_back(may_follow(before, after) ? 1 : 0);
    may_begin_.push_back(goes_on(place_of(before)) ? 0 : 1);
    may_end_.push_back(is_open(place_of(before)) ? 0 : 1);
  }
}

void NameDecoder::decode(std::span<const float> scores, std::vector<std::uint16_t>& out) const {
  const std::size_t words = scores.size() / size_;
  out.assign(words, 0);
  if (words == 0) return;
  std::vector<float> best(size_), next(size_);
  std::vector<std::uint16_t> from(words * size_);
  for (std::size_t label = 0; label < size_; ++label) best[label] = may_begin_[label] != 0 ? scores[label] : kLowest;
  for (std::size_t i = 1; i < words; ++i) {
    for (std::size_t after = 0; after < size_; ++after) {
      std::uint16_t choice = 0;
      float top = kLowest;
      for (std::size_t before = 0; before < size_; ++before) {
        if (may_follow_[before * size_ + after] != 0 && best[before] > top) {
          top = best[before], choice = static_cast<std::uint16_t>(before);
        }
      }
      next[after] = top + scores[i * size_ + after];
      from[i * size_ + after] = choice;
    }
    best.swap(next);
  }
  std::uint16_t label = 0;
  float top = kLowest;
  for (std::size_t l = 0; l < size_; ++l) {
    if (may_end_[l] != 0 && best[l] > top) top = best[l], label = static_cast<std::uint16_t>(l);
  }
  for (std::size_t i = words; i-- > 0;) {
    out[i] = label;
    label = from[i * size_ + label];
  }
}

}  // namespace claimgraph::nlp
