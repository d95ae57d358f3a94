#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::nlp {

// Weights in 8 bits, row-major; a weight is worth its row's scale.
struct ByteTable {
  std::uint32_t rows = 0;
  std::uint32_t cols = 0;
  std::vector<float> scales;  // one a row
  std::vector<std::int8_t> values;

  friend bool operator==(const ByteTable&, const ByteTable&) = default;
};

struct FloatTable {
  std::uint32_t rows = 0;
  std::uint32_t cols = 0;
  std::vector<float> values;

  friend bool operator==(const FloatTable&, const FloatTable&) = default;
};

// DO NOT CHANGE what a model file holds or means without a new number.
inline constexpr std::uint32_t kModelVersion = 2;

// A trained model as it stands on disk, by name of part. The grammar is in doc/FORMATS.md.
struct ModelFile {
  std::map<std::string, std::vector<std::string>> labels;
  std::map<std::string, ByteTable> bytes;
  std::map<std::string, FloatTable> floats;

  friend bool operator==(const ModelFile&, const ModelFile&) = default;
};

// The inverse of parse_model().
std::string encode_model(const ModelFile& model);
// Refuses, as corruption, what is cut short, has another checksum or breaks the grammar; and other versions.
Result<ModelFile> parse_model(std::string_view encoded);

}  // namespace claimgraph::nlp
