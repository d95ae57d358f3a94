#include "naive_network.h"

#include <algorithm>
#include <limits>
#include <string>

#include "nlp/activation.h"
#include "nlp/arc_distance.h"
#include "nlp/tree_decoder.h"

namespace claimgraph::nlp {
namespace {

using Bytes = std::vector<int>;  // from 1 to 255; 128 is zero
using Floats = std::vector<float>;

int to_byte(float x) { return std::clamp(static_cast<int>(std::max(x * 127.0F + 128.5F, 1.0F)), 1, 255); }

// The exact sum of row `i` of `table` times `x`.
int product(const ByteTable& table, std::size_t i, const Bytes& x) {
  int sum = 0;
  for (std::size_t k = 0; k < x.size(); ++k) sum += table.values[i * table.cols + k] * (x[k] - 128);
  return sum;
}

float unit(const ByteTable& table, std::size_t i) { return table.scales[i] / 127.0F; }

void add_row(const ByteTable& table, std::uint32_t row, std::size_t begin, Floats& out) {
  for (std::size_t j = 0; j < table.cols; ++j) {
    out[begin + j] += table.scales[row] * static_cast<float>(table.values[row * table.cols + j]);
  }
}

Bytes embed(const ModelFile& model, const WordRows& word) {
  const auto &words = model.bytes.at("words"), &vectors = model.bytes.at("vectors");
  const auto &affixes = model.bytes.at("affixes"), &shapes = model.bytes.at("shapes");
  const std::size_t known = words.cols + vectors.cols;
  Floats sum(known + affixes.cols + shapes.cols, 0.0F);
  add_row(words, word.word, 0, sum);
  add_row(vectors, word.vector, words.cols, sum);
  for (const auto affix : word.affixes) add_row(affixes, affix, known, sum);
  for (const auto shape : {word.shape, word.context, word.gazetteer}) add_row(shapes, shape, known + affixes.cols, sum);
  Bytes out;
  for (std::size_t j = 0; j < sum.size(); ++j) {
    out.push_back(to_byte(sum[j] * model.floats.at("embedding.factors").values[j]));
  }
  return out;
}

// The states after each token, in text order.
std::vector<Bytes> run_direction(const ModelFile& model, const std::string& name, std::vector<Bytes> x, bool forward) {
  const auto &input = model.bytes.at(name + ".input"), &recurrent = model.bytes.at(name + ".recurrent");
  const auto& bias = model.floats.at(name + ".bias").values;
  const std::size_t h = recurrent.cols;
  if (!forward) std::reverse(x.begin(), x.end());
  std::vector<Bytes> out;
  Floats cell(h, 0.0F);
  for (const Bytes& in : x) {
    const auto gate = [&](std::size_t j) {
      const float before = out.empty() ? 0.0F : static_cast<float>(product(recurrent, j, out.back()));
      return bias[j] + static_cast<float>(product(input, j, in)) * unit(input, j) + before * unit(recurrent, j);
    };
    Bytes state;
    for (std::size_t j = 0; j < h; ++j) {
      const auto logit = [&](std::size_t of) { return bounded(gate(of), 2 * kTanhBound); };
      cell[j] = next_cell(logit(j), logit(h + j), bounded(gate(3 * h + j), kTanhBound), cell[j]);
      state.push_back(to_byte(next_state(logit(2 * h + j), bounded(cell[j], kTanhBound))));
    }
    out.push_back(std::move(state));
  }
  if (!forward) std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Bytes> run_layer(const ModelFile& model, const std::string& name, const std::vector<Bytes>& x) {
  auto out = run_direction(model, name + ".forward", x, true);
  const auto backward = run_direction(model, name + ".backward", x, false);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].insert(out[i].end(), backward[i].begin(), backward[i].end());
  return out;
}

Floats read(const ModelFile& model, const std::string& name, const Bytes& x) {
  const auto& table = model.bytes.at(name);
  Floats out;
  for (std::size_t i = 0; i < table.rows; ++i) {
    out.push_back(static_cast<float>(product(table, i, x)) * unit(table, i) +
                  model.floats.at(name + ".bias").values[i]);
  }
  return out;
}

std::uint16_t best(const Floats& scores, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  for (std::size_t i = begin; i < end; ++i) at = scores[i] > scores[at] ? i : at;
  return static_cast<std::uint16_t>(at - begin);
}

Floats part(const Floats& values, std::size_t begin, std::size_t size) {
  return {values.begin() + static_cast<std::ptrdiff_t>(begin),
          values.begin() + static_cast<std::ptrdiff_t>(begin + size)};
}

Floats rectified(Floats values) {
  for (float& v : values) v = std::max(v, 0.0F);
  return values;
}

// start[j] + x[0] * rows(0, j) + x[1] * rows(1, j) + ..., in this order.
Floats times(const Floats& x, const FloatTable& rows, Floats start) {
  for (std::size_t k = 0; k < x.size(); ++k) {
    for (std::size_t j = 0; j < rows.cols; ++j) start[j] += x[k] * rows.values[k * rows.cols + j];
  }
  return start;
}

}  // namespace

std::vector<WordAnalysis> analyse_naively(const ModelFile& model, std::span<const WordRows> sentence) {
  const std::size_t n = sentence.size();
  std::vector<Bytes> x;
  for (const WordRows& word : sentence) x.push_back(embed(model, word));
  const auto layer1 = run_layer(model, "layer1", x), layer2 = run_layer(model, "layer2", layer1);
  const std::size_t upos = model.labels.at("upos").size(), xpos = model.labels.at("xpos").size();
  const std::size_t feats = model.labels.at("feats").size(), names = model.labels.at("names").size();
  const std::size_t arc = model.floats.at("biaffine").cols, relation = model.floats.at("root.relation").cols;
  std::vector<WordAnalysis> out(n);
  std::vector<Floats> dependents, heads = {model.floats.at("root.head").values}, relation_dependents, relation_heads;
  relation_heads = {model.floats.at("root.relation").values};
  Floats name_scores;
  for (std::size_t i = 0; i < n; ++i) {
    const Floats tags = read(model, "tags", layer1[i]), syntax = read(model, "syntax", layer2[i]);
    out[i].upos = best(tags, 0, upos);
    out[i].xpos = best(tags, upos, upos + xpos);
    out[i].feats = best(tags, upos + xpos, upos + xpos + feats);
    for (std::size_t l = 0; l < names; ++l) name_scores.push_back(syntax[l] + tags[upos + xpos + feats + l]);
    dependents.push_back(rectified(part(syntax, names, arc)));
    heads.push_back(rectified(part(syntax, names + arc, arc)));
    relation_dependents.push_back(part(syntax, names + 2 * arc, relation));
    relation_heads.push_back(part(syntax, names + 2 * arc + relation, relation));
  }
  std::vector<float> scores;
  for (std::size_t i = 0; i < n; ++i) {
    const Floats turned = times(dependents[i], model.floats.at("biaffine"), model.floats.at("head.prior").values);
    for (std::size_t j = 0; j <= n; ++j) {
      float score = 0;
      for (std::size_t k = 0; k < arc; ++k) score += turned[k] * heads[j][k];
      score += model.floats.at("distance").values[arc_distance(i, j)];
      scores.push_back(j == i + 1 ? -std::numeric_limits<float>::infinity() : score);
    }
  }
  std::vector<std::uint16_t> name_labels;
  NameDecoder(model.labels.at("names")).decode(name_scores, name_labels);
  for (std::size_t i = 0; i < n; ++i) out[i].name = name_labels[i];
  std::vector<std::uint32_t> tree;
  decode_tree({.scores = scores, .size = n}, tree);
  for (std::size_t i = 0; i < n; ++i) {
    out[i].head = tree[i];
    Floats hidden(relation);
    for (std::size_t k = 0; k < relation; ++k) hidden[k] = relation_dependents[i][k] + relation_heads[tree[i]][k];
    const Floats labels =
        times(rectified(hidden), model.floats.at("relation"), model.floats.at("relation.bias").values);
    out[i].deprel = best(labels, 0, labels.size());
  }
  return out;
}

}  // namespace claimgraph::nlp
