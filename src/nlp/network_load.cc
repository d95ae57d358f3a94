#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "nlp/arc_distance.h"
#include "nlp/network.h"

namespace claimgraph::nlp {

namespace {

constexpr std::size_t kMostLabels = 65536;    // numbers of labels have 16 bits
constexpr std::size_t kMostNameLabels = 256;  // NameDecoder works on their square

}  // namespace

// Takes the parts out of a model file; after the first that is missing or of the wrong shape, error() tells which.
class Network::Loader {
 public:
  explicit Loader(const ModelFile& file) : file_(file) {}

  const std::string& error() const { return error_; }
  std::size_t labels(const std::string& name, std::size_t most = kMostLabels) {
    const auto at = file_.labels.find(name);
    if (at == file_.labels.end() || at->second.empty() || at->second.size() > most) return miss(name), 0;
    return at->second.size();
  }
  const ByteTable& bytes(const std::string& name) {
    const auto at = file_.bytes.find(name);
    if (at == file_.bytes.end()) return miss(name), no_bytes_;
    check_numbers(name, at->second.scales);
    return at->second;
  }
  const ByteTable& bytes(const std::string& name, std::size_t rows, std::size_t cols) {
    const ByteTable& table = bytes(name);
    if (table.rows != rows || table.cols != cols) miss(name);
    return table;
  }
  const FloatTable& floats(const std::string& name, std::size_t rows, std::size_t cols) {
    const auto at = file_.floats.find(name);
    if (at == file_.floats.end() || at->second.rows != rows || at->second.cols != cols) return miss(name), no_floats_;
    check_numbers(name, at->second.values);
    return at->second;
  }
  std::size_t cols(const std::string& name) {
    const auto at = file_.floats.find(name);
    if (at == file_.floats.end()) return miss(name), 0;
    return at->second.cols;
  }

 private:
  void miss(const std::string& name) {
    if (error_.empty()) error_ = fmt::format("its part '{}' is missing or has another size than the rest wants", name);
  }
  // Bounded, so that no sum can overflow: greatest() and decode_tree() count on finite numbers.
  void check_numbers(const std::string& name, const std::vector<float>& values) {
    constexpr float kGreatest = 1e4F;
    const bool fit = std::all_of(values.begin(), values.end(), [](float v) { return std::abs(v) <= kGreatest; });
    if (!fit && error_.empty()) {
      error_ = fmt::format("its part '{}' holds what is no number or one beyond {}", name, kGreatest);
    }
  }

