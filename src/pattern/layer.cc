#include "claimgraph/pattern/layer.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

namespace claimgraph::pattern {

Layer::Layer(std::size_t tokens) : starts_(tokens), covers_(tokens) {}

std::uint32_t Layer::add(TokenRange tokens, Symbol label, std::span<const Feature> features) {
  assert(tokens.begin < tokens.end && tokens.end <= starts_.size());
  const auto number = static_cast<std::uint32_t>(all_.size());
  all_.push_back({.tokens = tokens,
                  .label = label,
                  .features = static_cast<std::uint32_t>(features_.size()),
                  .feature_count = static_cast<std::uint32_t>(features.size())});
  features_.insert(features_.end(), features.begin(), features.end());
  mark(tokens, label);
  const auto starting = starts_.at(tokens.begin);
  const auto place = std::partition_point(starting.begin(), starting.end(),
                                          [&](std::uint32_t other) { return all_[other].tokens.end >= tokens.end; });
  starts_.insert(tokens.begin, static_cast<std::size_t>(place - starting.begin()), number);
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    covers_.insert(token, covers_.at(token).size(), number);
  }
  return number;
}

// A list that is full moves to the end, with twice the room, so that what it has left behind is less than what it has.
void Layer::Lists::insert(std::uint32_t token, std::size_t place, std::uint32_t number) {
  List& list = lists_[token];
  if (list.size == list.room) {
    constexpr std::uint32_t kFirstRoom = 4;
    const std::size_t begin = numbers_.size();
    list.room = list.room == 0 ? kFirstRoom : 2 * list.room;
    numbers_.resize(begin + list.room);
    std::copy_n(numbers_.data() + list.begin, list.size, numbers_.data() + begin);
    list.begin = begin;
  }
  std::uint32_t* const numbers = numbers_.data() + list.begin;
  std::copy_backward(numbers + place, numbers + list.size, numbers + list.size + 1);
  numbers[place] = number;
  ++list.size;
}

std::size_t Layer::place(Symbol label) const {
  return static_cast<std::size_t>(std::find(labels_.begin(), labels_.end(), label) - labels_.begin());
}

void Layer::mark(TokenRange tokens, Symbol label) {
  const std::size_t at = place(label);
  if (at == labels_.size()) {
    const std::size_t blocks = starts_.size() / kBlock + 1;
    labels_.push_back(label);
    rows_.push_back({.starts = std::vector<std::uint64_t>(blocks), .covers = std::vector<std::uint64_t>(blocks)});
  }
  const auto bit = [](std::uint32_t token) { return std::uint64_t{1} << (token % kBlock); };
  rows_[at].starts[tokens.begin / kBlock] |= bit(tokens.begin);
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) rows_[at].covers[token / kBlock] |= bit(token);
}

bool Layer::has(Symbol label) const { return place(label) != labels_.size(); }

std::uint64_t Layer::starting(Symbol label, std::uint32_t block) const {
  const std::size_t at = place(label);
  return at == labels_.size() ? 0 : rows_[at].starts[block];
}

std::uint64_t Layer::covering(Symbol label, std::uint32_t block) const {
  const std::size_t at = place(label);
  return at == labels_.size() ? 0 : rows_[at].covers[block];
}

bool Layer::is_within(std::uint32_t token, Symbol label) const {
  return (covering(label, token / kBlock) >> (token % kBlock) & 1) != 0;
}

std::span<const Feature> Layer::features(const Labelled& labelled) const {
  return std::span(features_).subspan(labelled.features, labelled.feature_count);
}

std::optional<Symbol> Layer::feature(const Labelled& labelled, Symbol name) const {
  for (const Feature& feature : features(labelled)) {
    if (feature.name == name) return feature.value;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Layer::widest_with(TokenRange tokens, Symbol name) const {
  std::optional<std::uint32_t> best;
  std::uint32_t width = 0;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    for (const std::uint32_t number : starting_at(token)) {
      const Labelled& stretch = all_[number];
      if (!tokens.contains(stretch.tokens) || stretch.tokens.size() <= width || !feature(stretch, name)) continue;
      best = number;
      width = stretch.tokens.size();
    }
  }
  return best;
}

std::optional<Symbol> Layer::feature_within(TokenRange tokens, Symbol name) const {
  const auto stretch = widest_with(tokens, name);
  return stretch ? feature(all_[*stretch], name) : std::nullopt;
}

std::string dump(const Layer& layer, const Interner& symbols) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < layer.size(); ++i) numbers.push_back(i);
  std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
    const TokenRange first = layer[a].tokens;
    const TokenRange second = layer[b].tokens;
    return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
  });
  std::string out;
  for (const std::uint32_t number : numbers) {
    const Labelled& labelled = layer[number];
    out += fmt::format("{}-{} {}", labelled.tokens.begin, labelled.tokens.end, symbols.text(labelled.label));
    for (const Feature& feature : layer.features(labelled)) {
      out += fmt::format(" {}={}", symbols.text(feature.name), symbols.text(feature.value));
    }
    out += "\n";
  }
  return out;
}

}  // namespace claimgraph::pattern
