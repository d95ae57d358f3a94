// Compiled with products and sums not fused and with loops vectorised: see meson.build.
#include "nlp/kernels.h"

#include <algorithm>
#include <cassert>

#include "nlp/activation.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define CLAIMGRAPH_AVX2 __attribute__((target("avx2")))
#define CLAIMGRAPH_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#endif
#define CLAIMGRAPH_INLINE inline __attribute__((always_inline))

namespace claimgraph::nlp {
namespace {

constexpr std::size_t kBlockRows = 16;  // 32-bit lanes of a 512-bit register
constexpr std::size_t kBlockCols = 4;   // bytes that one instruction sums in a lane

std::size_t rounded_up(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

// The loops below are written once and compiled for each set of instructions.

CLAIMGRAPH_INLINE void dot_rows(const std::int16_t* weights, const std::int32_t* offset, std::size_t rows,
                                std::size_t cols, const std::int16_t* x, std::int32_t* out) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int16_t* row = weights + i * cols;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < cols; ++k) sum += std::int32_t{row[k]} * std::int32_t{x[k]};
    out[i] = offset[i] + sum;
  }
}

CLAIMGRAPH_INLINE std::uint8_t to_byte(float x) {
  // Positive before it is cut to an integer, so that cutting rounds to the nearest.
  float shifted = x * kUnitSteps + (static_cast<float>(kZeroPoint) + 0.5F);
  shifted = shifted < 1.0F ? 1.0F : shifted;
  shifted = shifted > 255.0F ? 255.0F : shifted;
  return static_cast<std::uint8_t>(static_cast<std::int32_t>(shifted));
}

CLAIMGRAPH_INLINE void step_cells_loop(const CellStep& s) {
  // Loops that each do little and overlap nothing, or the compiler would not vectorise them.
  const std::size_t h = s.size;
  const std::int32_t* __restrict input = s.input, * __restrict recurrent = s.recurrent;
  const float* __restrict input_scales = s.input_scales, * __restrict recurrent_scales = s.recurrent_scales;
  const float* __restrict bias = s.bias;
  float* __restrict gates = s.gates, * __restrict cells = s.cell;
  std::uint8_t* __restrict hidden = s.hidden;
  for (std::size_t j = 0; j < 4 * h; ++j) {
    const float in = bias[j] + static_cast<float>(input[j]) * input_scales[j];
    gates[j] = in + static_cast<float>(recurrent[j]) * recurrent_scales[j];
  }
  for (std::size_t j = 0; j < 3 * h; ++j) gates[j] = bounded(gates[j], 2 * kTanhBound);
  for (std::size_t j = 3 * h; j < 4 * h; ++j) gates[j] = bounded(gates[j], kTanhBound);
  float* __restrict in = gates, * __restrict forget = gates + h;
  const float* __restrict out = gates + 2 * h, * __restrict candidate = gates + 3 * h;
  for (std::size_t j = 0; j < h; ++j) cells[j] = next_cell(in[j], forget[j], candidate[j], cells[j]);
  // What is no longer needed takes what comes next.
  for (std::size_t j = 0; j < h; ++j) in[j] = bounded(cells[j], kTanhBound);
  for (std::size_t j = 0; j < h; ++j) forget[j] = next_state(out[j], in[j]);
  for (std::size_t j = 0; j < h; ++j) hidden[j] = to_byte(forget[j]);
}

CLAIMGRAPH_INLINE void add_bytes_loop(float scale, std::span<const std::int8_t> in, float* out) {
  const std::int8_t* from = in.data();
  for (std::size_t j = 0; j < in.size(); ++j) out[j] += scale * static_cast<float>(from[j]);
}

