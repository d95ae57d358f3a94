// Trains the parser of models/en: see --help.
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <cblas.h>
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "nlp/model_file.h"
#include "nlp/training/checkpoint.h"
#include "nlp/training/quantise.h"
#include "nlp/training/recipe.h"
#include "nlp/training/treebank.h"
#include "nlp/training/vectors.h"

namespace claimgraph::nlp::training {
namespace {

struct Arguments {
  std::vector<std::string> treebanks, names, other_names, texts;
  std::string lexicons, vectors, work, out;
  std::size_t teachers = 2, teacher_epochs = 16, silver_epochs = 4, epochs = 12, state = 128;
  std::size_t vector_words = 45000;
  std::size_t only_teacher = 0;  // from 1; 0 for all and the student
  std::uint64_t seed = 1;
};

// The lexicons whose words are gazetteers, by the number of the list.
struct NameLexicon {
  const char* lexicon;
  Gazetteer gazetteer;
};
constexpr std::array kLexicons = {NameLexicon{"given_names", {0, WordsTaken::all}},
                                  NameLexicon{"people", {1, WordsTaken::last}},
                                  NameLexicon{"surnames", {1, WordsTaken::all}},
                                  NameLexicon{"countries", {2, WordsTaken::all}},
                                  NameLexicon{"capitals", {2, WordsTaken::all}},
                                  NameLexicon{"cities", {2, WordsTaken::all}},
                                  NameLexicon{"demonyms", {3, WordsTaken::all}},
                                  NameLexicon{"organisations", {4, WordsTaken::all}},
                                  NameLexicon{"organisation_heads", {5, WordsTaken::all}},
                                  NameLexicon{"roles", {6, WordsTaken::last}},
                                  NameLexicon{"titles", {6, WordsTaken::last}}};

struct Corpus {
  std::vector<Sentence> gold, silver;
};

template <typename... T>
void say(fmt::format_string<T...> format, T&&... values) {
  fmt::print(stderr, format, std::forward<T>(values)...);
  std::fputc('\n', stderr);
}

Result<Corpus> read_corpus(const Arguments& arguments) {
  Corpus data;
  for (const auto& path : arguments.treebanks) {
    auto sentences = load_treebank(path);
    if (!sentences) return fail(sentences.error());
    data.gold.insert(data.gold.end(), sentences->begin(), sentences->end());
  }
  for (const auto& path : arguments.names) {
    const auto matched = add_names(path, data.gold, &Sentence::names);
    if (!matched) return fail(matched.error());
    say("{}: names of {} sentences", path, *matched);
  }
  for (const auto& path : arguments.other_names) {
    const auto matched = add_names(path, data.gold, &Sentence::other_names);
    if (!matched) return fail(matched.error());
    say("{}: other names of {} sentences", path, *matched);
  }
  for (const auto& path : arguments.texts) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail({.code = ErrorCode::not_found, .message = fmt::format("cannot open '{}'", path)});
    // Documents are apart by a NUL.
    for (std::string document; std::getline(in, document, '\0');) {
      auto sentences = sentences_of(document);
      data.silver.insert(data.silver.end(), std::make_move_iterator(sentences.begin()),
                         std::make_move_iterator(sentences.end()));
    }
  }
  if (data.gold.empty()) return fail({.code = ErrorCode::invalid, .message = "the treebanks hold no sentence"});
  say("{} sentences of treebanks, {} of plain text", data.gold.size(), data.silver.size());
  return data;
}

Result<Inventory> read_inventory(const Arguments& arguments, const Corpus& data, bool with_text) {
  Inventory inventory =
      take_inventory(data.gold, with_text ? std::span<const Sentence>(data.silver) : std::span<const Sentence>(), {});
  if (!arguments.vectors.empty()) {
    if (auto added = add_vectors(arguments.vectors, arguments.vector_words, inventory); !added) {
      return fail(added.error());
    }
  }
  if (arguments.lexicons.empty()) return inventory;
  const auto ordinary = ordinary_words(data.gold);
  for (const auto& [lexicon, gazetteer] : kLexicons) {
    const auto path = std::filesystem::path(arguments.lexicons) / (std::string(lexicon) + ".tsv");
    if (auto added = add_gazetteer(path, gazetteer, ordinary, inventory); !added) {
      return fail(added.error());
    }
  }
  return inventory;
}

// Trains, or takes up what an earlier run left in the work folder.
Result<Network> trained(const Arguments& arguments, const std::string& name, const Recipe& recipe,
                        const Inventory& inventory, const Corpus& data, std::span<const Sentence> silver) {
  const std::uint64_t fingerprint = fingerprint_of(recipe, inventory, data.gold, silver);
  const auto checkpoint = std::filesystem::path(arguments.work) / (name + ".weights");
  if (!arguments.work.empty() && std::filesystem::exists(checkpoint)) {
    Random random(0);
    Network network(recipe.shape, inventory, random);
    if (const auto loaded = load(checkpoint, fingerprint, network); !loaded) return fail(loaded.error());
    say("{}: taken from {}", name, checkpoint.string());
    return network;
  }
  const auto begin = std::chrono::steady_clock::now();
  Network network = train(recipe, inventory, data.gold, silver, [&](const Progress& progress) {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    say("{}: epoch {} of {}, loss {:.3f}, {:.0f} s", name, progress.epoch, progress.epochs, progress.loss,
        seconds.count());
  });
  if (!arguments.work.empty()) {
    if (const auto saved = save(network, fingerprint, checkpoint); !saved) return fail(saved.error());
  }
  return network;
}

// Larger networks, alike but for their seeds, label the plain text.
Status label_text(const Arguments& arguments, Corpus& data) {
  if (data.silver.empty() || arguments.teachers == 0) return {};
  const auto inventory = read_inventory(arguments, data, false);
  if (!inventory) return fail(inventory.error());
  std::vector<Network> teachers;
  for (std::size_t i = 0; i < arguments.teachers; ++i) {
    if (arguments.only_teacher != 0 && arguments.only_teacher != i + 1) continue;
    const Recipe recipe{.shape = {.word = 128, .affix = 96, .shape = 32, .state = 192, .arc = 128, .relation = 160},
                        .dropout = {.embedding = 0.33F, .layer = 0.38F},
                        .epochs = arguments.teacher_epochs,
                        .seed = arguments.seed + 6 * (i + 1)};
    auto teacher = trained(arguments, fmt::format("teacher{}", i + 1), recipe, *inventory, data, {});
    if (!teacher) return fail(teacher.error());
    teachers.push_back(*std::move(teacher));
  }
  if (arguments.only_teacher != 0) return {};
  std::vector<const Network*> networks;
  for (const Network& teacher : teachers) networks.push_back(&teacher);
  label(networks, *inventory, data.silver);
  return {};
}

Status run(const Arguments& arguments) {
  auto data = read_corpus(arguments);
  if (!data) return fail(data.error());
  if (const auto labelled = label_text(arguments, *data); !labelled) return fail(labelled.error());
  if (arguments.only_teacher != 0) return {};
  const auto inventory = read_inventory(arguments, *data, true);
  if (!inventory) return fail(inventory.error());
  Recipe recipe{.epochs = arguments.epochs, .seed = arguments.seed};
  recipe.shape.state = arguments.state;
  // Plain text keeps it from learning the treebanks by heart; more dropout would only keep it from learning.
  if (!data->silver.empty()) recipe.dropout = {.embedding = 0.2F, .layer = 0.25F, .recurrent = 0.15F, .head = 0.2F};
  recipe.silver_epochs = data->silver.empty() ? 0 : arguments.silver_epochs;
  const auto network = trained(arguments, "student", recipe, *inventory, *data, data->silver);
  if (!network) return fail(network.error());
  std::vector<EncodedSentence> sample;
  for (std::size_t i = 0; i < data->gold.size(); i += 5) sample.push_back(encode(data->gold[i], *inventory));
  const std::string encoded = encode_model(quantised(*network, *inventory, sample));
  std::ofstream out(arguments.out, std::ios::binary);
  out << encoded;
  out.close();
  if (!out) return fail({.code = ErrorCode::io, .message = fmt::format("cannot write '{}'", arguments.out)});
  say("{}: {} bytes", arguments.out, encoded.size());
  return {};
}

}  // namespace
}  // namespace claimgraph::nlp::training

