#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "generated.h"
#include "store/rows.h"
#include "store_folder.h"
#include "support/golden.h"

namespace claimgraph::store {
namespace {

// Bytes as the example writes them: printable ASCII but space and backslash as itself, any other as \ and two digits.
std::string shown(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const bool plain = c > ' ' && c <= '~' && c != '\\';
    out += plain ? std::string(1, c) : fmt::format("\\{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

// The block of doc/FORMATS.md that is marked `mark`.
std::string example_block(std::string_view mark) {
  const std::string text = test::read_file(test::data_folder() / "../../doc/FORMATS.md");
  const std::string begin = fmt::format("```text {}\n", mark);
  const std::size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t end = text.find("```", at + begin.size());
  REQUIRE(end != std::string::npos);
  return text.substr(at + begin.size(), end - at - begin.size());
}

TEST_CASE("the worked example of doc/FORMATS.md is what a store holds") {
  kg::Extraction article;
  article.source = {.id = "a/1", .title = "Safe", .published = "2025-03-01", .text = "Ana Vela said Tarn is safe."};
  article.entities = {{.name = "Ana Vela", .type = kg::EntityType::person, .aliases = {"Vela"}, .mentions = {{{0, 8}}}},
                      {.name = "Tarn", .type = kg::EntityType::place, .mentions = {{{14, 18}}}}};
  article.claims = {{.source = kg::EntityIndex{0},
                     .source_spans = {{0, 8}},
                     .cue_spans = {{9, 13}},
                     .content_spans = {{14, 26}},
                     .about = {kg::EntityIndex{1}},
                     .rule = "en/said",
                     .confidence = 1}};
  article.stances = {{.actor = kg::EntityIndex{0},
                      .target = kg::EntityIndex{1},
                      .according_to = kg::EntityIndex{0},
                      .claim = kg::ClaimIndex{0},
                      .evidence_spans = {{14, 26}},
                      .rule = "en/safe",
                      .confidence = 0.5}};
  const StoreFolder folder;
  CHECK(folder.write().put(article, "v1").has_value());
  std::string got;
  for (const Row& row : dump_rows(folder.path())) {
    const auto family = kFamilyNames[static_cast<std::size_t>(row.at.family)];
    got += row.value.empty() ? fmt::format("{} {}\n", family, shown(row.at.key))
                             : fmt::format("{} {} = {}\n", family, shown(row.at.key), shown(row.value));
  }
  // dump_rows() leaves out the number of changes, which is 1 here.
  const std::string zero = "\\01\\00\\01\\02\\01\\01\n";
  const std::size_t counts = got.find(zero);
  REQUIRE(counts != std::string::npos);
  got.replace(counts, zero.size(), "\\01\\01\\01\\02\\01\\01\n");
  CHECK(example_block("store-rows") == got);
}

}  // namespace
}  // namespace claimgraph::store