CLAIMGRAPH_INLINE std::size_t greatest_loop(std::span<const float> values) {
  constexpr std::size_t kLanes = 16;
  float top[kLanes];
  const float* from = values.data();
  std::fill_n(top, kLanes, from[0]);
  std::size_t i = 0;
  for (; i + kLanes <= values.size(); i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      top[lane] = from[i + lane] > top[lane] ? from[i + lane] : top[lane];
  }
  float greatest = top[0];
  for (const float lane : top) greatest = lane > greatest ? lane : greatest;
  for (; i < values.size(); ++i) greatest = from[i] > greatest ? from[i] : greatest;
  i = 0;
  while (from[i] != greatest) ++i;
  return i;
}

// Columns [begin, begin + kWidth), whose sums stay in registers.
template <std::size_t kWidth>
CLAIMGRAPH_INLINE void add_product_block(const FloatProduct& product, std::size_t begin, float* out) {
  float sums[kWidth];
  for (std::size_t j = 0; j < kWidth; ++j) sums[j] = out[begin + j];
  const float* row = product.rows.data() + begin;
  for (const float x : product.x) {
    // Half of what comes out of a rectifier is zero.
    if (x != 0) {
      for (std::size_t j = 0; j < kWidth; ++j) sums[j] += x * row[j];
    }
    row += product.cols;
  }
  for (std::size_t j = 0; j < kWidth; ++j) out[begin + j] = sums[j];
}

CLAIMGRAPH_INLINE void add_product_loop(const FloatProduct& product, float* out) {
  std::size_t begin = 0;
  for (; begin + 64 <= product.cols; begin += 64) add_product_block<64>(product, begin, out);
  for (; begin + 16 <= product.cols; begin += 16) add_product_block<16>(product, begin, out);
  for (; begin < product.cols; ++begin) add_product_block<1>(product, begin, out);
}

CLAIMGRAPH_INLINE void add_rectified_loop(std::span<const float> a, const float* b, float* out) {
  const float* __restrict from = a.data(), * __restrict other = b;
  float* __restrict to = out;
  for (std::size_t j = 0; j < a.size(); ++j) {
    const float sum = from[j] + other[j];
    to[j] = sum > 0 ? sum : 0.0F;
  }
}

CLAIMGRAPH_INLINE void to_floats_loop(const std::int32_t* in, std::span<const float> scales,
                                      std::span<const float> bias, float* out) {
  const float *s = scales.data(), *b = bias.data();
  for (std::size_t j = 0; j < scales.size(); ++j) out[j] = static_cast<float>(in[j]) * s[j] + b[j];
}

CLAIMGRAPH_INLINE void to_bytes_loop(const float* in, std::span<const float> factors, std::uint8_t* out) {
  const float* f = factors.data();
  for (std::size_t j = 0; j < factors.size(); ++j) out[j] = to_byte(in[j] * f[j]);
}

#if defined(__x86_64__)
CLAIMGRAPH_AVX2 void dot_rows_avx2(const std::int16_t* weights, const std::int32_t* offset, std::size_t rows,
                                   std::size_t cols, const std::int16_t* x, std::int32_t* out) {
  dot_rows(weights, offset, rows, cols, x, out);
}
CLAIMGRAPH_AVX2 void step_cells_avx2(const CellStep& s) { step_cells_loop(s); }
CLAIMGRAPH_AVX512 void step_cells_avx512(const CellStep& s) { step_cells_loop(s); }
CLAIMGRAPH_AVX2 void add_bytes_avx2(float scale, std::span<const std::int8_t> in, float* out) {
  add_bytes_loop(scale, in, out);
}
CLAIMGRAPH_AVX512 void add_bytes_avx512(float scale, std::span<const std::int8_t> in, float* out) {
  add_bytes_loop(scale, in, out);
}
CLAIMGRAPH_AVX2 void add_rectified_avx2(std::span<const float> a, const float* b, float* out) {
  add_rectified_loop(a, b, out);
}
CLAIMGRAPH_AVX512 void add_rectified_avx512(std::span<const float> a, const float* b, float* out) {
  add_rectified_loop(a, b, out);
}
CLAIMGRAPH_AVX2 std::size_t greatest_avx2(std::span<const float> values) { return greatest_loop(values); }
CLAIMGRAPH_AVX512 std::size_t greatest_avx512(std::span<const float> values) { return greatest_loop(values); }
CLAIMGRAPH_AVX2 void add_product_avx2(const FloatProduct& product, float* out) { add_product_loop(product, out); }
CLAIMGRAPH_AVX512 void add_product_avx512(const FloatProduct& product, float* out) { add_product_loop(product, out); }
CLAIMGRAPH_AVX2 void to_floats_avx2(const std::int32_t* in, std::span<const float> scales, std::span<const float> bias,
                                    float* out) {
  to_floats_loop(in, scales, bias, out);
}
CLAIMGRAPH_AVX512 void to_floats_avx512(const std::int32_t* in, std::span<const float> scales,
                                        std::span<const float> bias, float* out) {
  to_floats_loop(in, scales, bias, out);
}
CLAIMGRAPH_AVX2 void to_bytes_avx2(const float* in, std::span<const float> factors, std::uint8_t* out) {
  to_bytes_loop(in, factors, out);
}
CLAIMGRAPH_AVX512 void to_bytes_avx512(const float* in, std::span<const float> factors, std::uint8_t* out) {
  to_bytes_loop(in, factors, out);
}

