// How fast facts are stored, beside RocksDB taking the same rows in the same batches, and how fast they are found.
//   store_bench FOLDER DOCUMENTS
// makes the store FOLDER/kg of generated documents, the same for the same number. Prints JSON lines; the last ones are
// questions as a command may ask them: {"by":"…","about":"…"}.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/query/query.h"
#include "claimgraph/query/timeline.h"
#include "claimgraph/store/store.h"
#include "generated_news.h"
#include "measure.h"
#include "store/db.h"
#include "store/rows.h"

namespace {

using namespace claimgraph;
using bench::GeneratedNews;

constexpr std::size_t kDocumentsAtOnce = 500;
constexpr std::size_t kWarmQuestions = 2000;
constexpr std::size_t kColdQuestions = 20;

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "store_bench: %s\n", dump(error).c_str());
  std::exit(1);
}
template <typename T>
T must(Result<T> result) {
  if (!result) stop(result.error());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// Resident memory of this process, in MiB; 0 where the system does not tell.
double resident_mib() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
}

double folder_bytes(const std::string& folder) {
  double out = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out += static_cast<double>(entry.file_size());
  return out;
}

struct LoadTimes {
  double ours = 0;
  double peer = 0;
  double bytes = 0;  // of keys and values
};

// What put() writes of a new document, its entities' sums aside: those are made of what is stored.
std::vector<store::Row> batch_of(const kg::Extraction& document) {
  const store::StoredDocument stored = store::stored_document(document, "f");
  auto rows = store::rows_of(stored);
  for (const auto& entity : stored.facts.entities) {
    rows.push_back({{store::Family::sums, store::entity_prefix(entity.id)},
                    store::encode_sum({.type = entity.type, .documents = 1, .names = {{entity.name, 1}}})});
  }
  rows.push_back({{store::Family::meta, std::string(store::kCountsKey)}, store::encode_counts({1, 2, 3, 4, 5})});
  return rows;
}

LoadTimes load(const std::string& folder, std::size_t documents) {
  LoadTimes out;
  GeneratedNews news(documents);
  auto ours = must(store::Store::open(folder + "/kg", {.mode = store::Mode::read_write, .create = true}));
  const auto peer = must(store::Db::open(folder + "/peer", store::Access::create));
  for (std::size_t first = 0; first < documents; first += kDocumentsAtOnce) {
    std::vector<kg::Extraction> some;
    std::vector<std::vector<store::Row>> batches;
    for (std::size_t i = first; i < std::min(documents, first + kDocumentsAtOnce); ++i) {
      some.push_back(news.document(i));
      batches.push_back(batch_of(some.back()));
      for (const auto& row : batches.back()) {
        out.bytes += static_cast<double>(row.at.key.size() + row.value.size());
      }
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

void print_load(const std::string& folder, std::size_t documents) {
  const LoadTimes times = load(folder, documents);
  const auto facts = static_cast<double>(documents * GeneratedNews::kFacts);
  bench::print("facts", facts, "facts");
  bench::print("bulk load", facts / times.ours, "facts/s", "RocksDB, the same batches", times.peer / times.ours);
  bench::print("bytes written a fact", times.bytes / facts, "bytes");
  bench::print("memory after the load, with the peer's", resident_mib(), "MiB");
  std::filesystem::remove_all(folder + "/peer");
  bench::print("disk a fact", folder_bytes(folder + "/kg") / facts, "bytes");
}

// The p50 and p99 of `ask`, which takes a number from 0, in milliseconds.
template <typename Ask>
void print_times(const std::string& name, std::size_t questions, const Ask& ask) {
  std::vector<double> times;
  for (std::size_t i = 0; i < questions; ++i) {
    const double begin = bench::seconds_now();
    ask(i);
    times.push_back(bench::seconds_now() - begin);
  }
  std::sort(times.begin(), times.end());
  bench::print(name + ", p50", times[times.size() / 2] * 1000, "ms");
  bench::print(name + ", p99", times[times.size() * 99 / 100] * 1000, "ms");
}

// Names of somebody, as often as the news speak of him.
struct Question {
  std::string by;
  std::string about;
};
std::vector<Question> questions(std::size_t documents) {
  GeneratedNews news(documents);
  std::vector<Question> out;
  for (std::size_t i = 0; i < kWarmQuestions; ++i) out.push_back({news.name(news.rank()), news.name(news.rank())});
  return out;
}

template <typename Answer>
void check(const Answer& answer) {
  // Somebody whom no document of a small store speaks of is an answer too.
  if (!answer && answer.error().code != ErrorCode::not_found) stop(answer.error());
}

void print_answers(const std::string& folder, std::size_t documents) {
  const auto store = must(store::Store::open(folder + "/kg", {}));
  const auto snapshot = store.snapshot();
  const auto asked = questions(documents);
  const auto pair = [&](std::size_t i) {
    check(query::claims(snapshot, {.by = asked[i].by, .about = asked[i].about, .page = {.limit = 20}}));
  };
  for (std::size_t i = 0; i < asked.size(); ++i) pair(i);  // warm
  print_times("claims --by X --about Y, warm", asked.size(), pair);
  constexpr std::size_t kFew = 200;
  print_times("claims --by X, warm", kFew,
              [&](std::size_t i) { check(query::claims(snapshot, {.by = asked[i].by, .page = {.limit = 20}})); });
  print_times("claims --by X --says word, warm", kFew, [&](std::size_t i) {
    check(query::claims(snapshot, {.by = asked[i].by, .says = fmt::format("word{}", i), .page = {.limit = 20}}));
  });
  print_times("stances --actor X --target Y since 2020, warm", kFew, [&](std::size_t i) {
    check(query::stances(snapshot, {.actor = asked[i].by,
                                    .target = asked[i].about,
                                    .filter = {.since = "2020", .min_confidence = 0.7},
                                    .page = {.limit = 20}}));
  });
  print_times("timeline --actor X --target Y, warm", kFew, [&](std::size_t i) {
    check(query::timeline(snapshot, {.actor = asked[i].by, .target = asked[i].about}));
  });
  bench::print("memory of a reader", resident_mib(), "MiB");
  for (std::size_t i = 0; i < kColdQuestions; ++i) {
    if (!query::resolve(snapshot, asked[i].by) || !query::resolve(snapshot, asked[i].about)) continue;
    fmt::print("{{\"by\":\"{}\",\"about\":\"{}\"}}\n", asked[i].by, asked[i].about);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: store_bench FOLDER DOCUMENTS\n");
    return 2;
  }
  const std::string folder = argv[1];
  const auto documents = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
  print_load(folder, documents);
  print_answers(folder, documents);
  return 0;
}
