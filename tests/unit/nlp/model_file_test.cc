#include "nlp/model_file.h"

#include <random>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/golden.h"

namespace claimgraph::nlp {
namespace {

ModelFile small() {
  ModelFile out;
  out.labels["upos"] = {"NOUN", "", "été"};
  out.labels["none"] = {};
  out.bytes["words"] = {.rows = 2, .cols = 3, .scales = {0.5F, 2.0F}, .values = {1, -2, 3, 127, -128, 0}};
  out.floats["bias"] = {.rows = 1, .cols = 2, .values = {0.25F, -1e9F}};
  return out;
}

std::string error_of(const std::string& encoded) {
  const auto model = parse_model(encoded);
  return model ? "" : dump(model.error());
}

TEST_CASE("parse_model is the inverse of encode_model") {
  const auto parsed = parse_model(encode_model(small()));
  REQUIRE(parsed.has_value());
  CHECK((*parsed == small()));
  CHECK(encode_model(*parsed) == encode_model(small()));
  CHECK((parse_model(encode_model({})).value() == ModelFile{}));
}

// Bytes as doc/FORMATS.md writes them: printable ASCII but space and backslash as itself, any other as \ and two
// digits.
std::string shown(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const bool plain = c > ' ' && c <= '~' && c != '\\';
    out += plain ? std::string(1, c) : fmt::format("\\{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

TEST_CASE("the worked example of doc/FORMATS.md is a model") {
  ModelFile example;
  example.labels["upos"] = {"NOUN", "VERB"};
  example.bytes["w"] = {.rows = 1, .cols = 2, .scales = {0.5F}, .values = {1, -2}};
  example.floats["c"] = {.rows = 1, .cols = 1, .values = {0.25F}};
  const std::string text = test::read_file(test::data_folder() / "../../doc/FORMATS.md");
  const std::string mark = "```text model-bytes\n";
  const std::size_t begin = text.find(mark);
  REQUIRE(begin != std::string::npos);
  std::string block = text.substr(begin + mark.size(), text.find("```", begin + mark.size()) - begin - mark.size());
  std::erase(block, '\n');
  CHECK(block == shown(encode_model(example)));
}

TEST_CASE("parse_model: another file, another version") {
  std::string encoded = encode_model(small());
  CHECK(error_of("") == "error: this is not a model of claimgraph");
  CHECK(error_of("form\tupos\n") == "error: this is not a model of claimgraph");
  encoded[16] = 9;  // the version stands behind the magic
  CHECK(error_of(encoded) == "error: the model has version 9, not 2 (use the model that belongs to this program)");
}

TEST_CASE("parse_model: a file that is cut short or changed is refused") {
  const std::string encoded = encode_model(small());
  for (std::size_t size = 0; size < encoded.size(); ++size) CHECK(!error_of(encoded.substr(0, size)).empty());
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    std::string changed = encoded;
    changed[at] = static_cast<char>(changed[at] ^ 0x40);
    CHECK(!error_of(changed).empty());
  }
  std::string changed = encoded;
  changed[40] = static_cast<char>(changed[40] ^ 1);
  CHECK(error_of(changed) == "error: the model is damaged: its checksum is wrong (fetch or train it again)");
}

}  // namespace
}  // namespace claimgraph::nlp
