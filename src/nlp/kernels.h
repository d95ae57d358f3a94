#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace claimgraph::nlp {

// The arithmetic of the network, written so that it gives the same bits on every machine: products of 8-bit integers
// are summed exactly, and floating-point work is one element at a time, in one order, without fused operations. Wider
// vector instructions only make it faster.

// Numbers in [-1, 1] as bytes from 1 to 255: 128 is 0, a step is 1/127.
inline constexpr float kUnitSteps = 127.0F;
inline constexpr std::int32_t kZeroPoint = 128;

inline constexpr std::size_t kMostCols = 1024;  // of a matrix of weights; sums of products stay far below 2^31

// Which instructions to use; each gives what `plain` gives.
enum class Instructions { plain, avx2, avx512 };
// The best that this machine has.
Instructions best_instructions();

// Vectors of bytes, the first of each `step` bytes behind that of the one before.
struct ByteVectors {
  const std::uint8_t* data = nullptr;
  std::size_t step = 0;
  std::size_t count = 0;
};

// A matrix of 8-bit weights, laid out for one set of instructions. Immutable, thread-safe.
class PackedWeights {
 public:
  PackedWeights() = default;
  // `values` is row-major. REQUIRES: values.size() == rows * cols; cols is a multiple of 4 and at most kMostCols.
  PackedWeights(std::span<const std::int8_t> values, std::size_t rows, std::size_t cols, Instructions instructions);

  std::size_t rows() const { return rows_; }
  std::size_t cols() const { return cols_; }
  // Places that one row of results takes: rows() rounded up.
  std::size_t stride() const { return stride_; }

  // out[n * stride() + i] = sum over k of weight(i, k) * (x.data[n * x.step + k] - kZeroPoint), for all n < x.count.
  void multiply(ByteVectors x, std::int32_t* out) const;

 private:
  void multiply_rows(ByteVectors x, std::int32_t* out) const;
  void multiply_blocks(ByteVectors x, std::int32_t* out) const;

  Instructions instructions_ = Instructions::plain;
  std::size_t rows_ = 0;
  std::size_t cols_ = 0;
  std::size_t stride_ = 0;
  std::vector<std::int16_t> by_row_;   // plain and avx2: row-major
  std::vector<std::int8_t> by_block_;  // avx512: [rows / 16][cols / 4][16 rows][4 columns]
  std::vector<std::int32_t> offset_;   // a row: -kZeroPoint times the sum of its weights
};

// One step of LSTM cells: gates in the order input, forget, output, candidate, H of each.
struct CellStep {
  const std::int32_t* input = nullptr;      // 4H products of the input
  const std::int32_t* recurrent = nullptr;  // 4H products of the state before; zeros at the first token
  const float* input_scales = nullptr;      // 4H: what a unit of `input` is worth
  const float* recurrent_scales = nullptr;
  const float* bias = nullptr;     // 4H
  float* gates = nullptr;          // 4H: work space
  float* cell = nullptr;           // H: in the cell before, out the one after
  std::uint8_t* hidden = nullptr;  // H: the state as bytes
  std::size_t size = 0;            // H
};
void step_cells(const CellStep& step, Instructions instructions);

// out[j] += scale * in[j]
void add_bytes(float scale, std::span<const std::int8_t> in, float* out, Instructions instructions);
// out[j] = a[j] + b[j] where that is positive, else 0.
void add_rectified(std::span<const float> a, const float* b, float* out, Instructions instructions);
// The place of the greatest value, the first of several. REQUIRES: there is one and none is NaN.
std::size_t greatest(std::span<const float> values, Instructions instructions);
// out[j] += x[0] * rows[j] + x[1] * rows[cols + j] + ..., added in this order. REQUIRES: rows.size() == x.size() *
// cols.
struct FloatProduct {
  std::span<const float> x;
  std::span<const float> rows;
  std::size_t cols = 0;
};
void add_product(const FloatProduct& product, float* out, Instructions instructions);
// out[j] = in[j] * scales[j] + bias[j]
void to_floats(const std::int32_t* in, std::span<const float> scales, std::span<const float> bias, float* out,
               Instructions instructions);
// out[j] = in[j] * factors[j] as a byte, cut off at the ends.
void to_bytes(const float* in, std::span<const float> factors, std::uint8_t* out, Instructions instructions);

}  // namespace claimgraph::nlp
