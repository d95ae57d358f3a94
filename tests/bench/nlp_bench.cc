// Tokens a second of the linguistic analysis, stage by stage, over one text on one core. Prints JSON lines.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/nlp/analyser.h"
#include "claimgraph/text/segmenter.h"

namespace {

using namespace claimgraph;

constexpr int kRounds = 7;

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The median time of several rounds of `work`, in seconds.
template <typename Work>
double median_seconds(const Work& work) {
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    const double begin = seconds_now();
    work();
    times.push_back(seconds_now() - begin);
  }
  std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
  return times[kRounds / 2];
}

void print(const char* name, double value, const char* unit) {
  fmt::print("{{\"name\":\"{}\",\"value\":{:.6g},\"unit\":\"{}\",\"peer\":null,\"ratio\":null}}\n", name, value, unit);
}

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
