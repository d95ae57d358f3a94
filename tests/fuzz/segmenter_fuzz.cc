// Any bytes: the properties of a segmentation hold, and the same bytes give the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/text/quotations.h"
#include "claimgraph/text/segmenter.h"

#include "../unit/text/broken_property.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace claimgraph;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const text::Segmentation cut = text::segment(text);
  std::string broken = text::broken_property(text, cut, text::find_quotations(text, cut));
  if (broken.empty() && text::segment(text) != cut) broken = "a second run gives another segmentation";
  if (broken.empty() && !cut.tokens.empty() && text::dump(cut, text).empty()) broken = "the dump is empty";
  if (!broken.empty()) {
    fmt::print(stderr, "{}\n", broken);
    std::abort();
  }
  return 0;
}
