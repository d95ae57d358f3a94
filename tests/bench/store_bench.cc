// How fast facts are stored, beside RocksDB taking the same rows in the same batches, and how fast they are found.
//   store_bench FOLDER DOCUMENTS
// makes the store FOLDER/kg of generated documents, the same for the same number. Prints JSON lines.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"
#include "measure.h"
#include "store/db.h"
#include "store/rows.h"

namespace {

using namespace claimgraph;

constexpr std::size_t kDocumentsAtOnce = 500;
constexpr std::size_t kFactsADocument = 10;  // half of them claims, half stances
constexpr std::size_t kWarmQuestions = 1000;

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "store_bench: %s\n", dump(error).c_str());
  std::exit(1);
}
template <typename T>
T must(Result<T> result) {
  if (!result) stop(result.error());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// Articles in facts: who speaks of whom follows a power law, as in the news.
class Generator {
 public:
  explicit Generator(std::size_t documents) : entities_(std::max<std::size_t>(documents / 10, 10)) {}

  kg::Extraction document(std::size_t number) {
    kg::Extraction out;
    out.source = {
        .id = fmt::format("https://news.example/{}", number),
        .title = fmt::format("Article {}", number),
        .publisher = fmt::format("Paper {}", random_() % 50),
        .published = fmt::format("20{:02}-{:02}-{:02}", random_() % 25, random_() % 12 + 1, random_() % 28 + 1)};
    for (std::size_t i = 0; i < kFactsADocument / 2; ++i) add_facts(out);
    return out;
  }
  static std::string name(std::size_t rank) { return fmt::format("Body {}", rank); }
  // The rank of an entity; the first ones are the most spoken of.
  std::size_t rank() {
    const double share = static_cast<double>(random_() >> 11) * 0x1p-53;
    return static_cast<std::size_t>(std::pow(static_cast<double>(entities_), share)) - 1;
  }

 private:
  kg::EntityIndex entity(kg::Extraction& out) {
    const std::string wanted = name(rank());
    for (std::uint32_t i = 0; i < out.entities.size(); ++i) {
      if (out.entities[i].name == wanted) return kg::EntityIndex{i};
    }
    out.entities.push_back({.name = wanted, .type = kg::EntityType::organisation});
    return kg::EntityIndex{static_cast<std::uint32_t>(out.entities.size() - 1)};
  }

  void add_facts(kg::Extraction& out) {
    const kg::EntityIndex who = entity(out), whom = entity(out);
    const auto begin = static_cast<std::uint32_t>(out.source.text.size());
    out.source.text += fmt::format("word{} of word{} and word{} must go on with it. ", random_() % 5000,
                                   random_() % 5000, random_() % 500);
    const Span content{begin, static_cast<std::uint32_t>(out.source.text.size())};
    const double confidence = static_cast<double>(random_() % 50 + 50) / 100;
    out.claims.push_back({.source = who,
                          .content_spans = {content},
                          .about = {whom},
                          .rule = fmt::format("en/rule-{}", random_() % 30),
                          .confidence = confidence});
    out.stances.push_back({.actor = who,
                           .position = static_cast<kg::Position>(random_() % 3),
                           .target = whom,
                           .according_to = who,
                           .evidence_spans = {content},
                           .rule = fmt::format("en/rule-{}", random_() % 30),
                           .confidence = confidence});
  }

  std::size_t entities_;
  std::mt19937_64 random_{17};
};

struct LoadTimes {
  double ours = 0;
  double peer = 0;
  std::size_t bytes = 0;  // of keys and values
};

// The rows of a batch, as put() makes them of a new document.
std::vector<store::Row> batch_of(const kg::Extraction& document) {
  auto rows = store::rows_of(store::stored_document(document, "f"));
  rows.push_back({{store::Family::meta, std::string(store::kCountsKey)}, store::encode_counts({1, 2, 3, 4, 5})});
  return rows;
}

LoadTimes load(const std::string& folder, std::size_t documents) {
  LoadTimes out;
  Generator generator(documents);
  auto ours = must(store::Store::open(folder + "/kg", {.mode = store::Mode::read_write, .create = true}));
  const auto peer = must(store::Db::open(folder + "/peer", store::Access::create));
  for (std::size_t first = 0; first < documents; first += kDocumentsAtOnce) {
    std::vector<kg::Extraction> some;
    std::vector<std::vector<store::Row>> batches;
    for (std::size_t i = first; i < std::min(documents, first + kDocumentsAtOnce); ++i) {
      some.push_back(generator.document(i));
      batches.push_back(batch_of(some.back()));
      for (const auto& row : batches.back()) out.bytes += row.at.key.size() + row.value.size();
    }
    double begin = bench::seconds_now();
    for (const auto& document : some) must(ours.put(document, "f"));
    out.ours += bench::seconds_now() - begin;
    begin = bench::seconds_now();
    for (const auto& batch : batches) must(peer->write({}, batch));
    out.peer += bench::seconds_now() - begin;
  }
  double begin = bench::seconds_now();
  must(ours.sync());
  out.ours += bench::seconds_now() - begin;
  begin = bench::seconds_now();
  must(peer->sync());
  out.peer += bench::seconds_now() - begin;
  return out;
}

void print_warm(const std::string& folder, std::size_t documents) {
  const auto store = must(store::Store::open(folder + "/kg", {}));
  const auto snapshot = store.snapshot();
  Generator generator(documents);
  std::vector<double> times;
  for (std::size_t i = 0; i < kWarmQuestions; ++i) {
    const query::ClaimQuery question{
        .by = Generator::name(generator.rank()), .about = Generator::name(generator.rank()), .limit = 20};
    const double begin = bench::seconds_now();
    // Somebody whom nobody speaks of is an answer too.
    const auto answer = query::claims(snapshot, question);
    times.push_back(bench::seconds_now() - begin);
    if (!answer && answer.error().code != ErrorCode::not_found) stop(answer.error());
    if (times.size() > 20 && bench::seconds_now() - begin > 1) break;  // a thousand would take too long
  }
  std::sort(times.begin(), times.end());
  bench::print("claims --by X --about Y, warm, p50", times[times.size() / 2] * 1000, "ms");
  bench::print("claims --by X --about Y, warm, p99", times[times.size() * 99 / 100] * 1000, "ms");
}

void print_pair(const std::string& folder, std::size_t documents) {
  const auto store = must(store::Store::open(folder + "/kg", {}));
  const auto snapshot = store.snapshot();
  Generator generator(documents);
  std::vector<double> times;
  const auto id = [&] { return kg::entity_id(kg::EntityType::organisation, Generator::name(generator.rank())); };
  for (std::size_t i = 0; i < kWarmQuestions; ++i) {
    const auto source = id(), about = id();
    const double begin = bench::seconds_now();
    must(snapshot.claims_between(source, about, [](const kg::ClaimFact&) { return true; }));
    times.push_back(bench::seconds_now() - begin);
  }
  std::sort(times.begin(), times.end());
  bench::print("claims of a pair by index, warm, p50", times[times.size() / 2] * 1000, "ms");
  bench::print("claims of a pair by index, warm, p99", times[times.size() * 99 / 100] * 1000, "ms");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: store_bench FOLDER DOCUMENTS\n");
    return 2;
  }
  const std::string folder = argv[1];
  const auto documents = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
  const LoadTimes times = load(folder, documents);
  const auto facts = static_cast<double>(documents * kFactsADocument);
  bench::print("bulk load", facts / times.ours, "facts/s", "RocksDB, the same batches", times.peer / times.ours);
  bench::print("bytes stored a fact", static_cast<double>(times.bytes) / facts, "bytes");
  print_pair(folder, documents);
  print_warm(folder, documents);
  return 0;
}
