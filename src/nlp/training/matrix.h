#pragma once

#include <cstddef>
#include <vector>

namespace claimgraph::nlp::training {

// Row-major, rows x cols. Values: copied like a vector.
struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> data;

  Matrix() = default;
  Matrix(std::size_t rows_, std::size_t cols_) : rows(rows_), cols(cols_), data(rows_ * cols_) {}

  float* row(std::size_t i) { return data.data() + i * cols; }
  const float* row(std::size_t i) const { return data.data() + i * cols; }
};

// Some rows of a matrix, read or written in place.
struct Rows {
  float* data = nullptr;
  std::size_t rows = 0;
  std::size_t cols = 0;
};
struct ConstRows {
  const float* data = nullptr;
  std::size_t rows = 0;
  std::size_t cols = 0;

  ConstRows(const float* data_, std::size_t rows_, std::size_t cols_) : data(data_), rows(rows_), cols(cols_) {}
  ConstRows(const Matrix& m) : ConstRows(m.data.data(), m.rows, m.cols) {}  // NOLINT(google-explicit-constructor)
  ConstRows(Rows r) : ConstRows(r.data, r.rows, r.cols) {}                  // NOLINT(google-explicit-constructor)
};
inline Rows rows_of(Matrix& m, std::size_t begin, std::size_t count) { return {m.row(begin), count, m.cols}; }
inline Rows all(Matrix& m) { return {m.data.data(), m.rows, m.cols}; }
inline ConstRows rows_of(const Matrix& m, std::size_t begin, std::size_t count) {
  return {m.row(begin), count, m.cols};
}

// Products, each added to `out`. REQUIRES: the shapes fit.
void add_product(ConstRows a, ConstRows b, Rows out);             // out += a b
void add_product_transposed(ConstRows a, ConstRows b, Rows out);  // out += a b^T
void add_transposed_product(ConstRows a, ConstRows b, Rows out);  // out += a^T b

// Each row of `out` becomes `bias` (1 x cols).
void fill_rows(const Matrix& bias, Rows out);
// `out` (1 x cols) += the sum of the rows of `in`.
void add_row_sum(ConstRows in, Matrix& out);

}  // namespace claimgraph::nlp::training
