// What one or several networks find likeliest.
#include <algorithm>

#include "nlp/training/forward.h"
#include "nlp/training/network.h"
#include "nlp/tree_decoder.h"

namespace claimgraph::nlp::training {
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
  const Matrix x = embed(net, batch, word_rows(net, batch, nullptr, nullptr));
  const Layer layer1 = run_layer(net.layer1, batch.packing, x, 0, nullptr);
  const Layer layer2 = run_layer(net.layer2, batch.packing, layer1.out, 0, nullptr);
  Likelihoods out;
  out.upos = affine(layer1.out, net.upos, &net.upos_bias);
  out.xpos = affine(layer1.out, net.xpos, &net.xpos_bias);
  out.feats = affine(layer1.out, net.feats, &net.feats_bias);
  out.other_names = affine(layer2.out, net.other_names, &net.other_names_bias);
  out.names = affine(layer2.out, net.names, &net.names_bias);
  add_product_transposed(layer1.out, net.low_names.value, all(out.names));
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
  return embed(network, batch, word_rows(network, batch, nullptr, nullptr));
}

std::vector<Parse> predict(std::span<const Network* const> networks, const Batch& batch) {
  std::vector<Likelihoods> each;
  for (const Network* net : networks) each.push_back(likelihoods(*net, batch));
  Likelihoods sum;
  sum.arcs.resize(batch.sentences.size());
  for (const auto& one : each) {
    add(one.upos, sum.upos), add(one.xpos, sum.xpos), add(one.feats, sum.feats);
    add(one.names, sum.names), add(one.other_names, sum.other_names);
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
