#include "nlp/training/checkpoint.h"

#include <cstdint>
#include <fstream>

#include <fmt/format.h>

namespace claimgraph::nlp::training {
namespace {

std::streamsize bytes_of(const Parameter& p) {
  return static_cast<std::streamsize>(p.value.data.size() * sizeof(float));
}

}  // namespace

Status save(Network& network, std::uint64_t fingerprint, const std::filesystem::path& path) {
  const std::filesystem::path unfinished = path.string() + ".unfinished";
  std::ofstream out(unfinished, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&fingerprint), sizeof fingerprint);
  for (const Parameter* p : network.parameters()) {
    out.write(reinterpret_cast<const char*>(p->value.data.data()), bytes_of(*p));
  }
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(unfinished, path, error);
  if (out && !error) return {};
  return fail({.code = ErrorCode::io, .message = fmt::format("cannot write '{}'", path.string())});
}

Status load(const std::filesystem::path& path, std::uint64_t fingerprint, Network& network) {
  std::ifstream in(path, std::ios::binary);
  std::uint64_t found = 0;
  in.read(reinterpret_cast<char*>(&found), sizeof found);
  if (in && found == fingerprint) {
    for (Parameter* p : network.parameters()) in.read(reinterpret_cast<char*>(p->value.data.data()), bytes_of(*p));
    if (in && in.peek() == std::ifstream::traits_type::eof()) return {};
  }
  return fail({.code = ErrorCode::corruption,
               .message = fmt::format("'{}' does not hold the weights of this network", path.string()),
               .hint = "remove it; it was made with other options, treebanks or text"});
}

}  // namespace claimgraph::nlp::training
