#include "nlp/network.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

#include "nlp/arc_distance.h"
#include "nlp/tree_decoder.h"

namespace claimgraph::nlp {
namespace {

void arrange(std::span<const SentenceRows> sentences, NetworkBuffers& b) {
  b.order.resize(sentences.size());
  std::iota(b.order.begin(), b.order.end(), std::size_t{0});
  std::stable_sort(b.order.begin(), b.order.end(),
                   [&](std::size_t x, std::size_t y) { return sentences[x].size() > sentences[y].size(); });
  b.offset.assign(1, 0);
  std::size_t active = sentences.size();
  for (std::size_t place = 0; place < sentences[b.order[0]].size(); ++place) {
    while (sentences[b.order[active - 1]].size() <= place) --active;
    b.offset.push_back(b.offset.back() + active);
  }
}

void rectify(float* values, std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) values[j] = values[j] > 0 ? values[j] : 0.0F;
}

}  // namespace

void Network::add_row(const ByteTable& table, std::uint32_t row, float* out) const {
  add_bytes(table.scales[row], std::span(table.values).subspan(std::size_t{row} * table.cols, table.cols), out,
            instructions_);
}

std::uint16_t Network::best(const float* begin, const float* end) const {
  return static_cast<std::uint16_t>(greatest({begin, end}, instructions_));
}

void Network::add_embedding(const WordRows& word, float* out) const {
  add_row(words_, word.word, out);
  out += words_.cols;
  add_row(vectors_, word.vector, out);
  out += vectors_.cols;
  for (const std::uint32_t affix : word.affixes) add_row(affixes_, affix, out);
  out += affixes_.cols;
  for (const std::uint32_t row : {word.shape, word.context, word.gazetteer}) add_row(shapes_, row, out);
}

void Network::embed(std::span<const SentenceRows> sentences, NetworkBuffers& b) const {
  const std::size_t size = embedding_factors_.size();
  b.embedded.resize(b.offset.back() * size);
  b.sum.resize(size);
  for (std::size_t rank = 0; rank < b.order.size(); ++rank) {
    const SentenceRows sentence = sentences[b.order[rank]];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      std::fill(b.sum.begin(), b.sum.end(), 0.0F);
      add_embedding(sentence[i], b.sum.data());
      to_bytes(b.sum.data(), embedding_factors_, b.embedded.data() + (b.offset[i] + rank) * size, instructions_);
    }
  }
}

// The words at one place, after those at `before`, which the first `carried` sentences have.
void Network::run_place(const Direction& direction, std::size_t place, std::size_t before, std::size_t carried,
                        const std::uint8_t* x, std::uint8_t* out, NetworkBuffers& b) const {
  const std::size_t state = direction.recurrent.cols(), in = direction.input.cols(), step = 2 * state;
  const std::size_t row = b.offset[place], count = b.offset[place + 1] - row;
  const std::size_t stride = direction.input.stride(), state_stride = direction.recurrent.stride();
  direction.input.multiply({.data = x + row * in, .step = in, .count = count}, b.products.data());
  direction.recurrent.multiply({.data = out + b.offset[before] * step, .step = step, .count = carried},
                               b.state_products.data());
  std::fill(b.state_products.begin() + static_cast<std::ptrdiff_t>(carried * state_stride),
            b.state_products.begin() + static_cast<std::ptrdiff_t>(count * state_stride), 0);
  for (std::size_t s = 0; s < count; ++s) {
    step_cells({.input = b.products.data() + s * stride,
                .recurrent = b.state_products.data() + s * state_stride,
                .input_scales = direction.input_scales.data(),
                .recurrent_scales = direction.recurrent_scales.data(),
                .bias = direction.bias.data(),
                .gates = b.gates.data(),
                .cell = b.cells.data() + s * state,
                .hidden = out + (row + s) * step,
                .size = state},
               instructions_);
  }
}

void Network::run_layer(const std::array<Direction, 2>& layer, const std::vector<std::uint8_t>& x,
                        std::vector<std::uint8_t>& out, NetworkBuffers& b) const {
  const std::size_t state = layer[0].recurrent.cols(), places = b.offset.size() - 1, sentences = b.order.size();
  out.resize(b.offset.back() * 2 * state);
  b.gates.resize(4 * state);
  b.products.resize(sentences * layer[0].input.stride());
  b.state_products.resize(sentences * layer[0].recurrent.stride());
  const auto count = [&](std::size_t place) { return b.offset[place + 1] - b.offset[place]; };
  b.cells.assign(sentences * state, 0.0F);
  for (std::size_t i = 0; i < places; ++i) {
    run_place(layer[0], i, i == 0 ? 0 : i - 1, i == 0 ? 0 : count(i), x.data(), out.data(), b);
  }
  b.cells.assign(sentences * state, 0.0F);
  for (std::size_t i = places; i-- > 0;) {
    const bool is_last = i + 1 == places;
    run_place(layer[1], i, is_last ? 0 : i + 1, is_last ? 0 : count(i + 1), x.data(), out.data() + state, b);
  }
}

float Network::distance_of(std::size_t token, std::size_t head) const {
  if (head == 0) return distance_[0];
  const std::size_t before = token + 1 - head, after = head - 1 - token;  // one of them wraps round, to a great number
  return head <= token ? near_[kFar - std::min(before, kFar)] : near_[kFar + std::min(after, kFar)];
}

