#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rocksdb/db.h>

#include "claimgraph/store/store.h"
#include "generated.h"
#include "store/seal.h"
#include "store/values.h"
#include "store_folder.h"

namespace claimgraph::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDamageHint = "do not write to it; restore a backup, or build it anew from the articles";
constexpr const char* kVersionHint = "use the claimgraph that made it, or build it anew from the articles";

// The error of opening `path`, which must fail, without the path: "kg" stands for it.
Error error_of_open(const std::string& path, const OpenOptions& options) {
  auto store = Store::open(path, options);
  REQUIRE_FALSE(store.has_value());
  Error error = store.error();
  const auto at = error.message.find(path);
  if (at != std::string::npos) error.message.replace(at, path.size(), "kg");
  return error;
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void make_store(const StoreFolder& folder) {
  CHECK(folder.write().put(Generator(3).extraction("a/1"), "").has_value());
}

void make_other_database(const std::string& path) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  REQUIRE(rocksdb::DB::Open(options, path, &db).ok());
  const std::unique_ptr<rocksdb::DB> closed(db);
}

void set_meta(const StoreFolder& folder, std::string_view key, const std::string& value) {
  make_store(folder);
  auto db = Db::open(folder.path(), Access::write);
  REQUIRE(db.has_value());
  REQUIRE((*db)->write({}, {{{Family::meta, std::string(key)}, value}}).has_value());
}

struct Case {
  const char* what;
  void (*prepare)(const StoreFolder&);
  Error want;
};

const Case kCases[] = {
    {"nothing there",
     [](const StoreFolder&) {},
     {.code = ErrorCode::not_found,
      .message = "there is no store at 'kg'",
      .hint = "`claimgraph build --store FOLDER ARTICLES` makes one"}},
    {"an empty folder",
     [](const StoreFolder& f) { fs::create_directory(f.path()); },
     {.code = ErrorCode::not_found,
      .message = "there is no store at 'kg'",
      .hint = "`claimgraph build --store FOLDER ARTICLES` makes one"}},
    {"killed while making it",
     [](const StoreFolder& f) {
       fs::create_directory(f.path());
       REQUIRE(save_seal(f.path(), {.format_version = kFormatVersion}).has_value());
     },
     {.code = ErrorCode::not_found,
      .message = "there is no store at 'kg' yet: the making of it was interrupted",
      .hint = "`claimgraph build --store FOLDER ARTICLES` makes one"}},
    {"a file",
     [](const StoreFolder& f) { write_file(f.path(), "x"); },
     {.code = ErrorCode::invalid,
      .message = "'kg' is not a store: it is a file",
      .hint = "give the folder of a store, or a new one"}},
    {"other files",
     [](const StoreFolder& f) {
       fs::create_directory(f.path());
       write_file(f.path() + "/article.txt", "x");
     },
     {.code = ErrorCode::invalid,
      .message = "'kg' is not a store: it is a folder of other files",
      .hint = "give the folder of a store, or a new one"}},
    {"another RocksDB database",
     [](const StoreFolder& f) { make_other_database(f.path()); },
     {.code = ErrorCode::invalid,
      .message = "'kg' is not a store: it is the database of another program",
      .hint = "give the folder of a store, or a new one"}},
    {"another database that is damaged",
     [](const StoreFolder& f) {
       make_other_database(f.path());
       write_file(f.path() + "/CURRENT", "MANIFEST-999999\n");
     },
     {.code = ErrorCode::invalid,
      .message = "'kg' is not a store: it is a database that cannot be read",
      .hint = "give the folder of a store, or a new one"}},
    {"no seal",
     [](const StoreFolder& f) {
       make_store(f);
       fs::remove(f.file("SEAL"));
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: its file SEAL is missing",
      .hint = kDamageHint}},
    {"a damaged seal",
     [](const StoreFolder& f) {
       make_store(f);
       write_file(f.file("SEAL"), "claimgraph store\n");
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: its SEAL has a wrong checksum",
      .hint = kDamageHint}},
    {"a seal of another version",
     [](const StoreFolder& f) {
       make_store(f);
       REQUIRE(save_seal(f.path(), {.format_version = 4, .generation = 1, .manifest = {5, 1}}).has_value());
     },
     {.code = ErrorCode::version,
      .message = "store 'kg' has format version 4, but this claimgraph reads version 3",
      .hint = kVersionHint}},
    {"rows of another version",
     [](const StoreFolder& f) { set_meta(f, kFormatVersionKey, encode_format_version(4)); },
     {.code = ErrorCode::version,
      .message = "store 'kg' has format version 4, but this claimgraph reads version 3",
      .hint = kVersionHint}},
    {"a version that is no number",
     [](const StoreFolder& f) { set_meta(f, kFormatVersionKey, ""); },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: in default at key 666f726d61745f76657273696f6e: a number runs past the end "
                 "before byte 0 of 0",
      .hint = kDamageHint}},
    {"counts that are none",
     [](const StoreFolder& f) { set_meta(f, kCountsKey, "\2"); },
     {.code = ErrorCode::corruption,
      .message =
          "store 'kg' is damaged: in default at key 636f756e7473: value version 2 instead of 1 before byte 1 of 1",
      .hint = kDamageHint}},
    {"no CURRENT",
     [](const StoreFolder& f) {
       make_store(f);
       fs::remove(f.file("CURRENT"));
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: its file CURRENT is missing",
      .hint = kDamageHint}},
    {"a CURRENT that names nothing",
     [](const StoreFolder& f) {
       make_store(f);
       write_file(f.file("CURRENT"), "MANIFEST-");
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: its file CURRENT names no manifest",
      .hint = kDamageHint}},
    {"an older manifest",
     [](const StoreFolder& f) {
       make_store(f);
       write_file(f.path() + "/MANIFEST-000001", "x");
       write_file(f.file("CURRENT"), "MANIFEST-000001\n");
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: its file CURRENT names manifest 1, but manifest 5 was in use already",
      .hint = kDamageHint}},
    {"changes that are gone",
     [](const StoreFolder& f) {
       make_store(f);
       REQUIRE(
           save_seal(f.path(), {.format_version = kFormatVersion, .generation = 7, .manifest = {1, 1, 1}}).has_value());
     },
     {.code = ErrorCode::corruption,
      .message = "store 'kg' is damaged: it holds 1 changes, but 7 were stored already",
      .hint = kDamageHint}},
};

