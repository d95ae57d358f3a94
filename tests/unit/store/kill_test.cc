#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>

#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "claimgraph/store/store.h"
#include "generated.h"
#include "store/open.h"
#include "store/rows.h"
#include "store/tally.h"
#include "store_folder.h"

// Writers that are killed in the middle of their work, and readers beside them. RocksDB's threads do not survive a
// fork, so this process never opens a store: each writer and each check is a process of its own, and what they have to
// say is how they end.
namespace claimgraph::store {
namespace {

constexpr int kDocuments = 12;
constexpr std::uint64_t kSeed = 31;

// The change number `number` of a store, from 1: the same in every process.
struct Step {
  std::string document;
  std::optional<kg::Extraction> put;  // nothing: the document is removed
};
Step step(std::uint64_t number) {
  Generator generator(kSeed + number);
  Step out{.document = fmt::format("a/{}", generator.number(kDocuments))};
  // A removal must change something to count, so the document of a removal was put the step before.
  if (number % 5 == 0) {
    out.document = step(number - 1).document;
  } else {
    out.put = generator.extraction(out.document);
  }
  return out;
}

// The rows of a store after the first `steps`, by key, without asking a store.
std::vector<Row> rows_after(std::uint64_t steps) {
  std::map<std::string, kg::Extraction> documents;
  for (std::uint64_t i = 1; i <= steps; ++i) {
    Step next = step(i);
    if (next.put) {
      documents.insert_or_assign(next.document, *std::move(next.put));
    } else {
      documents.erase(next.document);
    }
  }
  std::map<RowKey, std::string> rows;
  std::map<kg::EntityId, EntityTally> entities;
  const auto add_rows = [&](std::vector<Row> more) {
    for (Row& row : more) rows.emplace(std::move(row.at), std::move(row.value));
  };
  for (const auto& [id, extraction] : documents) {
    const StoredDocument document = stored_document(extraction, "f");
    add_rows(rows_of(document));
    for (const auto& entity : document.facts.entities) add(entities[entity.id], entity, date_of(document));
    for (const auto& [entity, counts] : count_facts(document.facts)) add(entities[entity].sum.facts, counts);
  }
  for (const auto& [id, tally] : entities) add_rows(rows_of(id, tally.sum, tally.aliases));
  std::vector<Row> out;
  for (auto& [at, value] : rows) out.push_back({at, value});
  return out;
}

[[noreturn]] void die(const std::string& why) {
  fmt::print(stderr, "{}\n", why);
  std::_Exit(1);
}

std::uint64_t generation_of(const std::string& path) {
  const auto db = open_database(path, {});
  if (!db) die(dump(db.error()));
  const auto counts = load_counts(Moment(*db));
  if (!counts) die(dump(counts.error()));
  return counts->generation;
}

// Goes on with the steps of the store at `path` for good, closing and opening it now and then, and writes a byte to
// `acknowledge` after each.
[[noreturn]] void write_steps(const std::string& path, int acknowledge) {
  for (;;) {
    auto store = Store::open(path, {.mode = Mode::read_write, .create = true});
    if (!store) die(dump(store.error()));
    const std::uint64_t done = generation_of(path);
    for (std::uint64_t i = done + 1; i <= done + 60; ++i) {
      const Step next = step(i);
      const auto status = next.put ? store->put(*next.put, "f") : Status();
      if (!status) die(dump(status.error()));
      if (!next.put && !store->remove(next.document).value_or(false)) die("nothing was removed");
      if (::write(acknowledge, "+", 1) != 1) die("cannot acknowledge");
    }
  }
}

// The store at `path` is what its steps so far make of it, and these are at least `least`: nothing acknowledged is
// lost, no step is there by halves, and the indexes agree with the facts.
void check_store(const std::string& path, std::uint64_t least) {
  auto db = open_database(path, {});
  if (!db) die(dump(db.error()));
  const auto counts = load_counts(Moment(*db));
  if (!counts) die(dump(counts.error()));
  if (counts->generation < least) die(fmt::format("{} steps of {} are there", counts->generation, least));
  std::vector<Row> rows;
  for (std::size_t i = 1; i < kFamilyNames.size(); ++i) {
    const Family family{static_cast<std::uint8_t>(i)};
    const auto status = Moment(*db).scan(family, "", [&](std::string_view key, std::string_view value) -> Result<bool> {
      rows.push_back({{family, std::string(key)}, std::string(value)});
      return true;
    });
    if (!status) die(dump(status.error()));
  }
  if (rows != rows_after(counts->generation)) die(fmt::format("not the rows of step {}", counts->generation));
}

// A process that runs `work`, and ends with 0 when it returns. Killed when this goes.
class Process {
 public:
  explicit Process(const std::function<void()>& work) : id_(::fork()) {
    if (id_ != 0) return;
    work();
    std::_Exit(0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (id_ > 0) kill();
  }
  void kill() {
    ::kill(id_, SIGKILL);
    wait();
  }
  // Whether it ended with 0.
  bool wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_;
};

class Pipe {
 public:
  Pipe() { REQUIRE(::pipe(ends_) == 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    ::close(ends_[0]);
    close_writing();
  }
  int writing() const { return ends_[1]; }
  void close_writing() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }
  // Waits for `most` bytes; fewer when all writers have gone.
  std::uint64_t take(std::uint64_t most) const {
    std::uint64_t taken = 0;
    char byte = 0;
    while (taken < most && ::read(ends_[0], &byte, 1) == 1) ++taken;
    return taken;
  }

 private:
  int ends_[2] = {-1, -1};
};

TEST_CASE("kill -9: everything acknowledged is there, nothing is there by halves, and the work goes on") {
  const StoreFolder folder;
  Generator generator(41);
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    Pipe pipe;
    Process writer([&] { write_steps(folder.path(), pipe.writing()); });
    pipe.close_writing();
    const std::uint64_t wanted = 1 + generator.number(90);
    const std::uint64_t taken = pipe.take(wanted);
    CHECK(taken == wanted);
    writer.kill();
    acknowledged += taken + pipe.take(~std::uint64_t{0});
    CHECK(Process([&] { check_store(folder.path(), acknowledged); }).wait());
  }
}

TEST_CASE("kill -9: in the middle of making a store") {
  Generator generator(43);
  for (int round = 0; round < 6; ++round) {
    const StoreFolder folder;
    {
      Process maker([&] { static_cast<void>(Store::open(folder.path(), {.mode = Mode::read_write, .create = true})); });
      for (std::size_t spin = generator.number(8'000'000); spin > 0; --spin) asm volatile("");
      maker.kill();
    }
    CHECK(Process([&] {
            auto store = Store::open(folder.path(), {.mode = Mode::read_write, .create = true});
            if (!store) die(dump(store.error()));
            if (!store->put(*step(1).put, "f")) die("cannot put");
          }).wait());
    CHECK(Process([&] { check_store(folder.path(), 1); }).wait());
  }
}

TEST_CASE("a reader in another process sees one moment of a store that is written to") {
  const StoreFolder folder;
  Pipe pipe;
  Process writer([&] { write_steps(folder.path(), pipe.writing()); });
  pipe.close_writing();
  std::uint64_t acknowledged = pipe.take(1);
  for (int round = 0; round < 4; ++round) {
    CHECK(Process([&] {
            for (int i = 0; i < 10; ++i) check_store(folder.path(), acknowledged);
          }).wait());
    acknowledged += pipe.take(40);
  }
  writer.kill();
}

}  // namespace
}  // namespace claimgraph::store
