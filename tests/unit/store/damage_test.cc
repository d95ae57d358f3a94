#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "claimgraph/store/store.h"
#include "generated.h"
#include "indexed_facts.h"
#include "store_folder.h"

// Bytes that are flipped or missing anywhere: the store says so, or answers as if nothing had happened because the
// bytes mean nothing. It never answers otherwise.
namespace claimgraph::store {
namespace {

namespace fs = std::filesystem;

constexpr int kDocuments = 30;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void put_documents(Store& store, int from, int to) {
  Generator generator(static_cast<std::uint64_t>(from) + 21);
  for (int i = from; i < to; ++i) REQUIRE(store.put(generator.extraction(fmt::format("a/{}", i)), "f").has_value());
}

// Every answer of a store in one string, or the error of the first read that fails.
class Answers {
 public:
  Result<std::string> of(const std::string& path) {
    const auto store = Store::open(path, {});
    if (!store) return fail(store.error());
    const Snapshot snapshot = store->snapshot();
    if (auto status = add_documents(snapshot); !status) return fail(status.error());
    if (auto status = add_entities(snapshot); !status) return fail(status.error());
    const auto stats = snapshot.stats();
    if (!stats) return fail(stats.error());
    return out_ + fmt::format("{} {} {} {} {} {}", stats->documents, stats->entities, stats->claims, stats->stances,
                              stats->first_published, stats->last_published);
  }

 private:
  Status add_documents(const Snapshot& snapshot) {
    std::vector<kg::DocumentId> ids;
    auto status = snapshot.documents([&](const DocumentFact& document) {
      ids.push_back(document.id);
      out_ += document.name + document.uri + document.title + document.published + document.fingerprint;
      return true;
    });
    if (!status) return status;
    for (const kg::DocumentId id : ids) {
      const auto text = snapshot.text(id);
      if (!text) return fail(text.error());
      out_ += *text;
    }
    return {};
  }
  Status add_entities(const Snapshot& snapshot) {
    std::vector<EntitySummary> entities;
    auto status = snapshot.entities([&](const EntitySummary& entity) {
      entities.push_back(entity);
      return true;
    });
    const auto claim = [&](const kg::ClaimFact& fact) {
      return add(dump_claim_id(fact.id) + fact.rule + fact.content);
    };
    const auto stance = [&](const kg::StanceFact& fact) { return add(dump_stance_id(fact.id) + fact.evidence); };
    for (const EntitySummary& entity : entities) {
      for (const auto index : {IndexPlace::Index::from, IndexPlace::Index::to}) {
        const IndexPlace place{.index = index, .from = entity.id, .to = entity.id};
        if (status) status = each(facts_at<kg::ClaimFact>(snapshot, place), claim);
        if (status) status = each(facts_at<kg::StanceFact>(snapshot, place), stance);
      }
      if (!status) return status;
      const auto named = snapshot.entities_named(entity.name);
      if (!named) return fail(named.error());
      out_ += fmt::format("{} {} {} {}", entity.name, entity.mentions, fmt::join(entity.aliases, ","), named->size());
    }
    if (status) status = snapshot.claims(claim);
    if (status) status = snapshot.stances(stance);
    return status;
  }
  template <typename Fact>
  static Status each(const Result<std::vector<Fact>>& facts, const auto& visit) {
    if (!facts) return fail(facts.error());
    for (const Fact& fact : *facts) visit(fact);
    return {};
  }
  bool add(const std::string& text) {
    out_ += text;
    return true;
  }

