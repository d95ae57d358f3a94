// The way forward through the network, and back.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "nlp/arc_distance.h"
#include "nlp/training/network.h"
#include "nlp/tree_decoder.h"

namespace claimgraph::nlp::training {
namespace {

// 0 or 1 / (1 - rate), so that what is left keeps its mean.
float mask(float rate, Random& random) { return random.unit() < rate ? 0.0F : 1.0F / (1.0F - rate); }

Matrix mask_of(std::size_t rows, std::size_t cols, float rate, Random& random) {
  Matrix out(rows, cols);
  for (float& v : out.data) v = mask(rate, random);
  return out;
}

void scale(Matrix& m, const Matrix& by) {
  for (std::size_t i = 0; i < m.data.size(); ++i) m.data[i] *= by.data[i];
}

Matrix times(const Matrix& m, const Matrix& by) {
  Matrix out = m;
  if (by.rows > 0) scale(out, by);
  return out;
}

// x W^T + b
Matrix affine(const Matrix& x, const Parameter& weights, const Parameter* bias) {
  Matrix out(x.rows, weights.value.rows);
  if (bias != nullptr) fill_rows(bias->value, all(out));
  add_product_transposed(x, weights.value, all(out));
  return out;
}

void affine_backward(const Matrix& x, Parameter& weights, Parameter* bias, const Matrix& dy, Matrix& dx) {
  add_transposed_product(dy, x, all(weights.gradient));
  if (bias != nullptr) add_row_sum(dy, bias->gradient);
  add_product(dy, weights.value, all(dx));
}

void rectify(Matrix& m) {
  for (float& v : m.data) v = v > 0 ? v : 0;
}

void rectify_backward(const Matrix& y, Matrix& dy) {
  for (std::size_t i = 0; i < y.data.size(); ++i) dy.data[i] = y.data[i] > 0 ? dy.data[i] : 0;
}

// In place to logarithms of probabilities; -inf stays -inf.
void log_softmax(float* row, std::size_t n) {
  const float top = *std::max_element(row, row + n);
  float sum = 0;
  for (std::size_t j = 0; j < n; ++j) sum += std::exp(row[j] - top);
  const float log_sum = top + std::log(sum);
  for (std::size_t j = 0; j < n; ++j) row[j] -= log_sum;
}

// The loss of one row; the row becomes the gradient.
double softmax_loss(float* row, std::size_t n, std::int32_t target, float weight) {
  if (target == kUnknownLabel) {
    std::fill_n(row, n, 0.0F);
    return 0;
  }
  log_softmax(row, n);
  const double loss = -row[target];
  for (std::size_t j = 0; j < n; ++j) row[j] = weight * std::exp(row[j]);
  row[target] -= weight;
  return weight * loss;
}

using Labels = std::vector<std::int32_t> EncodedSentence::*;

double labels_loss(const Batch& batch, Labels labels, float weight, Matrix& logits) {
  double loss = 0;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const auto& gold = batch.sentences[s]->*labels;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      loss += softmax_loss(logits.row(batch.row(s, i)), logits.cols, gold[i], weight);
    }
  }
  return loss;
}

struct Layer {
  LstmTape tapes[2];
  Matrix kept[2];  // masks of the recurrent states
  Matrix out;      // N x 2H
};

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

void run_layer_backward(Lstm (&lstms)[2], const Packing& packing, const Matrix& x, const Layer& layer,
                        const Matrix& dout, Matrix& dx) {
  const std::size_t h = lstms[0].state_size();
  for (int d = 0; d < 2; ++d) {
    Matrix dhidden(dout.rows, h);
    for (std::size_t i = 0; i < dout.rows; ++i) {
      std::copy_n(dout.row(i) + static_cast<std::size_t>(d) * h, h, dhidden.row(i));
    }
    run_backward(lstms[d], packing, d == 0 ? Direction::forward : Direction::backward, x, layer.kept[d], layer.tapes[d],
                 dhidden, dx);
  }
}