// Two blocks of rows for `kVectors` vectors at a time: a weight is loaded once for all of them.
template <std::size_t kVectors>
CLAIMGRAPH_AVX512 void multiply_tile(const std::int8_t* weights, std::size_t cols, const std::int32_t* offset,
                                     const std::uint8_t* x, std::size_t step, std::size_t stride, std::int32_t* out) {
  __m512i low[kVectors], high[kVectors];
  for (std::size_t n = 0; n < kVectors; ++n) {
    low[n] = _mm512_loadu_si512(offset);
    high[n] = _mm512_loadu_si512(offset + kBlockRows);
  }
  const std::int8_t* next = weights + cols * kBlockRows;
  for (std::size_t k = 0; k < cols; k += kBlockCols) {
    const __m512i w_low = _mm512_loadu_si512(weights + k * kBlockRows);
    const __m512i w_high = _mm512_loadu_si512(next + k * kBlockRows);
    for (std::size_t n = 0; n < kVectors; ++n) {
      std::int32_t four = 0;
      __builtin_memcpy(&four, x + n * step + k, sizeof four);
      const __m512i broadcast = _mm512_set1_epi32(four);
      low[n] = _mm512_dpbusd_epi32(low[n], broadcast, w_low);
      high[n] = _mm512_dpbusd_epi32(high[n], broadcast, w_high);
    }
  }
  for (std::size_t n = 0; n < kVectors; ++n) {
    _mm512_storeu_si512(out + n * stride, low[n]);
    _mm512_storeu_si512(out + n * stride + kBlockRows, high[n]);
  }
}
#endif

}  // namespace

Instructions best_instructions() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni")) {
    return Instructions::avx512;
  }
  if (__builtin_cpu_supports("avx2")) return Instructions::avx2;
#endif
  return Instructions::plain;
}

PackedWeights::PackedWeights(std::span<const std::int8_t> values, std::size_t rows, std::size_t cols,
                             Instructions instructions)
    : instructions_(instructions), rows_(rows), cols_(cols), stride_(rounded_up(rows, 2 * kBlockRows)) {
  assert(values.size() == rows * cols && cols % kBlockCols == 0 && cols <= kMostCols);
  offset_.assign(stride_, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < cols; ++k) offset_[i] -= kZeroPoint * values[i * cols + k];
  }
  if (instructions_ != Instructions::avx512) {
    by_row_.assign(values.begin(), values.end());
    return;
  }
  by_block_.assign(stride_ * cols, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t block = i / kBlockRows * kBlockRows * cols;
    for (std::size_t k = 0; k < cols; ++k) {
      by_block_[block + k / kBlockCols * kBlockCols * kBlockRows + i % kBlockRows * kBlockCols + k % kBlockCols] =
          values[i * cols + k];
    }
  }
}