int main(int argc, char** argv) {
  using namespace claimgraph;
  using namespace claimgraph::nlp::training;
  CLI::App app("Trains the network that tags, parses and finds names, and writes it as a model file.");
  Arguments arguments;
  app.add_option("treebanks", arguments.treebanks, "Treebanks in CoNLL-U, plain or gzip")->required();
  app.add_option("--out", arguments.out, "The model file to write")->required();
  app.add_option("--names", arguments.names, "Names over sentences of the treebanks: word and BIO label a line");
  app.add_option("--other-names", arguments.other_names,
                 "Likewise by other guidelines, which help but are not followed");
  app.add_option("--text", arguments.texts,
                 "Plain text, documents apart by a NUL, that larger networks label for the one that is written");
  app.add_option("--lexicons", arguments.lexicons, "The folder of the lexicons whose words tell names");
  app.add_option("--vectors", arguments.vectors, "Vectors of words: lines of a word and numbers, the commonest first");
  app.add_option("--vector-words", arguments.vector_words,
                 "How many of them to take besides those of words met in training")
      ->capture_default_str();
  app.add_option("--work", arguments.work, "A folder for finished networks, so that a training can be taken up again");
  app.add_option("--teachers", arguments.teachers, "Larger networks")->capture_default_str();
  app.add_option("--only-teacher", arguments.only_teacher,
                 "Train the n-th of them into the work folder and stop, so that several processes share the work")
      ->capture_default_str();
  app.add_option("--teacher-epochs", arguments.teacher_epochs, "Epochs of each of them")->capture_default_str();
  app.add_option("--silver-epochs", arguments.silver_epochs, "Epochs over labelled text and treebanks together")
      ->capture_default_str();
  app.add_option("--epochs", arguments.epochs, "Epochs over the treebanks alone, after that")->capture_default_str();
  app.add_option("--state", arguments.state, "Size of the states: a multiple of 4")
      ->capture_default_str()
      ->check(CLI::Range(4, 512))
      ->check([](const std::string& text) { return std::stoul(text) % 4 == 0 ? "" : "must be a multiple of 4"; });
  app.add_option("--seed", arguments.seed, "Where random numbers begin")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  openblas_set_num_threads(1);  // sums in one order, whatever the machine
  const auto done = run(arguments);
  if (done) return 0;
  fmt::print(stderr, "{}\n", dump(done.error()));
  return 1;
}
