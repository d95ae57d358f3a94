// The losses, and the way back through the network.
#include <algorithm>
#include <cmath>

#include "nlp/arc_distance.h"
#include "nlp/training/forward.h"
#include "nlp/training/network.h"

namespace claimgraph::nlp::training {
namespace {

void scale(Matrix& m, const Matrix& by) {
  for (std::size_t i = 0; i < m.data.size(); ++i) m.data[i] *= by.data[i];
}

Matrix times(const Matrix& m, const Matrix& by) {
  Matrix out = m;
  if (by.rows > 0) scale(out, by);
  return out;
}

void affine_backward(const Matrix& x, Parameter& weights, Parameter* bias, const Matrix& dy, Matrix& dx) {
  add_transposed_product(dy, x, all(weights.gradient));
  if (bias != nullptr) add_row_sum(dy, bias->gradient);
  add_product(dy, weights.value, all(dx));
}

void rectify_backward(const Matrix& y, Matrix& dy) {
  for (std::size_t i = 0; i < y.data.size(); ++i) dy.data[i] = y.data[i] > 0 ? dy.data[i] : 0;
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

void add_to_row(Parameter& p, std::uint32_t row, const float* gradient) {
  p.touch(row);
  float* to = p.gradient.row(row);
  for (std::size_t j = 0; j < p.value.cols; ++j) to[j] += gradient[j];
}

void embed_backward(Network& net, const Batch& batch, const std::vector<std::uint32_t>& words, const Matrix& dx) {
  const std::size_t affix_begin = net.shape.word + net.vectors->cols, shape_begin = affix_begin + net.shape.affix;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const EncodedSentence& sentence = *batch.sentences[s];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const float* row = dx.row(batch.row(s, i));
      add_to_row(net.words, words[batch.row(s, i)], row);
      for (const std::uint32_t affix : sentence.affixes[i]) add_to_row(net.affixes, affix, row + affix_begin);
      for (const std::uint32_t which : {sentence.shapes[i], sentence.contexts[i], sentence.gazetteers[i]}) {
        add_to_row(net.shapes, which, row + shape_begin);
      }
    }
  }
}

void scatter_add(const Matrix& from, const Batch& batch, std::size_t s, Matrix& to) {
  for (std::size_t i = 0; i < from.rows; ++i) {
    float* row = to.row(batch.row(s, i));
    for (std::size_t j = 0; j < to.cols; ++j) row[j] += from.row(i)[j];
  }
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
  const auto words = word_rows(net, batch, &options, &random);
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

}  // namespace claimgraph::nlp::training