// Rows of the word table for the batch, rare ones sometimes taken for unknown.
std::vector<std::uint32_t> word_rows(const Batch& batch, const TrainingOptions* options, Random* random) {
  std::vector<std::uint32_t> out(batch.packing.rows());
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const auto& words = batch.sentences[s]->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint32_t word = words[i];
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
  Matrix out(words.size(), shape.word + shape.affix + shape.shape);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const EncodedSentence& sentence = *batch.sentences[s];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      float* row = out.row(batch.row(s, i));
      std::copy_n(net.words.value.row(words[batch.row(s, i)]), shape.word, row);
      for (const std::uint32_t affix : sentence.affixes[i]) {
        const float* from = net.affixes.value.row(affix);
        for (std::size_t j = 0; j < shape.affix; ++j) row[shape.word + j] += from[j];
      }
      for (const std::uint32_t which : {sentence.shapes[i], sentence.contexts[i], sentence.gazetteers[i]}) {
        const float* from = net.shapes.value.row(which);
        for (std::size_t j = 0; j < shape.shape; ++j) row[shape.word + shape.affix + j] += from[j];
      }
    }
  }
  return out;
}

void add_to_row(Parameter& p, std::uint32_t row, const float* gradient) {
  p.touch(row);
  float* to = p.gradient.row(row);
  for (std::size_t j = 0; j < p.value.cols; ++j) to[j] += gradient[j];
}

void embed_backward(Network& net, const Batch& batch, const std::vector<std::uint32_t>& words, const Matrix& dx) {
  const NetworkShape& shape = net.shape;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const EncodedSentence& sentence = *batch.sentences[s];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const float* row = dx.row(batch.row(s, i));
      add_to_row(net.words, words[batch.row(s, i)], row);
      for (const std::uint32_t affix : sentence.affixes[i]) add_to_row(net.affixes, affix, row + shape.word);
      for (const std::uint32_t which : {sentence.shapes[i], sentence.contexts[i], sentence.gazetteers[i]}) {
        add_to_row(net.shapes, which, row + shape.word + shape.affix);
      }
    }
  }
}

// The rows of sentence `s`, in its order.
Matrix gathered(const Matrix& m, const Batch& batch, std::size_t s) {
  Matrix out(batch.sentences[s]->size(), m.cols);
  for (std::size_t i = 0; i < out.rows; ++i) std::copy_n(m.row(batch.row(s, i)), m.cols, out.row(i));
  return out;
}

void scatter_add(const Matrix& from, const Batch& batch, std::size_t s, Matrix& to) {
  for (std::size_t i = 0; i < from.rows; ++i) {
    float* row = to.row(batch.row(s, i));
    for (std::size_t j = 0; j < to.cols; ++j) row[j] += from.row(i)[j];
  }
}

// The root on top of the words of a sentence.
Matrix with_root(const Matrix& words, const Parameter& root) {
  Matrix out(words.rows + 1, words.cols);
  std::copy(root.value.data.begin(), root.value.data.end(), out.data.begin());
  std::copy(words.data.begin(), words.data.end(), out.row(1));
  return out;
}

// Scores n x (n + 1) of one sentence, -inf for a word as its own head.
struct Arcs {
  Matrix dependents;  // n x arc
  Matrix turned;      // n x arc: dependents times the biaffine matrix
  Matrix heads;       // (n + 1) x arc
  Matrix scores;
};

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

