// A soup of tokens, a byte each, through the whole analysis with the model that is shipped: the properties of an
// analysis hold, and the same text gives the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/nlp/analyser.h"

#include "../unit/nlp/broken_analysis.h"

namespace {

using namespace claimgraph;

// What news is made of and trips over; a byte beyond the table stands for itself, whole or broken UTF-8 with its
// neighbours.
constexpr std::string_view kPieces[] = {
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xC2\xA0",
    ".",
    ",",
    ":",
    ";",
    "?",
    "!",
    "…",
    "...",
    "-",
    "–",
    "—",
    "--",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "“",
    "”",
    "'",
    "‘",
    "’",
    "’s",
    "n’t",
    "'ll",
    "the",
    "The",
    "THE",
    "a",
    "of",
    "to",
    "that",
    "and",
    "said",
    "says",
    "say",
    "not",
    "never",
    "who",
    "which",
    "he",
    "She",
    "they",
    "I",
    "minister",
    "Minister",
    "President",
    "Lavrov",
    "Okonjo",
    "Ana",
    "Vela",
    "U.S.",
    "U.N.",
    "Mr.",
    "Dr.",
    "St.",
    "J.",
    "K.",
    "NATO",
    "EU",
    "AP",
    "MOSCOW",
    "London",
    "Kyiv",
    "北京",
    "Łódź",
    "É",
    "İ",
    "ß",
    "e\xCC\x81",
    "42",
    "3.5",
    "1,000",
    "$",
    "€",
    "%",
    "2026",
    "10:30",
    "@",
    "#",
    "http://a.b/c?d=e",
    "a@b.org",
    "co-operate",
    "anti-war",
    "don’t",
    "cannot",
    "gonna",
    "\xFF",
    "\xF0\x9F\x98\x80",
    "*",
    "/",
};

const nlp::Analyser& shipped() {
  static const nlp::Analyser analyser = [] {
    const char* data = std::getenv("CLAIMGRAPH_TEST_DATA");  // the folder tests/data
    const auto models = std::filesystem::path(data == nullptr ? "tests/data" : data) / "../../models/en";
    auto words = nlp::WordModel::load(models / "words.tsv");
    auto parser = nlp::Parser::load(models / "parser.model");
    if (!words || !parser) {
      fmt::print(stderr, "{}\n", dump(words ? parser.error() : words.error()));
      std::abort();
    }
    return nlp::Analyser(std::make_shared<const nlp::WordModel>(*std::move(words)),
                         std::make_shared<const nlp::Parser>(*std::move(parser)), std::make_shared<const Interner>());
  }();
  return analyser;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] < std::size(kPieces))
      text += kPieces[bytes[i]];
    else
      text += static_cast<char>(bytes[i]);
  }
  const auto document = shipped().analyse({.text = text});
  std::string broken = nlp::broken_analysis(document);
  if (broken.empty() && dump(shipped().analyse({.text = text})) != dump(document)) {
    broken = "a second run gives another analysis";
  }
  if (broken.empty()) return 0;
  fmt::print(stderr, "{}\n", broken);
  std::abort();
}
