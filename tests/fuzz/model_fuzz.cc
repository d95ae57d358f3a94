// Any bytes behind a right magic, version and checksum: a model file is refused, or read and written again the same;
// and a network is refused, or analyses a sentence into a tree.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <xxhash.h>

#include "nlp/model_file.h"
#include "nlp/network.h"

namespace {

using namespace claimgraph;
using namespace claimgraph::nlp;

void require(bool holds, std::string_view property) {
  if (holds) return;
  fmt::print(stderr, "{}\n", property);
  std::abort();
}

// `body` with what makes the checks of the envelope pass, so that those behind it are reached.
std::string enveloped(std::string_view body) {
  std::string out = "claimgraph model";
  out.append(reinterpret_cast<const char*>(&kModelVersion), sizeof kModelVersion);
  out += body;
  const std::uint64_t checksum = XXH64(out.data(), out.size(), 0);
  out.append(reinterpret_cast<const char*>(&checksum), sizeof checksum);
  return out;
}

void check_network(const ModelFile& model) {
  const auto network = Network::from(model, best_instructions());
  if (!network) return;
  const std::vector<WordRows> words(3);
  std::vector<WordAnalysis> analyses(words.size());
  const SentenceRows in[] = {words};
  const std::span<WordAnalysis> out[] = {analyses};
  NetworkBuffers buffers;
  network->run(in, out, buffers);
  int roots = 0;
  for (const WordAnalysis& word : analyses) {
    require(word.head <= words.size(), "a head is not in the sentence");
    roots += word.head == 0 ? 1 : 0;
  }
  require(roots == 1, "a sentence has not one root");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto model = parse_model(enveloped({reinterpret_cast<const char*>(bytes), size}));
  if (!model) return 0;
  const auto again = parse_model(encode_model(*model));
  require(again.has_value(), "what was written is refused");
  require(encode_model(*again) == encode_model(*model), "what was read is written otherwise");
  check_network(*model);
  return 0;
}