double arcs_loss(Network& net, const Batch& batch, const Matrix& dependents, const Matrix& heads, Matrix& ddependents,
                 Matrix& dheads) {
  double loss = 0;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const EncodedSentence& sentence = *batch.sentences[s];
    if (sentence.heads.empty()) continue;
    Arcs arcs = score_arcs(net, dependents, heads, batch, s);
    const std::size_t n = sentence.size();
    for (std::size_t i = 0; i < n; ++i) {
      loss += softmax_loss(arcs.scores.row(i), n + 1, static_cast<std::int32_t>(sentence.heads[i]), 1);
      for (std::size_t j = 0; j <= n; ++j) {
        net.distance.gradient.data[arc_distance(i, j)] += arcs.scores.row(i)[j];
      }
    }
    Matrix dturned(n, net.shape.arc), dhead(n + 1, net.shape.arc), ddependent(n, net.shape.arc);
    add_product(arcs.scores, arcs.heads, all(dturned));
    add_transposed_product(arcs.scores, arcs.turned, all(dhead));
    add_row_sum(dturned, net.head_prior.gradient);
    add_transposed_product(arcs.dependents, dturned, all(net.biaffine.gradient));
    add_product_transposed(dturned, net.biaffine.value, all(ddependent));
    scatter_add(ddependent, batch, s, ddependents);
    add_row_sum(rows_of(static_cast<const Matrix&>(dhead), 0, 1), net.root_head.gradient);
    Matrix dwords(n, net.shape.arc);
    std::copy(dhead.row(1), dhead.row(1) + dwords.data.size(), dwords.data.begin());
    scatter_add(dwords, batch, s, dheads);
  }
  return loss;
}

// One row a token: what the relation is told from, given each token's head.
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

double relations_loss(Network& net, const Batch& batch, const Matrix& y, float dropout, Random& random, Matrix& dy) {
  const Matrix dependents = affine(y, net.relation_dependent, &net.relation_bias);
  const Matrix heads = affine(y, net.relation_head, nullptr);
  std::vector<const std::vector<std::uint32_t>*> gold;
  for (const auto* sentence : batch.sentences) gold.push_back(&sentence->heads);
  Matrix inputs = relation_inputs(net, batch, dependents, heads, gold);
  const Matrix masks = mask_of(inputs.rows, inputs.cols, dropout, random);
  const Matrix dropped = times(inputs, masks);
  Matrix logits = affine(dropped, net.relation, &net.relation_label_bias);
  const double loss = labels_loss(batch, &EncodedSentence::deprels, 1, logits);
  Matrix dinputs(inputs.rows, inputs.cols);
  affine_backward(dropped, net.relation, &net.relation_label_bias, logits, dinputs);
  scale(dinputs, masks);
  rectify_backward(inputs, dinputs);
  Matrix dheads(inputs.rows, inputs.cols);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    for (std::size_t i = 0; i < gold[s]->size(); ++i) {
      const std::uint32_t head = (*gold[s])[i];
      float* to = head == 0 ? net.root_relation.gradient.data.data() : dheads.row(batch.row(s, head - 1));
      const float* from = dinputs.row(batch.row(s, i));
      for (std::size_t j = 0; j < dinputs.cols; ++j) to[j] += from[j];
    }
  }
  affine_backward(y, net.relation_dependent, &net.relation_bias, dinputs, dy);
  affine_backward(y, net.relation_head, nullptr, dheads, dy);
  return loss;
}

// Shares of the tag and name losses beside those of heads and relations.
constexpr float kUposWeight = 0.5F, kXposWeight = 0.5F, kFeatsWeight = 0.3F, kNamesWeight = 1.5F,
                kOtherNamesWeight = 1.0F;

double head_loss(const Batch& batch, const Matrix& y, Parameter& weights, Parameter& bias, Labels labels, float weight,
                 Matrix& dy) {
  Matrix logits = affine(y, weights, &bias);
  const double loss = labels_loss(batch, labels, weight, logits);
  affine_backward(y, weights, &bias, logits, dy);
  return loss;
}

// Names are told from both layers.
double names_loss(Network& net, const Batch& batch, const Matrix& y, const Matrix& low, Matrix& dy, Matrix& dlow) {
  Matrix logits = affine(y, net.names, &net.names_bias);
  add_product_transposed(low, net.low_names.value, all(logits));
  const double loss = labels_loss(batch, &EncodedSentence::names, kNamesWeight, logits);
  affine_backward(y, net.names, &net.names_bias, logits, dy);
  affine_backward(low, net.low_names, nullptr, logits, dlow);
  return loss;
}