  const ModelFile& file_;
  std::string error_;
  ByteTable no_bytes_;
  FloatTable no_floats_;
};

namespace {

// What a unit of a product is worth: the scale of the weights' row times a step of the bytes.
std::vector<float> product_scales(const ByteTable& table) {
  std::vector<float> out;
  for (const float scale : table.scales) out.push_back(scale / kUnitSteps);
  return out;
}

// The same with columns of zeros, up to a multiple of 16.
FloatTable padded(const FloatTable& table) {
  FloatTable out{.rows = table.rows, .cols = (table.cols + 15) / 16 * 16, .values = {}};
  out.values.assign(std::size_t{out.rows} * out.cols, 0.0F);
  for (std::size_t i = 0; i < table.rows; ++i) {
    std::copy_n(table.values.begin() + static_cast<std::ptrdiff_t>(i * table.cols), table.cols,
                out.values.begin() + static_cast<std::ptrdiff_t>(i * out.cols));
  }
  return out;
}

bool packs(const ByteTable& table) { return table.cols % 4 == 0 && table.cols <= kMostCols; }

}  // namespace

Result<Network> Network::from(const ModelFile& file, Instructions instructions) {
  Loader load(file);
  const std::size_t name_labels = load.labels("names", kMostNameLabels);
  Network net(NameDecoder(name_labels > 0 ? std::span<const std::string>(file.labels.at("names"))
                                          : std::span<const std::string>()));
  net.instructions_ = instructions;
  net.words_ = load.bytes("words");
  net.vectors_ = load.bytes("vectors");
  net.affixes_ = load.bytes("affixes");
  net.shapes_ = load.bytes("shapes");
  const std::size_t words = load.labels("words", std::numeric_limits<std::uint32_t>::max());
  load.bytes("words", std::clamp<std::size_t>(net.words_.rows, 1, words), net.words_.cols);
  load.bytes("vectors", words, net.vectors_.cols);
  load.bytes("affixes", kAffixRows, net.affixes_.cols);
  load.bytes("shapes", kLookRows, net.shapes_.cols);
  const std::size_t embedded = std::size_t{net.words_.cols} + net.vectors_.cols + net.affixes_.cols + net.shapes_.cols;
  net.embedding_factors_ = load.floats("embedding.factors", 1, embedded).values;

  const std::size_t state = load.bytes("layer1.forward.recurrent").cols;
  bool packable = true;
  const auto take = [&](const ByteTable& table) {
    packable = packable && packs(table);
    return packs(table) && load.error().empty() ? PackedWeights(table.values, table.rows, table.cols, instructions)
                                                : PackedWeights();
  };
  const auto take_direction = [&](const std::string& name, std::size_t input) {
    const ByteTable& in = load.bytes(name + ".input", 4 * state, input);
    const ByteTable& recurrent = load.bytes(name + ".recurrent", 4 * state, state);
    return Direction{.input = take(in),
                     .recurrent = take(recurrent),
                     .input_scales = product_scales(in),
                     .recurrent_scales = product_scales(recurrent),
                     .bias = load.floats(name + ".bias", 1, 4 * state).values};
  };
  net.layer1_ = {take_direction("layer1.forward", embedded), take_direction("layer1.backward", embedded)};
  net.layer2_ = {take_direction("layer2.forward", 2 * state), take_direction("layer2.backward", 2 * state)};

  const auto take_readout = [&](const std::string& name, std::size_t rows) {
    const ByteTable& table = load.bytes(name, rows, 2 * state);
    Readout out{
        .weights = take(table), .scales = product_scales(table), .bias = load.floats(name + ".bias", 1, rows).values};
    out.scales.resize(out.weights.stride(), 0.0F);
    out.bias.resize(out.weights.stride(), 0.0F);
    return out;
  };
  const std::size_t arc = load.cols("biaffine"), relation = load.cols("root.relation");
  const std::size_t upos = load.labels("upos"), deprels = load.labels("deprels");
  net.tag_parts_.xpos = upos;
  net.tag_parts_.feats = upos + load.labels("xpos");
  net.tag_parts_.names = net.tag_parts_.feats + load.labels("feats");
  net.tag_parts_.end = net.tag_parts_.names + name_labels;
  net.tags_ = take_readout("tags", net.tag_parts_.end);
  net.syntax_parts_ = {.dependent = name_labels,
                       .head = name_labels + arc,
                       .relation_dependent = name_labels + 2 * arc,
                       .relation_head = name_labels + 2 * arc + relation,
                       .end = name_labels + 2 * arc + 2 * relation};
  net.syntax_ = take_readout("syntax", net.syntax_parts_.end);
  net.biaffine_ = load.floats("biaffine", arc, arc);
  net.head_prior_ = load.floats("head.prior", 1, arc).values;
  net.root_head_ = load.floats("root.head", 1, arc).values;
  net.distance_ = load.floats("distance", 1, kArcDistances).values;
  net.distance_.resize(kArcDistances);  // a missing one is reported below
  for (std::size_t at = 0; at <= 2 * kFar; ++at) net.near_.push_back(net.distance_[arc_distance(kFar, at + 1)]);
  net.root_relation_ = load.floats("root.relation", 1, relation).values;
  net.relation_ = padded(load.floats("relation", relation, deprels));
  net.relation_bias_ = load.floats("relation.bias", 1, deprels).values;
  if (load.error().empty() && packable) return net;
  return fail(
      {.code = ErrorCode::corruption,
       .message = fmt::format(
           "the model is damaged: {}",
           load.error().empty() ? "a matrix has a width that is no multiple of 4 or beyond 1024" : load.error()),
       .hint = "fetch or train it again"});
}

}  // namespace claimgraph::nlp
