#include "nlp/training/quantise.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace claimgraph::nlp::training {
namespace {

ByteTable bytes_of(const Matrix& m) {
  constexpr float kWidest = 127;
  ByteTable out{.rows = static_cast<std::uint32_t>(m.rows),
                .cols = static_cast<std::uint32_t>(m.cols),
                .scales = {},
                .values = {}};
  for (std::size_t i = 0; i < m.rows; ++i) {
    float widest = 0;
    for (std::size_t j = 0; j < m.cols; ++j) widest = std::max(widest, std::abs(m.row(i)[j]));
    const float scale = widest > 0 ? widest / kWidest : 1.0F;
    out.scales.push_back(scale);
    for (std::size_t j = 0; j < m.cols; ++j) {
      out.values.push_back(static_cast<std::int8_t>(std::lround(m.row(i)[j] / scale)));
    }
  }
  return out;
}

FloatTable floats_of(const Matrix& m) {
  return {.rows = static_cast<std::uint32_t>(m.rows), .cols = static_cast<std::uint32_t>(m.cols), .values = m.data};
}

Matrix transposed(const Matrix& m) {
  Matrix out(m.cols, m.rows);
  for (std::size_t i = 0; i < m.rows; ++i) {
    for (std::size_t j = 0; j < m.cols; ++j) out.row(j)[i] = m.row(i)[j];
  }
  return out;
}

Matrix stacked(std::initializer_list<const Matrix*> parts) {
  Matrix out;
  for (const Matrix* part : parts) {
    out.rows += part->rows, out.cols = part->cols;
    out.data.insert(out.data.end(), part->data.begin(), part->data.end());
  }
  return out;
}

Matrix side_by_side(std::initializer_list<const Matrix*> rows) {
  Matrix out(1, 0);
  for (const Matrix* row : rows)
    out.cols += row->cols, out.data.insert(out.data.end(), row->data.begin(), row->data.end());
  return out;
}

// The widest each number of an embedded word gets.
std::vector<float> widths(const Network& network, std::span<const EncodedSentence> sample) {
  std::vector<float> out;
  constexpr std::size_t kBatch = 64;
  for (std::size_t begin = 0; begin < sample.size(); begin += kBatch) {
    std::vector<const EncodedSentence*> sentences;
    for (std::size_t i = begin; i < std::min(sample.size(), begin + kBatch); ++i) sentences.push_back(&sample[i]);
    const Matrix x = embedded(network, Batch(std::move(sentences)));
    out.resize(x.cols, 1e-3F);
    for (std::size_t i = 0; i < x.rows; ++i) {
      for (std::size_t j = 0; j < x.cols; ++j) out[j] = std::max(out[j], std::abs(x.row(i)[j]));
    }
  }
  return out;
}

void add_direction(const Lstm& lstm, const std::string& name, const std::vector<float>& widths, ModelFile& out) {
  Matrix input = lstm.input.value;
  for (std::size_t i = 0; i < input.rows; ++i) {
    for (std::size_t j = 0; j < input.cols; ++j) input.row(i)[j] *= widths[j];
  }
  out.bytes[name + ".input"] = bytes_of(input);
  out.bytes[name + ".recurrent"] = bytes_of(lstm.recurrent.value);
  out.floats[name + ".bias"] = floats_of(lstm.bias.value);
}

void add_labels(const Inventory& inventory, ModelFile& out) {
  out.labels["words"] = inventory.words.names();
  out.labels["upos"] = inventory.upos.names();
  out.labels["xpos"] = inventory.xpos.names();
  out.labels["feats"] = inventory.feats.names();
  out.labels["deprels"] = inventory.deprels.names();
  out.labels["names"] = inventory.names.names();
  for (std::size_t list = 0; list < kGazetteers.size(); ++list) {
    auto& words = out.labels[fmt::format("gazetteer.{}", kGazetteers[list])];
    for (const auto& [word, lists] : inventory.gazetteers) {
      if ((lists >> list & 1U) != 0) words.push_back(word);
    }
  }
}

// What is added to the scores of names, chosen on the development part: few organisations are found otherwise, and many
// of them as other things.
Matrix names_bias(const Network& net, const Inventory& inventory) {
  constexpr float kOutside = -0.625F, kOther = -1.5F, kOrganisation = 0.25F;
  Matrix out = net.names_bias.value;
  for (std::size_t i = 0; i < out.cols; ++i) {
    const std::string& label = inventory.names.names()[i];
    if (label == "O") out.data[i] += kOutside;
    if (label.ends_with("MISC")) out.data[i] += kOther;
    if (label.ends_with("ORG")) out.data[i] += kOrganisation;
  }
  return out;
}

}  // namespace

ModelFile quantised(const Network& net, const Inventory& inventory, std::span<const EncodedSentence> sample) {
  ModelFile out;
  add_labels(inventory, out);
  out.bytes["words"] = bytes_of(net.words.value);
  out.bytes["vectors"] = bytes_of(*net.vectors);
  out.bytes["affixes"] = bytes_of(net.affixes.value);
  out.bytes["shapes"] = bytes_of(net.shapes.value);
  const std::vector<float> embedding_widths = widths(net, sample);
  Matrix factors(1, embedding_widths.size());
  for (std::size_t j = 0; j < factors.cols; ++j) factors.data[j] = 1.0F / embedding_widths[j];
  out.floats["embedding.factors"] = floats_of(factors);
  const std::vector<float> units(2 * net.shape.state, 1.0F);  // states lie between -1 and 1
  add_direction(net.layer1[0], "layer1.forward", embedding_widths, out);
  add_direction(net.layer1[1], "layer1.backward", embedding_widths, out);
  add_direction(net.layer2[0], "layer2.forward", units, out);
  add_direction(net.layer2[1], "layer2.backward", units, out);
  const Matrix no_low_bias(1, inventory.names.size());
  out.bytes["tags"] = bytes_of(stacked({&net.upos.value, &net.xpos.value, &net.feats.value, &net.low_names.value}));
  out.floats["tags.bias"] =
      floats_of(side_by_side({&net.upos_bias.value, &net.xpos_bias.value, &net.feats_bias.value, &no_low_bias}));
  out.bytes["syntax"] = bytes_of(stacked({&net.names.value, &net.dependent.value, &net.head.value,
                                          &net.relation_dependent.value, &net.relation_head.value}));
  const Matrix no_bias(1, net.shape.relation), of_names = names_bias(net, inventory);
  out.floats["syntax.bias"] = floats_of(
      side_by_side({&of_names, &net.dependent_bias.value, &net.head_bias.value, &net.relation_bias.value, &no_bias}));
  out.floats["biaffine"] = floats_of(net.biaffine.value);
  out.floats["head.prior"] = floats_of(net.head_prior.value);
  out.floats["root.head"] = floats_of(net.root_head.value);
  out.floats["distance"] = floats_of(net.distance.value);
  out.floats["root.relation"] = floats_of(net.root_relation.value);
  out.floats["relation"] = floats_of(transposed(net.relation.value));
  out.floats["relation.bias"] = floats_of(net.relation_label_bias.value);
  return out;
}

}  // namespace claimgraph::nlp::training