double syntax_loss(Network& net, const Batch& batch, const Matrix& y, float dropout, Random& random, Matrix& dy) {
  Matrix dependents = affine(y, net.dependent, &net.dependent_bias);
  Matrix heads = affine(y, net.head, &net.head_bias);
  rectify(dependents), rectify(heads);
  const Matrix dependent_mask = mask_of(dependents.rows, dependents.cols, dropout, random);
  const Matrix head_mask = mask_of(heads.rows, heads.cols, dropout, random);
  Matrix ddependents(dependents.rows, dependents.cols), dheads(heads.rows, heads.cols);
  double loss = arcs_loss(net, batch, times(dependents, dependent_mask), times(heads, head_mask), ddependents, dheads);
  scale(ddependents, dependent_mask), scale(dheads, head_mask);
  rectify_backward(dependents, ddependents), rectify_backward(heads, dheads);
  affine_backward(y, net.dependent, &net.dependent_bias, ddependents, dy);
  affine_backward(y, net.head, &net.head_bias, dheads, dy);
  loss += relations_loss(net, batch, y, dropout, random, dy);
  return loss;
}

}  // namespace

double accumulate_gradients(Network& net, const Batch& batch, const TrainingOptions& options, Random& random) {
  const Dropout& rates = options.dropout;
  const auto words = word_rows(batch, &options, &random);
  Matrix x = embed(net, batch, words);
  const Matrix x_mask = mask_of(x.rows, x.cols, rates.embedding, random);
  scale(x, x_mask);
  const Layer layer1 = run_layer(net.layer1, batch.packing, x, rates.recurrent, &random);
  const Matrix tag_mask = mask_of(layer1.out.rows, layer1.out.cols, rates.layer, random);
  const Matrix up_mask = mask_of(layer1.out.rows, layer1.out.cols, rates.layer, random);
  const Matrix tag_input = times(layer1.out, tag_mask);
  const Matrix up = times(layer1.out, up_mask);
  const Layer layer2 = run_layer(net.layer2, batch.packing, up, rates.recurrent, &random);
  const Matrix y_mask = mask_of(layer2.out.rows, layer2.out.cols, rates.layer, random);
  const Matrix y = times(layer2.out, y_mask);

  Matrix dy(y.rows, y.cols), dtag(y.rows, y.cols), dup(y.rows, y.cols);
  double loss = syntax_loss(net, batch, y, rates.head, random, dy);
  loss += names_loss(net, batch, y, tag_input, dy, dtag);
  loss +=
      head_loss(batch, y, net.other_names, net.other_names_bias, &EncodedSentence::other_names, kOtherNamesWeight, dy);
  scale(dy, y_mask);
  run_layer_backward(net.layer2, batch.packing, up, layer2, dy, dup);
  loss += head_loss(batch, tag_input, net.upos, net.upos_bias, &EncodedSentence::upos, kUposWeight, dtag);
  loss += head_loss(batch, tag_input, net.xpos, net.xpos_bias, &EncodedSentence::xpos, kXposWeight, dtag);
  loss += head_loss(batch, tag_input, net.feats, net.feats_bias, &EncodedSentence::feats, kFeatsWeight, dtag);
  scale(dtag, tag_mask), scale(dup, up_mask);
  for (std::size_t i = 0; i < dup.data.size(); ++i) dup.data[i] += dtag.data[i];
  Matrix dx(x.rows, x.cols);
  run_layer_backward(net.layer1, batch.packing, x, layer1, dup, dx);
  scale(dx, x_mask);
  embed_backward(net, batch, words, dx);
  return loss / static_cast<double>(batch.packing.rows());
}

