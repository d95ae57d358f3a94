#include "nlp/training/vectors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace claimgraph::nlp::training {
namespace {

constexpr float kWidth = 0.3F;   // root mean square of what comes out
constexpr float kWidest = 4.0F;  // times that

struct Line {
  std::string word;
  std::vector<float> numbers;
};

// False when the text is no word with numbers behind it.
bool parse(const std::string& text, Line& out) {
  const std::size_t word_end = text.find(' ');
  if (word_end == std::string::npos || word_end == 0) return false;
  out.word = text.substr(0, word_end);
  out.numbers.clear();
  const char *at = text.data() + word_end, *const end = text.data() + text.size();
  while (at != end) {
    float number = 0;
    const auto [behind, error] = std::from_chars(at + 1, end, number);
    if (*at != ' ' || error != std::errc() || !std::isfinite(number)) return false;
    out.numbers.push_back(number);
    at = behind;
  }
  return true;
}

void rescale(std::vector<float>& numbers) {
  double squares = 0;
  for (const float v : numbers) squares += double{v} * v;
  const auto unit =
      static_cast<float>(std::sqrt(squares / static_cast<double>(std::max<std::size_t>(1, numbers.size()))));
  if (unit <= 0) return;
  for (float& v : numbers) v = std::clamp(v / unit, -kWidest, kWidest) * kWidth;
}

}  // namespace

Status add_vectors(const std::filesystem::path& path, std::size_t most, Inventory& inventory) {
  std::ifstream in(path);
  if (!in) return fail({.code = ErrorCode::not_found, .message = fmt::format("cannot open '{}'", path.string())});
  std::vector<float> numbers;
  std::vector<std::int64_t> line_of(inventory.words.size(), -1);  // by word number
  std::size_t size = 0, taken = 0;
  Line line;
  std::string text;
  for (std::uint32_t at = 1; std::getline(in, text); ++at) {
    if (!parse(text, line) || (size != 0 && line.numbers.size() != size)) {
      return fail({.code = ErrorCode::parse,
                   .message = "this line is no word with as many numbers behind it as on the first line",
                   .where = SourcePos{.file = path.string(), .line = at, .column = 1}});
    }
    size = line.numbers.size();
    const std::string key = vocabulary_key(line.word);
    if (inventory.words.find(key) == kUnknownLabel && at > most) continue;
    const auto word = static_cast<std::size_t>(inventory.words.add(key));
    if (word == line_of.size()) line_of.push_back(-1);
    if (line_of[word] >= 0) continue;
    line_of[word] = static_cast<std::int64_t>(taken++);
    numbers.insert(numbers.end(), line.numbers.begin(), line.numbers.end());
  }
  rescale(numbers);
  Matrix vectors(inventory.words.size(), size);
  for (std::size_t word = 0; word < line_of.size(); ++word) {
    if (line_of[word] < 0) continue;
    const auto from = numbers.begin() + line_of[word] * static_cast<std::int64_t>(size);
    std::copy_n(from, size, vectors.row(word));
  }
  inventory.vectors = std::make_shared<const Matrix>(std::move(vectors));
  return {};
}

}  // namespace claimgraph::nlp::training
