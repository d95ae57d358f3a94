// Tokens a second of the linguistic analysis, stage by stage, over one text on one core. Prints JSON lines.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/nlp/analyser.h"
#include "claimgraph/text/segmenter.h"
#include "measure.h"

namespace {

using namespace claimgraph;
using bench::median_seconds;
using bench::print;
using bench::seconds_now;

int run(const std::string& model, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const double begin = seconds_now();
  auto words = nlp::WordModel::load(model + "/words.tsv");
  const double words_read = seconds_now();
  auto parser = nlp::Parser::load(model + "/parser.model");
  const double parser_read = seconds_now();
  if (!in || !words || !parser) {
    fmt::print(stderr, "usage: nlp_bench MODEL TEXT: a folder with a model, and a text to analyse\n");
    return 2;
  }
  print("load words", (words_read - begin) * 1e3, "ms");
  print("load parser", (parser_read - words_read) * 1e3, "ms");
  const auto shared_parser = std::make_shared<const nlp::Parser>(*std::move(parser));
  const nlp::Analyser analyser(std::make_shared<const nlp::WordModel>(*std::move(words)), shared_parser,
                               std::make_shared<const Interner>());
  auto analysed = analyser.analyse({.text = text});
  const auto tokens = static_cast<double>(analysed.size());
  print("tokens", tokens, "tokens");
  print("segment", tokens / median_seconds([&] { text::segment(text); }), "tokens/s");
  print("parse", tokens / median_seconds([&] {
                   analysed.upos.clear(), analysed.xpos.clear(), analysed.feats.clear(), analysed.deprels.clear();
                   analysed.heads.clear(), analysed.names.clear();
                   shared_parser->annotate(analysed);
                 }),
        "tokens/s");
  print("whole analysis", tokens / median_seconds([&] { analyser.analyse({.text = text}); }), "tokens/s");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3) return run(argv[1], argv[2]);
  fmt::print(stderr, "usage: nlp_bench MODEL TEXT\n");
  return 2;
}