namespace {

struct Likelihoods {
  Matrix upos, xpos, feats, names, other_names;  // in the order of the packing
  std::vector<Matrix> arcs;                      // by sentence
  Matrix relation_dependents, relation_heads;
};

void log_softmax_rows(Matrix& m) {
  for (std::size_t i = 0; i < m.rows; ++i) log_softmax(m.row(i), m.cols);
}

Likelihoods likelihoods(const Network& net, const Batch& batch) {
  const Matrix x = embed(net, batch, word_rows(batch, nullptr, nullptr));
  const Layer layer1 = run_layer(net.layer1, batch.packing, x, 0, nullptr);
  const Layer layer2 = run_layer(net.layer2, batch.packing, layer1.out, 0, nullptr);
  Likelihoods out;
  out.upos = affine(layer1.out, net.upos, &net.upos_bias);
  out.xpos = affine(layer1.out, net.xpos, &net.xpos_bias);
  out.feats = affine(layer1.out, net.feats, &net.feats_bias);
  out.names = affine(layer2.out, net.names, &net.names_bias);
  add_product_transposed(layer1.out, net.low_names.value, all(out.names));
  out.other_names = affine(layer2.out, net.other_names, &net.other_names_bias);
  for (Matrix* m : {&out.upos, &out.xpos, &out.feats, &out.names, &out.other_names}) log_softmax_rows(*m);
  Matrix dependents = affine(layer2.out, net.dependent, &net.dependent_bias);
  Matrix heads = affine(layer2.out, net.head, &net.head_bias);
  rectify(dependents), rectify(heads);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    out.arcs.push_back(score_arcs(net, dependents, heads, batch, s).scores);
    log_softmax_rows(out.arcs.back());
  }
  out.relation_dependents = affine(layer2.out, net.relation_dependent, &net.relation_bias);
  out.relation_heads = affine(layer2.out, net.relation_head, nullptr);
  return out;
}

void add(const Matrix& from, Matrix& to) {
  if (to.rows == 0) to = Matrix(from.rows, from.cols);
  for (std::size_t i = 0; i < from.data.size(); ++i) to.data[i] += from.data[i];
}

std::vector<std::int32_t> best_labels(const Matrix& scores, const Batch& batch, std::size_t s) {
  std::vector<std::int32_t> out;
  for (std::size_t i = 0; i < batch.sentences[s]->size(); ++i) {
    const float* row = scores.row(batch.row(s, i));
    out.push_back(static_cast<std::int32_t>(std::max_element(row, row + scores.cols) - row));
  }
  return out;
}

}  // namespace

Matrix embedded(const Network& network, const Batch& batch) {
  return embed(network, batch, word_rows(batch, nullptr, nullptr));
}

std::vector<Parse> predict(std::span<const Network* const> networks, const Batch& batch) {
  std::vector<Likelihoods> each;
  for (const Network* net : networks) each.push_back(likelihoods(*net, batch));
  Likelihoods sum;
  sum.arcs.resize(batch.sentences.size());
  for (const auto& one : each) {
    add(one.upos, sum.upos), add(one.xpos, sum.xpos), add(one.feats, sum.feats), add(one.names, sum.names);
    add(one.other_names, sum.other_names);
    for (std::size_t s = 0; s < batch.sentences.size(); ++s) add(one.arcs[s], sum.arcs[s]);
  }
  std::vector<Parse> out(batch.sentences.size());
  std::vector<const std::vector<std::uint32_t>*> heads;
  for (std::size_t s = 0; s < out.size(); ++s) {
    decode_tree({.scores = sum.arcs[s].data, .size = batch.sentences[s]->size()}, out[s].heads);
    heads.push_back(&out[s].heads);
  }
  Matrix relations;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    const Network& net = *networks[k];
    Matrix logits = affine(relation_inputs(net, batch, each[k].relation_dependents, each[k].relation_heads, heads),
                           net.relation, &net.relation_label_bias);
    log_softmax_rows(logits);
    add(logits, relations);
  }
  for (std::size_t s = 0; s < out.size(); ++s) {
    out[s].upos = best_labels(sum.upos, batch, s);
    out[s].xpos = best_labels(sum.xpos, batch, s);
    out[s].feats = best_labels(sum.feats, batch, s);
    out[s].names = best_labels(sum.names, batch, s);
    out[s].other_names = best_labels(sum.other_names, batch, s);
    out[s].deprels = best_labels(relations, batch, s);
  }
  return out;
}

}  // namespace claimgraph::nlp::training
