#include "nlp/name_decoder.h"

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::nlp {
namespace {

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "L-PER", "U-PER", "B-LOC", "L-LOC"};

std::string joined(const std::vector<std::uint16_t>& labels) {
  std::string out;
  for (const auto label : labels) out += (out.empty() ? "" : " ") + kLabels[label];
  return out;
}

// Whether names are whole, said in another way than in the decoder: B I* L of one type, or U.
bool is_whole(const std::vector<std::uint16_t>& labels) {
  std::string open;
  for (const auto number : labels) {
    const std::string& label = kLabels[number];
    const char place = label[0];
    const std::string type = label.size() > 1 ? label.substr(2) : "";
    if ((place == 'I' || place == 'L') != !open.empty()) return false;
    if (!open.empty() && type != open) return false;
    open = place == 'B' || place == 'I' ? type : "";
  }
  return open.empty();
}

TEST_CASE("decode: the best of all whole sequences") {
  std::mt19937 random(4);
  const NameDecoder decoder(kLabels);
  for (int round = 0; round < 60; ++round) {
    const std::size_t words = 1 + random() % 4;
    std::vector<float> scores(words * kLabels.size());
    for (float& score : scores) score = static_cast<float>(random() % 1000);
    std::vector<std::uint16_t> got, labels(words, 0);
    decoder.decode(scores, got);
    REQUIRE(is_whole(got));
    const auto score = [&](const std::vector<std::uint16_t>& of) {
      float sum = 0;
      for (std::size_t i = 0; i < words; ++i) sum += scores[i * kLabels.size() + of[i]];
      return sum;
    };
    float best = -1;
    for (bool more = true; more;) {
      if (is_whole(labels)) best = std::max(best, score(labels));
      std::size_t i = 0;
      while (i < words && ++labels[i] == kLabels.size()) labels[i++] = 0;
      more = i < words;
    }
    CHECK(score(got) == best);
  }
}

TEST_CASE("decode: a name that could only be broken is left out") {
  const NameDecoder decoder(kLabels);
  std::vector<std::uint16_t> labels;
  // "B-PER" is likeliest for a single word, but nothing could end the name.
  decoder.decode(std::vector<float>{1, 9, 0, 0, 0, 0, 0}, labels);
  CHECK(joined(labels) == "O");
  // A first name and a last one of another type.
  decoder.decode(std::vector<float>{1, 9, 0, 0, 0, 0, 0, 1, 0, 0, 4, 0, 0, 9}, labels);
  CHECK(joined(labels) == "B-PER L-PER");
  decoder.decode({}, labels);
  CHECK(labels.empty());
}

}  // namespace
}  // namespace claimgraph::nlp
