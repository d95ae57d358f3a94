#include <doctest/doctest.h>

#include "claimgraph/text/quotations.h"
#include "claimgraph/text/segmenter.h"
#include "support/golden.h"

namespace claimgraph::text {
namespace {

TEST_CASE("dump: a line a sentence, an empty line between paragraphs") {
  constexpr std::string_view kText = "He can't. She did.\n\nThe end";
  CHECK(dump(segment(kText), kText) == "He ca n't .\nShe did .\n\nThe end\n");
  CHECK(dump(segment(""), "") == "");
}

TEST_CASE("segment and find_quotations: articles") {
  for (const auto& input : test::golden_inputs(test::data_folder() / "text", ".txt")) {
    const std::string text = test::read_file(input);
    const Segmentation cut = segment(text);
    std::string got = dump(cut, text) + "\nquotations\n";
    for (const TokenRange quotation : find_quotations(text, cut)) {
      const std::uint32_t begin = cut.tokens[quotation.begin].begin;
      got += text.substr(begin, cut.tokens[quotation.end - 1].end - begin) + '\n';
    }
    test::check_golden(input, got);
  }
}

}  // namespace
}  // namespace claimgraph::text
