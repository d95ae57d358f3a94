// Any lines behind a right first line and before a right checksum: an attribution model is refused, or read and written
// again the same, and tells probabilities.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <xxhash.h>

#include "claimgraph/extract/attribution_model.h"

namespace {

using claimgraph::extract::AttributionModel;

void require(bool holds, std::string_view property) {
  if (holds) return;
  fmt::print(stderr, "{}\n", property);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string text = "claimgraph attribution model 1\n";
  text.append(reinterpret_cast<const char*>(bytes), size);
  text += fmt::format("checksum\t{:016x}\n", XXH64(text.data(), text.size(), 0));
  const auto model = AttributionModel::parse(text);
  if (!model) return 0;
  for (const double score : {-1e9, -1.0, 0.0, 0.5, 1e9}) {
    const double probability = model->probability(score);
    require(probability >= 0 && probability <= 1, "a probability is none");
  }
  // Numbers are cut to four digits, which may make two points one.
  const auto again = AttributionModel::parse(dump(model->parts()));
  require(!again || dump(again->parts()) == dump(model->parts()), "what was read is written otherwise");
  return 0;
}
