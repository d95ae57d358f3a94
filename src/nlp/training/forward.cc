#include "nlp/training/forward.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "nlp/arc_distance.h"

namespace claimgraph::nlp::training {
namespace {

// 0 or 1 / (1 - rate), so that what is left keeps its mean.
float mask(float rate, Random& random) { return random.unit() < rate ? 0.0F : 1.0F / (1.0F - rate); }

// The root on top of the words of a sentence.
Matrix with_root(const Matrix& words, const Parameter& root) {
  Matrix out(words.rows + 1, words.cols);
  std::copy(root.value.data.begin(), root.value.data.end(), out.data.begin());
  std::copy(words.data.begin(), words.data.end(), out.row(1));
  return out;
}

}  // namespace

Matrix mask_of(std::size_t rows, std::size_t cols, float rate, Random& random) {
  Matrix out(rows, cols);
  for (float& v : out.data) v = mask(rate, random);
  return out;
}

Matrix affine(const Matrix& x, const Parameter& weights, const Parameter* bias) {
  Matrix out(x.rows, weights.value.rows);
  if (bias != nullptr) fill_rows(bias->value, all(out));
  add_product_transposed(x, weights.value, all(out));
  return out;
}

void rectify(Matrix& m) {
  for (float& v : m.data) v = v > 0 ? v : 0;
}

void log_softmax(float* row, std::size_t n) {
  const float top = *std::max_element(row, row + n);
  float sum = 0;
  for (std::size_t j = 0; j < n; ++j) sum += std::exp(row[j] - top);
  const float log_sum = top + std::log(sum);
  for (std::size_t j = 0; j < n; ++j) row[j] -= log_sum;
}

Layer run_layer(const Lstm (&lstms)[2], const Packing& packing, const Matrix& x, float dropout, Random* random) {
  Layer layer;
  const std::size_t h = lstms[0].state_size();
  layer.out = Matrix(x.rows, 2 * h);
  for (int d = 0; d < 2; ++d) {
    if (random != nullptr && dropout > 0) layer.kept[d] = mask_of(packing.count(0), h, dropout, *random);
    run_forward(lstms[d], packing, d == 0 ? Direction::forward : Direction::backward, x, layer.kept[d], layer.tapes[d]);
    for (std::size_t i = 0; i < x.rows; ++i) {
      std::copy_n(layer.tapes[d].hidden.row(i), h, layer.out.row(i) + static_cast<std::size_t>(d) * h);
    }
  }
  return layer;
}

std::vector<std::uint32_t> word_rows(const Network& net, const Batch& batch, const TrainingOptions* options,
                                     Random* random) {
  std::vector<std::uint32_t> out(batch.packing.rows());
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const auto& words = batch.sentences[s]->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint32_t word = words[i] < net.words.value.rows ? words[i] : 0;
      if (options != nullptr && word != 0) {
        const float rare = options->dropout.rare_word;
        const auto count = static_cast<float>(options->word_counts[word]);
        if (random->unit() < rare / (rare + count)) word = 0;
      }
      out[batch.row(s, i)] = word;
    }
  }
  return out;
}

Matrix embed(const Network& net, const Batch& batch, const std::vector<std::uint32_t>& words) {
  const NetworkShape& shape = net.shape;
  const std::size_t affix_begin = shape.word + net.vectors->cols, shape_begin = affix_begin + shape.affix;
  Matrix out(words.size(), shape_begin + shape.shape);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const EncodedSentence& sentence = *batch.sentences[s];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      float* row = out.row(batch.row(s, i));
      std::copy_n(net.words.value.row(words[batch.row(s, i)]), shape.word, row);
      std::copy_n(net.vectors->row(sentence.words[i]), net.vectors->cols, row + shape.word);
      for (const std::uint32_t affix : sentence.affixes[i]) {
        const float* from = net.affixes.value.row(affix);
        for (std::size_t j = 0; j < shape.affix; ++j) row[affix_begin + j] += from[j];
      }
      for (const std::uint32_t which : {sentence.shapes[i], sentence.contexts[i], sentence.gazetteers[i]}) {
        const float* from = net.shapes.value.row(which);
        for (std::size_t j = 0; j < shape.shape; ++j) row[shape_begin + j] += from[j];
      }
    }
  }
  return out;
}

Matrix gathered(const Matrix& m, const Batch& batch, std::size_t s) {
  Matrix out(batch.sentences[s]->size(), m.cols);
  for (std::size_t i = 0; i < out.rows; ++i) std::copy_n(m.row(batch.row(s, i)), m.cols, out.row(i));
  return out;
}

Arcs score_arcs(const Network& net, const Matrix& dependents, const Matrix& heads, const Batch& batch, std::size_t s) {
  Arcs arcs;
  arcs.dependents = gathered(dependents, batch, s);
  arcs.heads = with_root(gathered(heads, batch, s), net.root_head);
  const std::size_t n = arcs.dependents.rows;
  arcs.turned = Matrix(n, net.shape.arc);
  fill_rows(net.head_prior.value, all(arcs.turned));  // the same for every word: how often something is a head
  add_product(arcs.dependents, net.biaffine.value, all(arcs.turned));
  arcs.scores = Matrix(n, n + 1);
  add_product_transposed(arcs.turned, arcs.heads, all(arcs.scores));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= n; ++j) arcs.scores.row(i)[j] += net.distance.value.data[arc_distance(i, j)];
    arcs.scores.row(i)[i + 1] = -std::numeric_limits<float>::infinity();
  }
  return arcs;
}

Matrix relation_inputs(const Network& net, const Batch& batch, const Matrix& dependents, const Matrix& heads,
                       std::span<const std::vector<std::uint32_t>* const> heads_of) {
  Matrix out = dependents;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    for (std::size_t i = 0; i < heads_of[s]->size(); ++i) {
      const std::uint32_t head = (*heads_of[s])[i];
      const float* from = head == 0 ? net.root_relation.value.data.data() : heads.row(batch.row(s, head - 1));
      float* row = out.row(batch.row(s, i));
      for (std::size_t j = 0; j < out.cols; ++j) row[j] += from[j];
    }
  }
  rectify(out);
  return out;
}

}  // namespace claimgraph::nlp::training
