#include "nlp/kernels.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "nlp/activation.h"

namespace claimgraph::nlp {
namespace {

constexpr Instructions kAll[] = {Instructions::plain, Instructions::avx2, Instructions::avx512};

// Those that this machine has.
std::vector<Instructions> available() {
  std::vector<Instructions> out;
  for (const Instructions instructions : kAll) {
    if (instructions <= best_instructions()) out.push_back(instructions);
  }
  return out;
}

template <typename T>
std::vector<T> random_bytes(std::mt19937& random, std::size_t count) {
  std::vector<T> out(count);
  for (T& value : out) value = static_cast<T>(random() % 256);
  return out;
}

std::vector<float> random_floats(std::mt19937& random, std::size_t count, float bound) {
  std::vector<float> out(count);
  for (float& value : out) value = bound * (static_cast<float>(random() % 20001) / 10000.0F - 1.0F);
  return out;
}

TEST_CASE("multiply: every set of instructions gives the sums of the definition") {
  std::mt19937 random(5);
  for (const std::size_t cols : {4U, 32U, 192U, 1024U}) {
    for (const std::size_t rows : {1U, 16U, 33U, 100U}) {
      const auto weights = random_bytes<std::int8_t>(random, rows * cols);
      constexpr std::size_t kCount = 11;  // a full tile and a part of one
      const std::size_t step = cols + 5;
      const auto x = random_bytes<std::uint8_t>(random, kCount * step);
      for (const Instructions instructions : available()) {
        const PackedWeights packed(weights, rows, cols, instructions);
        std::vector<std::int32_t> out(kCount * packed.stride());
        packed.multiply({.data = x.data(), .step = step, .count = kCount}, out.data());
        std::size_t wrong = 0;
        for (std::size_t n = 0; n < kCount; ++n) {
          for (std::size_t i = 0; i < rows; ++i) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < cols; ++k) sum += weights[i * cols + k] * (x[n * step + k] - kZeroPoint);
            wrong += out[n * packed.stride() + i] != sum ? 1U : 0U;
          }
        }
        CAPTURE(cols);
        CAPTURE(rows);
        CAPTURE(static_cast<int>(instructions));
        CHECK(wrong == 0);
      }
    }
  }
}

struct Cells {
  std::vector<float> cell;
  std::vector<std::uint8_t> hidden;
  friend bool operator==(const Cells&, const Cells&) = default;
};

Cells cells_after_steps(Instructions instructions, std::size_t size, bool carried) {
  std::mt19937 random(9);
  std::vector<std::int32_t> input(4 * size), recurrent(4 * size), zeros(4 * size);
  const auto input_scales = random_floats(random, 4 * size, 1e-4F);
  const auto recurrent_scales = random_floats(random, 4 * size, 1e-4F);
  const auto bias = random_floats(random, 4 * size, 2);
  std::vector<float> gates(4 * size);
  Cells out{.cell = std::vector<float>(size), .hidden = std::vector<std::uint8_t>(size)};
  for (int step = 0; step < 20; ++step) {
    for (auto& value : input) value = static_cast<std::int32_t>(random() % 100000) - 50000;
    for (auto& value : recurrent) value = static_cast<std::int32_t>(random() % 100000) - 50000;
    step_cells({.input = input.data(),
                .recurrent = carried ? recurrent.data() : zeros.data(),
                .input_scales = input_scales.data(),
                .recurrent_scales = recurrent_scales.data(),
                .bias = bias.data(),
                .gates = gates.data(),
                .cell = out.cell.data(),
                .hidden = out.hidden.data(),
                .size = size},
               instructions);
  }
  return out;
}

TEST_CASE("step_cells: the same bits with every set of instructions") {
  for (const std::size_t size : {4U, 17U, 128U}) {
    for (const bool carried : {false, true}) {
      const Cells want = cells_after_steps(Instructions::plain, size, carried);
      CHECK(want.hidden != std::vector<std::uint8_t>(size, kZeroPoint));
      for (const Instructions instructions : available()) {
        CHECK((cells_after_steps(instructions, size, carried) == want));
      }
    }
  }
}

