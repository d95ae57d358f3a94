#include "nlp/training/matrix.h"

#include <algorithm>
#include <cassert>

#include <cblas.h>

namespace claimgraph::nlp::training {
namespace {

int blas(std::size_t n) { return static_cast<int>(n); }

}  // namespace

void add_product(ConstRows a, ConstRows b, Rows out) {
  assert(a.cols == b.rows && out.rows == a.rows && out.cols == b.cols);
  if (a.rows == 0 || a.cols == 0) return;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, blas(a.rows), blas(b.cols), blas(a.cols), 1.0F, a.data,
              blas(a.cols), b.data, blas(b.cols), 1.0F, out.data, blas(out.cols));
}

void add_product_transposed(ConstRows a, ConstRows b, Rows out) {
  assert(a.cols == b.cols && out.rows == a.rows && out.cols == b.rows);
  if (a.rows == 0 || b.rows == 0) return;
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, blas(a.rows), blas(b.rows), blas(a.cols), 1.0F, a.data,
              blas(a.cols), b.data, blas(b.cols), 1.0F, out.data, blas(out.cols));
}

void add_transposed_product(ConstRows a, ConstRows b, Rows out) {
  assert(a.rows == b.rows && out.rows == a.cols && out.cols == b.cols);
  if (a.rows == 0) return;
  cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, blas(a.cols), blas(b.cols), blas(a.rows), 1.0F, a.data,
              blas(a.cols), b.data, blas(b.cols), 1.0F, out.data, blas(out.cols));
}

void fill_rows(const Matrix& bias, Rows out) {
  for (std::size_t i = 0; i < out.rows; ++i) std::copy_n(bias.data.data(), out.cols, out.data + i * out.cols);
}

void add_row_sum(ConstRows in, Matrix& out) {
  for (std::size_t i = 0; i < in.rows; ++i) {
    for (std::size_t j = 0; j < in.cols; ++j) out.data[j] += in.data[i * in.cols + j];
  }
}

}  // namespace claimgraph::nlp::training