void Network::read(const Readout& readout, const std::vector<std::uint8_t>& x, NetworkBuffers& b) const {
  const std::size_t rows = b.offset.back(), cols = readout.weights.cols(), stride = readout.weights.stride();
  constexpr std::size_t kRows = 64;  // at a time, so that the products stay near
  b.outputs.resize(rows * stride);
  b.products.resize(kRows * stride);
  for (std::size_t row = 0; row < rows; row += kRows) {
    const std::size_t count = std::min(kRows, rows - row);
    readout.weights.multiply({.data = x.data() + row * cols, .step = cols, .count = count}, b.products.data());
    for (std::size_t n = 0; n < count; ++n) {
      to_floats(b.products.data() + n * stride, readout.scales, readout.bias, b.outputs.data() + (row + n) * stride,
                instructions_);
    }
  }
}

void Network::take_tags(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const {
  for (std::size_t i = 0; i < out.size(); ++i) {
    const float* row = b.outputs.data() + (b.offset[i] + rank) * tags_.weights.stride();
    out[i].upos = best(row, row + tag_parts_.xpos);
    out[i].xpos = best(row + tag_parts_.xpos, row + tag_parts_.feats);
    out[i].feats = best(row + tag_parts_.feats, row + tag_parts_.names);
    std::copy(row + tag_parts_.names, row + tag_parts_.end,
              b.names.begin() + static_cast<std::ptrdiff_t>((b.offset[i] + rank) * names_.labels()));
  }
}

void Network::take_names(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const {
  const std::size_t labels = names_.labels();
  b.scores.resize(out.size() * labels);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t row = b.offset[i] + rank;
    const float* high = b.outputs.data() + row * syntax_.weights.stride();
    const float* low = b.names.data() + row * labels;
    for (std::size_t l = 0; l < labels; ++l) b.scores[i * labels + l] = high[l] + low[l];
  }
  names_.decode(b.scores, b.name_labels);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].name = b.name_labels[i];
}

// Scores of each word's heads, the root first.
void Network::score_heads(std::size_t rank, std::size_t words, NetworkBuffers& b) const {
  constexpr std::size_t kLanes = 16;
  const std::size_t arc = head_prior_.size(), stride = syntax_.weights.stride();
  const std::size_t heads = words + 1, padded = (heads + kLanes - 1) / kLanes * kLanes;
  b.heads.assign(arc * padded, 0.0F);  // transposed: a row of heads for each of the numbers
  for (std::size_t k = 0; k < arc; ++k) b.heads[k * padded] = root_head_[k];
  for (std::size_t i = 0; i < words; ++i) {
    float* row = b.outputs.data() + (b.offset[i] + rank) * stride + syntax_parts_.dependent;
    rectify(row, 2 * arc);
    for (std::size_t k = 0; k < arc; ++k) b.heads[k * padded + i + 1] = row[arc + k];
  }
  b.scores.resize(words * heads);
  b.turned.resize(arc);
  b.relation.resize(padded);
  for (std::size_t i = 0; i < words; ++i) {
    const float* dependent = b.outputs.data() + (b.offset[i] + rank) * stride + syntax_parts_.dependent;
    std::copy(head_prior_.begin(), head_prior_.end(), b.turned.begin());
    add_product({.x = {dependent, arc}, .rows = biaffine_.values, .cols = arc}, b.turned.data(), instructions_);
    std::fill(b.relation.begin(), b.relation.end(), 0.0F);
    add_product({.x = b.turned, .rows = b.heads, .cols = padded}, b.relation.data(), instructions_);
    for (std::size_t j = 0; j < heads; ++j) b.scores[i * heads + j] = b.relation[j] + distance_of(i, j);
    b.scores[i * heads + i + 1] = -std::numeric_limits<float>::infinity();
  }
}

void Network::take_relations(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const {
  const std::size_t stride = syntax_.weights.stride(), size = root_relation_.size(), labels = relation_bias_.size();
  b.turned.resize(size);
  b.relation.assign(relation_.cols, 0.0F);
  const auto row = [&](std::size_t i) { return b.outputs.data() + (b.offset[i] + rank) * stride; };
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint32_t head = out[i].head;
    const float* from = head == 0 ? root_relation_.data() : row(head - 1) + syntax_parts_.relation_head;
    const float* own = row(i) + syntax_parts_.relation_dependent;
    add_rectified({own, size}, from, b.turned.data(), instructions_);
    std::copy(relation_bias_.begin(), relation_bias_.end(), b.relation.begin());
    add_product({.x = b.turned, .rows = relation_.values, .cols = relation_.cols}, b.relation.data(), instructions_);
    out[i].deprel = best(b.relation.data(), b.relation.data() + labels);
  }
}

void Network::take_tree(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const {
  score_heads(rank, out.size(), b);
  decode_tree({.scores = b.scores, .size = out.size()}, b.tree);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].head = b.tree[i];
  take_relations(rank, out, b);
}

void Network::run(std::span<const SentenceRows> sentences, std::span<const std::span<WordAnalysis>> out,
                  NetworkBuffers& b) const {
  assert(sentences.size() == out.size());
  if (sentences.empty()) return;
  arrange(sentences, b);
  embed(sentences, b);
  run_layer(layer1_, b.embedded, b.hidden1, b);
  read(tags_, b.hidden1, b);
  b.names.resize(b.offset.back() * names_.labels());
  for (std::size_t rank = 0; rank < sentences.size(); ++rank) take_tags(rank, out[b.order[rank]], b);
  run_layer(layer2_, b.hidden1, b.hidden2, b);
  read(syntax_, b.hidden2, b);
  for (std::size_t rank = 0; rank < sentences.size(); ++rank) {
    take_names(rank, out[b.order[rank]], b);
    take_tree(rank, out[b.order[rank]], b);
  }
}

}  // namespace claimgraph::nlp