TEST_CASE("products and conversions: the same bits with every set of instructions") {
  std::mt19937 random(3);
  for (const std::size_t cols : {1U, 13U, 16U, 64U, 83U}) {
    const auto x = random_floats(random, 40, 3), rows = random_floats(random, 40 * cols, 3);
    const auto scales = random_floats(random, cols, 0.01F), bias = random_floats(random, cols, 1);
    std::vector<std::int32_t> products(cols);
    for (auto& value : products) value = static_cast<std::int32_t>(random() % 100000) - 50000;
    std::vector<float> want_product(cols, 0.5F), want_floats(cols);
    std::vector<std::uint8_t> want_bytes(cols);
    for (const Instructions instructions : available()) {
      std::vector<float> product(cols, 0.5F), floats(cols);
      std::vector<std::uint8_t> bytes(cols);
      add_product({.x = x, .rows = rows, .cols = cols}, product.data(), instructions);
      to_floats(products.data(), scales, bias, floats.data(), instructions);
      to_bytes(floats.data(), bias, bytes.data(), instructions);
      std::vector<float> rectified(cols, -9.0F);
      add_rectified(scales, bias.data(), rectified.data(), instructions);
      bool positive = true;
      for (std::size_t j = 0; j < cols; ++j) positive = positive && rectified[j] == std::max(scales[j] + bias[j], 0.0F);
      CHECK(positive);
      if (instructions == Instructions::plain) want_product = product, want_floats = floats, want_bytes = bytes;
      CHECK(product == want_product);
      CHECK(floats == want_floats);
      CHECK(bytes == want_bytes);
    }
  }
}

TEST_CASE("next_cell and next_state: what the gates say, within the error of the tangent") {
  for (const float x : {-4.9F, -1.0F, -0.1F, 0.0F, 0.5F, 2.0F, 4.9F}) {
    for (const float cell : {-3.0F, 0.0F, 0.7F}) {
      const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
      CAPTURE(x);
      CHECK(next_cell(x, 1 - x, -x, cell) ==
            doctest::Approx(sigmoid(1 - x) * cell + sigmoid(x) * std::tanh(-x)).epsilon(0.002));
      CHECK(next_state(x / 2, cell) == doctest::Approx(sigmoid(x / 2) * std::tanh(cell)).epsilon(0.002));
    }
  }
}

TEST_CASE("add_bytes and greatest: the same with every set of instructions") {
  std::mt19937 random(8);
  for (const std::size_t size : {1U, 5U, 16U, 51U, 260U}) {
    const auto bytes = random_bytes<std::int8_t>(random, size);
    auto values = random_floats(random, size, 1);
    values[size / 2] = values[size - 1] = 2;  // of two greatest ones the first
    for (const Instructions instructions : available()) {
      std::vector<float> out(size, 1.0F);
      add_bytes(0.25F, bytes, out.data(), instructions);
      bool right = true;
      for (std::size_t j = 0; j < size; ++j) right = right && out[j] == 1.0F + 0.25F * static_cast<float>(bytes[j]);
      CHECK(right);
      CHECK(greatest(values, instructions) == size / 2);
    }
  }
}

TEST_CASE("to_bytes: rounds to the nearest step and cuts off at the ends") {
  struct Case {
    float in;
    int want;
  };
  constexpr Case kCases[] = {{0.0F, 128}, {1.0F, 255}, {-1.0F, 1},    {9.0F, 255},          {-9.0F, 1},
                             {0.5F, 192}, {-0.5F, 65}, {0.003F, 128}, {1.0F / 127.0F, 129}, {-1.0F / 127.0F, 127}};
  const std::vector<float> one(1, 1.0F);
  for (const auto& c : kCases) {
    std::uint8_t out = 0;
    to_bytes(&c.in, one, &out, Instructions::plain);
    CAPTURE(c.in);
    CHECK(int{out} == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::nlp
