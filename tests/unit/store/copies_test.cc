#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "claimgraph/kg/store_line.h"
#include "claimgraph/store/store.h"
#include "generated.h"
#include "store/rows.h"
#include "store_folder.h"

namespace claimgraph::store {
namespace {

constexpr int kDocuments = 20;
const kg::Link kMerge{kg::LinkKind::merge, {{"Ana Vela", kg::EntityType::person}, {"Tarn", kg::EntityType::person}}};

// Documents from `first` on, with texts in ASCII, which a dump can hold.
void put_some(Store& store, int first, int count) {
  for (int i = first; i < first + count; ++i) {
    Generator generator(100 + static_cast<std::uint64_t>(i));
    kg::Extraction extraction = generator.extraction(fmt::format("a/{}", i));
    for (char& c : extraction.source.text) c = static_cast<char>('a' + (c & 15));
    REQUIRE(store.put(extraction, fmt::format("f{}", i)).has_value());
  }
}

std::string dumped(const StoreFolder& folder) {
  std::string out;
  const auto status = folder.read().snapshot().dump([&](std::string_view line) -> Status {
    out += line;
    out += '\n';
    return {};
  });
  REQUIRE(status.has_value());
  return out;
}

void load(Store& store, const std::string& lines) {
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
    auto line = kg::parse_store_line(lines.substr(at, lines.find('\n', at) - at));
    REQUIRE(line.has_value());
    if (const auto* record = std::get_if<kg::StoredRecord>(&*line)) {
      REQUIRE(store.put(record->extraction, record->fingerprint).has_value());
    } else {
      REQUIRE(store.link(std::get<kg::Link>(*line)).has_value());
    }
  }
}

TEST_CASE("dump: a store of its lines has the same rows and dumps the same bytes") {
  const StoreFolder one, other;
  {
    Store store = one.write();
    put_some(store, 0, kDocuments);
    REQUIRE(store.link(kMerge).has_value());
  }
  const std::string lines = dumped(one);
  {
    Store store = other.write();
    load(store, lines);
  }
  const bool same_rows = dump_rows(one.path()) == dump_rows(other.path());
  CHECK(same_rows);
  const bool same_lines = dumped(other) == lines;
  CHECK(same_lines);
}

TEST_CASE("dump: bytes that JSON has no words for are refused") {
  const StoreFolder folder;
  Store store = folder.write();
  kg::Extraction extraction;
  extraction.source = {.id = "a", .text = "\xFF"};
  REQUIRE(store.put(extraction, "").has_value());
  const auto status = store.snapshot().dump([](std::string_view) -> Status { return {}; });
  CHECK(status.error().code == ErrorCode::invalid);
}

TEST_CASE("merge: stores built apart become the one built at once") {
  const StoreFolder whole, first, second, merged;
  {
    Store store = whole.write();
    put_some(store, 0, kDocuments);
    REQUIRE(store.link(kMerge).has_value());
  }
  {
    Store a = first.write();
    put_some(a, 0, 12);
    REQUIRE(a.link(kMerge).has_value());
    Store b = second.write();
    put_some(b, 8, kDocuments - 8);  // some are in both
    REQUIRE(b.link(kMerge).has_value());
    Store store = merged.write();
    REQUIRE(store.merge(b.snapshot()).has_value());
    REQUIRE(store.merge(a.snapshot()).has_value());
    REQUIRE(store.merge(a.snapshot()).has_value());
  }
  const bool same = dump_rows(whole.path()) == dump_rows(merged.path());
  CHECK(same);
  CHECK(merged.read().snapshot().verify()->whole());
}

TEST_CASE("copy_to: the same rows elsewhere, of the moment of the snapshot, also beside a writer") {
  const StoreFolder folder, other, later, unsealed;
  {
    Store store = folder.write();
    put_some(store, 0, kDocuments);
    const Snapshot before = store.snapshot();
    put_some(store, kDocuments, 3);
    REQUIRE(before.copy_to(other.path() + "/").has_value());
    // What a kill leaves is taken away.
    std::filesystem::create_directory(later.path() + ".partial");
    std::ofstream(later.path() + ".partial/SEAL") << "x";
    REQUIRE(store.snapshot().copy_to(later.path()).has_value());
    // So is what a kill leaves before there is a seal.
    std::filesystem::create_directory(unsealed.path() + ".partial");
    std::ofstream(unsealed.path() + ".partial/SEAL.new") << "x";
    REQUIRE(store.snapshot().copy_to(unsealed.path()).has_value());
  }
  CHECK_FALSE(std::filesystem::exists(unsealed.path() + ".partial"));
  CHECK(other.read().snapshot().stats()->documents == kDocuments);
  CHECK(other.read().snapshot().verify()->whole());
  const bool same = dump_rows(folder.path()) == dump_rows(later.path());
  CHECK(same);
  CHECK_FALSE(std::filesystem::exists(later.path() + ".partial"));
  Store going_on = later.write();
  put_some(going_on, 40, 1);
  const auto refused = folder.read().snapshot().copy_to(other.path());
  CHECK(refused.error().code == ErrorCode::invalid);
}

TEST_CASE("copy_to: what is in the way is left alone") {
  const StoreFolder folder, other;
  Store store = folder.write();
  std::filesystem::create_directory(other.path() + ".partial");
  std::ofstream(other.path() + ".partial/thesis.txt") << "x";
  CHECK(store.snapshot().copy_to(other.path()).error().code == ErrorCode::invalid);
  CHECK(std::filesystem::exists(other.path() + ".partial/thesis.txt"));
}

TEST_CASE("compact: changes no row") {
  const StoreFolder folder;
  std::vector<Row> before;
  {
    Store store = folder.write();
    put_some(store, 0, kDocuments);
    put_some(store, 0, kDocuments);
  }
  before = dump_rows(folder.path());
  REQUIRE(folder.write().compact().has_value());
  const bool same = dump_rows(folder.path()) == before;
  CHECK(same);
  CHECK(folder.read().compact().error().code == ErrorCode::usage);
}

// Every row of a store, taken away or changed, is missed; and every row too many is found.
TEST_CASE("verify: tells of every row that is missing, changed or too many") {
  const StoreFolder folder;
  {
    Store store = folder.write();
    put_some(store, 3, 2);
  }
  const std::vector<Row> rows = dump_rows(folder.path());
  CHECK(folder.read().snapshot().verify()->rows == rows.size());
  const auto faults_after = [&](const std::vector<RowKey>& removed, const std::vector<Row>& put) {
    auto db = Db::open(folder.path(), Access::write).value();
    REQUIRE(db->write(removed, put).has_value());
    db.reset();
    const auto found = folder.read().snapshot().verify();
    return found ? found->faults.size() : std::size_t{1};
  };
  for (std::size_t i = 0; i < rows.size(); i += rows.size() / 60 + 1) {
    const Row& row = rows[i];
    if (row.at.family == Family::meta) continue;
    CAPTURE(kFamilyNames[static_cast<std::size_t>(row.at.family)]);
    CHECK(faults_after({row.at}, {}) > 0);
    // Behind the last word of a text no fact tells what stood there; the checksums of the files do.
    if (row.at.family != Family::texts) CHECK(faults_after({}, {{row.at, row.value + "x"}}) > 0);
    CHECK(faults_after({}, {row}) == 0);
    Row stray = row;
    stray.at.key.back() = static_cast<char>(stray.at.key.back() ^ 64);
    CHECK(faults_after({}, {stray}) > 0);
    CHECK(faults_after({stray.at}, {}) == 0);
  }
}

}  // namespace
}  // namespace claimgraph::store