  std::string out_;
};

Result<std::string> answers_of(const StoreFolder& folder) { return Answers().of(folder.path()); }

// Corruption that names the store, or the right answers. True when it was corruption.
bool is_damaged(const StoreFolder& folder, const std::string& right) {
  const auto answers = answers_of(folder);
  if (answers) {
    const bool same = *answers == right;
    CHECK(same);
    return false;
  }
  CHECK_MESSAGE(answers.error().code == ErrorCode::corruption, dump(answers.error()));
  CHECK(answers.error().message.starts_with("store '" + folder.path() + "' is damaged: "));
  return true;
}

// A store that was closed, with all rows in sorted files.
void make_closed_store(const StoreFolder& folder) {
  Store store = folder.write();
  put_documents(store, 0, kDocuments);
}

// What the death of the writer leaves of a store after sync(): a log. There are no sorted files yet, so that RocksDB
// has nothing to do in the background and the copy is of one moment.
void make_killed_store(const StoreFolder& folder) {
  const StoreFolder alive;
  Store store = alive.write();
  put_documents(store, 0, kDocuments);
  REQUIRE(store.sync().has_value());
  alive.copy_to(folder);
}

TEST_CASE("damage: a shortened manifest is found before anything is opened for writing") {
  const StoreFolder whole;
  make_closed_store(whole);
  const std::string right = answers_of(whole).value();
  const std::string current = read_file(whole.file("CURRENT"));
  const std::string manifest = current.substr(0, current.size() - 1);
  const std::string bytes = read_file(whole.file(manifest));
  for (const std::size_t kept : {std::size_t{0}, bytes.size() / 3, bytes.size() * 6 / 10, bytes.size() - 1}) {
    CAPTURE(kept);
    const StoreFolder folder;
    whole.copy_to(folder);
    fs::resize_file(folder.file(manifest), kept);
    const std::string message = fmt::format("store '{}' is damaged: its file {} has {} bytes, but had {} already",
                                            folder.path(), manifest, kept, bytes.size());
    CHECK(Store::open(folder.path(), {}).error().message == message);
    CHECK(Store::open(folder.path(), {.mode = Mode::read_write, .create = true}).error().message == message);
    write_file(folder.file(manifest), bytes);  // nothing else was touched
    CHECK(answers_of(folder).value() == right);
  }
}

// Files that say how the store was once opened, and hold none of it.
bool is_by_the_way(const std::string& name) {
  return name.starts_with("OPTIONS") || name == "IDENTITY" || name == "LOCK";
}

std::vector<std::string> files_of(const StoreFolder& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    if (!is_by_the_way(name) && entry.file_size() > 0) out.push_back(name);
  }
  return out;
}

TEST_CASE("damage: flipped bytes of any file") {
  const StoreFolder closed;
  const StoreFolder killed;
  make_closed_store(closed);
  make_killed_store(killed);
  Generator generator(5);
  for (const StoreFolder* folder : {&closed, &killed}) {
    const std::string right = answers_of(*folder).value();
    for (const std::string& name : files_of(*folder)) {
      CAPTURE(name);
      const fs::path file = folder->file(name);
      const std::string bytes = read_file(file);
      for (int i = 0; i < 6; ++i) {
        const std::size_t at = generator.number(bytes.size());
        CAPTURE(at);
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << generator.number(8)));
        write_file(file, flipped);
        is_damaged(*folder, right);
      }
      write_file(file, bytes);
    }
    CHECK_FALSE(is_damaged(*folder, right));
  }
}

TEST_CASE("damage: a missing file") {
  const StoreFolder closed;
  const StoreFolder killed;
  make_closed_store(closed);
  make_killed_store(killed);
  for (const StoreFolder* folder : {&closed, &killed}) {
    const std::string right = answers_of(*folder).value();
    for (const std::string& name : files_of(*folder)) {
      CAPTURE(name);
      const fs::path file = folder->file(name);
      const std::string bytes = read_file(file);
      fs::remove(file);
      CHECK(is_damaged(*folder, right));
      write_file(file, bytes);
    }
  }
}

TEST_CASE("damage: every byte of the log, flipped or cut off") {
  const StoreFolder folder;
  make_killed_store(folder);
  const std::string right = answers_of(folder).value();
  const fs::path log = folder.file(".log");
  const std::string bytes = read_file(log);
  REQUIRE(bytes.size() > 1000);
  for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 60) {
    CAPTURE(at);
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    write_file(log, flipped);
    CHECK(is_damaged(folder, right));
    write_file(log, std::string_view(bytes).substr(0, at));
    CHECK(is_damaged(folder, right));
  }
}

TEST_CASE("damage: the half of a batch at the end of the log is no damage, and the batch was not there") {
  const StoreFolder alive;
  Store store = alive.write();
  put_documents(store, 0, 3);
  REQUIRE(store.sync().has_value());
  const StoreFolder before;
  alive.copy_to(before);
  put_documents(store, 3, 4);
  const StoreFolder after;
  alive.copy_to(after);
  const std::string right = answers_of(before).value();
  const std::string complete = answers_of(after).value();
  REQUIRE(right != complete);
  const std::string bytes = read_file(after.file(".log"));
  for (std::size_t size = read_file(before.file(".log")).size(); size < bytes.size(); size += 20) {
    CAPTURE(size);
    write_file(after.file(".log"), std::string_view(bytes).substr(0, size));
    CHECK(answers_of(after).value() == right);
  }
  CHECK(after.write().snapshot().stats()->documents == 3);
}

}  // namespace
}  // namespace claimgraph::store