void PackedWeights::multiply(ByteVectors x, std::int32_t* out) const {
  if (instructions_ == Instructions::avx512) {
    multiply_blocks(x, out);
  } else {
    multiply_rows(x, out);
  }
}

void PackedWeights::multiply_rows(ByteVectors x, std::int32_t* out) const {
  std::int16_t wide[kMostCols];
  for (std::size_t n = 0; n < x.count; ++n) {
    std::copy_n(x.data + n * x.step, cols_, wide);
#if defined(__x86_64__)
    if (instructions_ == Instructions::avx2) {
      dot_rows_avx2(by_row_.data(), offset_.data(), rows_, cols_, wide, out + n * stride_);
      continue;
    }
#endif
    dot_rows(by_row_.data(), offset_.data(), rows_, cols_, wide, out + n * stride_);
  }
}

void PackedWeights::multiply_blocks([[maybe_unused]] ByteVectors x, [[maybe_unused]] std::int32_t* out) const {
#if defined(__x86_64__)
  constexpr std::size_t kTile = 8;
  for (std::size_t n = 0; n < x.count; n += kTile) {
    for (std::size_t i = 0; i < stride_; i += 2 * kBlockRows) {
      const std::int8_t* weights = by_block_.data() + i * cols_;
      const std::int32_t* offset = offset_.data() + i;
      const std::uint8_t* from = x.data + n * x.step;
      std::int32_t* to = out + n * stride_ + i;
      switch (std::min(kTile, x.count - n)) {
        case 1: multiply_tile<1>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 2: multiply_tile<2>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 3: multiply_tile<3>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 4: multiply_tile<4>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 5: multiply_tile<5>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 6: multiply_tile<6>(weights, cols_, offset, from, x.step, stride_, to); break;
        case 7: multiply_tile<7>(weights, cols_, offset, from, x.step, stride_, to); break;
        default: multiply_tile<8>(weights, cols_, offset, from, x.step, stride_, to); break;
      }
    }
  }
#endif
}

// Calls the version of `name` for the instructions.
#if defined(__x86_64__)
#define CLAIMGRAPH_DISPATCH(name, ...)                            \
  switch (instructions) {                                         \
    case Instructions::avx512: return name##_avx512(__VA_ARGS__); \
    case Instructions::avx2: return name##_avx2(__VA_ARGS__);     \
    case Instructions::plain: break;                              \
  }                                                               \
  return name##_loop(__VA_ARGS__)
#else
#define CLAIMGRAPH_DISPATCH(name, ...) \
  static_cast<void>(instructions);     \
  return name##_loop(__VA_ARGS__)
#endif

void step_cells(const CellStep& step, Instructions instructions) { CLAIMGRAPH_DISPATCH(step_cells, step); }

void add_bytes(float scale, std::span<const std::int8_t> in, float* out, Instructions instructions) {
  CLAIMGRAPH_DISPATCH(add_bytes, scale, in, out);
}

void add_rectified(std::span<const float> a, const float* b, float* out, Instructions instructions) {
  CLAIMGRAPH_DISPATCH(add_rectified, a, b, out);
}

std::size_t greatest(std::span<const float> values, Instructions instructions) {
  CLAIMGRAPH_DISPATCH(greatest, values);
}

void add_product(const FloatProduct& product, float* out, Instructions instructions) {
  CLAIMGRAPH_DISPATCH(add_product, product, out);
}

void to_floats(const std::int32_t* in, std::span<const float> scales, std::span<const float> bias, float* out,
               Instructions instructions) {
  CLAIMGRAPH_DISPATCH(to_floats, in, scales, bias, out);
}

void to_bytes(const float* in, std::span<const float> factors, std::uint8_t* out, Instructions instructions) {
  CLAIMGRAPH_DISPATCH(to_bytes, in, factors, out);
}

}  // namespace claimgraph::nlp
