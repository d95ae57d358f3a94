#include "nlp/training/network.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "nlp/arc_distance.h"

namespace claimgraph::nlp::training {
namespace {

float glorot(std::size_t rows, std::size_t cols) { return std::sqrt(6.0F / static_cast<float>(rows + cols)); }

void linear(Parameter& p, const std::string& name, std::size_t rows, std::size_t cols, Random& random) {
  p.initialise(name, rows, cols, glorot(rows, cols), random);
}

void embedding(Parameter& p, const std::string& name, std::size_t rows, std::size_t cols, Random& random) {
  p.initialise(name, rows, cols, 0.1F, random);
  p.sparse = true;
}

}  // namespace

Network::Network(const NetworkShape& its_shape, const Inventory& inventory, Random& random)
    : shape(its_shape), vectors(inventory.vectors) {
  const std::size_t both = 2 * shape.state;
  embedding(words, "words", inventory.trained_words, shape.word, random);
  embedding(affixes, "affixes", kAffixRows, shape.affix, random);
  embedding(shapes, "shapes", kLookRows, shape.shape, random);
  const std::size_t embedded = shape.word + vectors->cols + shape.affix + shape.shape;
  layer1[0].initialise("layer1.forward", embedded, shape.state, random);
  layer1[1].initialise("layer1.backward", embedded, shape.state, random);
  layer2[0].initialise("layer2.forward", both, shape.state, random);
  layer2[1].initialise("layer2.backward", both, shape.state, random);
  linear(upos, "upos", inventory.upos.size(), both, random);
  linear(xpos, "xpos", inventory.xpos.size(), both, random);
  linear(feats, "feats", inventory.feats.size(), both, random);
  linear(names, "names", inventory.names.size(), both, random);
  upos_bias.initialise("upos.bias", 1, inventory.upos.size(), 0, random);
  xpos_bias.initialise("xpos.bias", 1, inventory.xpos.size(), 0, random);
  feats_bias.initialise("feats.bias", 1, inventory.feats.size(), 0, random);
  names_bias.initialise("names.bias", 1, inventory.names.size(), 0, random);
  linear(dependent, "dependent", shape.arc, both, random);
  linear(head, "head", shape.arc, both, random);
  dependent_bias.initialise("dependent.bias", 1, shape.arc, 0, random);
  head_bias.initialise("head.bias", 1, shape.arc, 0, random);
  linear(biaffine, "biaffine", shape.arc, shape.arc, random);
  head_prior.initialise("head.prior", 1, shape.arc, 0, random);
  distance.initialise("distance", 1, kArcDistances, 0, random);
  root_head.initialise("root.head", 1, shape.arc, 0.5F, random);
  linear(relation_dependent, "relation.dependent", shape.relation, both, random);
  linear(relation_head, "relation.head", shape.relation, both, random);
  relation_bias.initialise("relation.bias", 1, shape.relation, 0, random);
  root_relation.initialise("root.relation", 1, shape.relation, 0.1F, random);
  linear(relation, "relation", inventory.deprels.size(), shape.relation, random);
  relation_label_bias.initialise("relation.label_bias", 1, inventory.deprels.size(), 0, random);
  linear(low_names, "low_names", inventory.names.size(), both, random);
  linear(other_names, "other_names", inventory.names.size(), both, random);
  other_names_bias.initialise("other_names.bias", 1, inventory.names.size(), 0, random);
}

std::vector<Parameter*> Network::parameters() {
  std::vector<Parameter*> out = {&words, &affixes, &shapes};
  for (Lstm* lstm : {&layer1[0], &layer1[1], &layer2[0], &layer2[1]}) {
    out.insert(out.end(), {&lstm->input, &lstm->recurrent, &lstm->bias});
  }
  out.insert(out.end(), {&upos,
                         &xpos,
                         &feats,
                         &names,
                         &upos_bias,
                         &xpos_bias,
                         &feats_bias,
                         &names_bias,
                         &dependent,
                         &dependent_bias,
                         &head,
                         &head_bias,
                         &biaffine,
                         &head_prior,
                         &distance,
                         &root_head,
                         &relation_dependent,
                         &relation_head,
                         &relation_bias,
                         &root_relation,
                         &relation,
                         &relation_label_bias,
                         &low_names,
                         &other_names,
                         &other_names_bias});
  return out;
}

Batch::Batch(std::vector<const EncodedSentence*> its_sentences) : sentences(std::move(its_sentences)) {
  std::stable_sort(sentences.begin(), sentences.end(),
                   [](const auto* a, const auto* b) { return a->size() > b->size(); });
  std::vector<std::size_t> lengths;
  for (const auto* sentence : sentences) lengths.push_back(sentence->size());
  packing = Packing::of(lengths);
}

}  // namespace claimgraph::nlp::training