TEST_CASE("open: what is not a store of ours is refused, for reading and for writing, and left as it is") {
  for (const Case& c : kCases) {
    CAPTURE(c.what);
    const StoreFolder folder;
    c.prepare(folder);
    CHECK(error_of_open(folder.path(), {}) == c.want);
    CHECK(error_of_open(folder.path(), {.mode = Mode::read_write}) == c.want);
    if (c.want.code == ErrorCode::not_found) continue;
    CHECK(error_of_open(folder.path(), {.mode = Mode::read_write, .create = true}) == c.want);
  }
}

TEST_CASE("open: a folder without a store can be made one, also after a kill in the middle of it") {
  for (const Case& c : kCases) {
    if (c.want.code != ErrorCode::not_found) continue;
    CAPTURE(c.what);
    const StoreFolder folder;
    c.prepare(folder);
    CHECK(folder.write().put(Generator(3).extraction("a/1"), "").has_value());
    CHECK(folder.read().snapshot().stats()->documents == 1);
  }
  const StoreFolder folder;
  fs::create_directory(folder.path());
  write_file(folder.path() + "/SEAL.new", "claimgr");
  CHECK(folder.write().snapshot().stats()->documents == 0);
}

TEST_CASE("open: folders above it are made too, and a slash at the end does not matter") {
  const StoreFolder folder;
  const std::string path = folder.path() + "/a/b/";
  CHECK(Store::open(path, {.mode = Mode::read_write, .create = true}).has_value());
  CHECK(Store::open(folder.path() + "/a/b", {}).has_value());
}

TEST_CASE("open: a second writer is refused, readers are not, and see what was there when they opened") {
  const StoreFolder folder;
  Store store = folder.write();
  CHECK(error_of_open(folder.path(), {.mode = Mode::read_write}) ==
        Error{.code = ErrorCode::locked,
              .message = "cannot open store 'kg': it is locked by another process",
              .hint = "is another claimgraph writing to it?"});
  const Store empty = folder.read();
  CHECK(store.put(Generator(3).extraction("a/1"), "").has_value());
  const Store reader = folder.read();
  CHECK(store.put(Generator(3).extraction("a/2"), "").has_value());
  CHECK(empty.snapshot().stats()->documents == 0);
  CHECK(reader.snapshot().stats()->documents == 1);
  CHECK(store.snapshot().stats()->documents == 2);
}

TEST_CASE("open: a reader changes no file") {
  const StoreFolder folder;
  make_store(folder);
  const auto listing = [&] {
    std::map<std::string, fs::file_time_type> out;
    for (const auto& entry : fs::directory_iterator(folder.path())) out[entry.path()] = entry.last_write_time();
    return out;
  };
  const auto before = listing();
  for (int i = 0; i < 3; ++i) CHECK(folder.read().snapshot().stats()->documents == 1);
  const bool unchanged = listing() == before;
  CHECK(unchanged);
}

TEST_CASE("parse_seal: the inverse of dump(); every flipped bit is found") {
  const Seal seal{.format_version = kFormatVersion, .generation = 120, .manifest = {5, 1234, 99}};
  const std::string text = dump(seal);
  CHECK(text ==
        "claimgraph store\nformat_version 3\ngeneration 120\nmanifest_number 5\nmanifest_bytes 1234\n"
        "manifest_checksum 99\n"
        "checksum " +
            text.substr(text.size() - 17));
  CHECK(parse_seal(text).value() == seal);
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    std::string flipped = text;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    CHECK(parse_seal(flipped).error().code == ErrorCode::corruption);
  }
  for (std::size_t size = 0; size < text.size(); ++size) {
    CHECK(parse_seal(text.substr(0, size)).error().code == ErrorCode::corruption);
  }
}

TEST_CASE("open: what looks wrong beside a writer is the writer's doing") {
  const StoreFolder folder;
  const Store writer = folder.write();
  const auto current = folder.file("CURRENT");
  const auto away = current.parent_path() / "elsewhere";
  const auto code = [&](Mode mode) { return Store::open(folder.path(), {.mode = mode}).error().code; };
  std::filesystem::rename(current, away);
  CHECK(code(Mode::read_write) == ErrorCode::locked);
  CHECK(code(Mode::read_only) == ErrorCode::corruption);
  std::filesystem::rename(away, current);
  CHECK(Store::open(folder.path(), {}).has_value());
}

}  // namespace
}  // namespace claimgraph::store
