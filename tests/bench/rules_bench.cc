// Sentences a second of rules over texts that are analysed already, on one core: the shipped rules, and the same with
// generated ones up to 2,000, each of which waits for a lemma of its own. Prints JSON lines.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/nlp/analyser.h"
#include "claimgraph/rules/rule_set.h"
#include "measure.h"

namespace {

using namespace claimgraph;

constexpr std::size_t kManyRules = 2000;
constexpr int kCopies = 8;  // of each text

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Verbs and nouns of the word list, whatever the shipped rules say of them: many stand in the texts, so that the rules
// that wait for them do start and match.
std::vector<std::string> lemmas_of(const std::filesystem::path& words) {
  std::ifstream in(words);
  std::set<std::string> out;
  for (std::string line; std::getline(in, line);) {
    const auto form_end = line.find('\t'), upos_end = line.find('\t', form_end + 1);
    if (upos_end == std::string::npos) continue;
    const std::string upos = line.substr(form_end + 1, upos_end - form_end - 1);
    const std::string lemma = line.substr(upos_end + 1, line.find('\t', upos_end + 1) - upos_end - 1);
    const bool is_plain = lemma.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    if ((upos == "VERB" || upos == "NOUN") && is_plain && lemma.size() > 2) out.insert(lemma);
  }
  return {out.begin(), out.end()};
}

// A rule in one of the two languages.
std::string generated_rule(std::size_t number, const std::string& lemma) {
  if (number % 2 == 0) {
    return fmt::format(
        "  - name: generated-{}\n    priority: 99\n    emit: {{kind: attribution}}\n    tree: |\n"
        "      cue = [lemma={}]\n      source = >nsubj\n      content = >{{ccomp, xcomp}}\n",
        number, lemma);
  }
  return fmt::format(
      "  - name: generated-{}\n    priority: 99\n    emit: {{kind: attribution}}\n"
      "    pattern: (?<source> @NP) (?<cue> [lemma={}]) that (?<content> []+)\n",
      number, lemma);
}

struct Grammar {
  rules::RuleSet rules;
  nlp::Analyser analyser;
  std::vector<text::Document> texts;

  std::vector<nlp::AnnotatedDocument> analysed() const {
    std::vector<nlp::AnnotatedDocument> out;
    for (const auto& text : texts) out.push_back(analyser.analyse(text));
    return out;
  }
};

struct Inputs {
  std::filesystem::path rules, model, texts;
};

std::unique_ptr<Grammar> load(const std::filesystem::path& folder, const Inputs& inputs) {
  Diagnostics findings;
  auto rules = rules::load(folder, findings);
  auto words = nlp::WordModel::load(inputs.model / "words.tsv");
  auto parser = nlp::Parser::load(inputs.model / "parser.model");
  if (!rules || !words || !parser) {
    for (const auto& finding : findings.all()) fmt::print(stderr, "{}\n", dump(finding));
    return nullptr;
  }
  nlp::Analyser analyser(std::make_shared<const nlp::WordModel>(*std::move(words)),
                         std::make_shared<const nlp::Parser>(*std::move(parser)), rules->vocabulary);
  auto out = std::make_unique<Grammar>(Grammar{*std::move(rules), std::move(analyser), {}});
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(inputs.texts)) {
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  }
  for (const auto& path : paths) {
    for (int copy = 0; copy < kCopies; ++copy) {
      out->texts.push_back({.id = path.filename().string(), .text = read(path)});
    }
  }
  return out;
}

std::size_t sentences_of(const Grammar& grammar) {
  std::size_t out = 0;
  for (const auto& document : grammar.analysed()) out += document.sentences.size();
  return out;
}

double sentences_a_second(const Grammar& grammar, std::size_t sentences) {
  extract::Extractor extractor(grammar.rules);
  std::vector<nlp::AnnotatedDocument> documents;
  const double seconds = bench::median_seconds([&] { documents = grammar.analysed(); },
                                               [&] {
                                                 for (auto& document : documents)
                                                   extractor.extract(std::move(document));
                                               });
  return static_cast<double>(sentences) / seconds;
}

int run(const Inputs& inputs) {
  const auto shipped = load(inputs.rules, inputs);
  const std::size_t sentences = shipped ? sentences_of(*shipped) : 0;
  if (sentences == 0) return 2;
  const auto folder =
      std::filesystem::temp_directory_path() / fmt::format("rules_bench_{}", shipped->rules.fingerprint);
  std::filesystem::remove_all(folder);
  std::filesystem::copy(inputs.rules, folder, std::filesystem::copy_options::recursive);
  {
    std::ofstream out(folder / "generated.yaml");
    out << "namespace: generated\nrules:\n";
    const auto lemmas = lemmas_of(inputs.model / "words.tsv");
    for (std::size_t i = 0; i + shipped->rules.rules.size() < kManyRules; ++i) {
      out << generated_rule(i, lemmas[i % lemmas.size()]);
    }
  }
  const auto many = load(folder, inputs);
  std::filesystem::remove_all(folder);
  if (!many) return 2;
  const double few_rate = sentences_a_second(*shipped, sentences), many_rate = sentences_a_second(*many, sentences);
  const auto few_name = fmt::format("{} rules", shipped->rules.rules.size());
  bench::print("sentences", static_cast<double>(sentences), "sentences");
  bench::print(few_name, few_rate, "sentences/s");
  bench::print(fmt::format("{} rules", many->rules.rules.size()), many_rate, "sentences/s", few_name,
               many_rate / few_rate);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4) return run({.rules = argv[1], .model = argv[2], .texts = argv[3]});
  fmt::print(stderr, "usage: rules_bench RULES MODEL TEXTS: folders of rules, of a model and of texts\n");
  return 2;
}
