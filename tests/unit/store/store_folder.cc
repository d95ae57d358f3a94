#include "store_folder.h"

#include <optional>

#include <doctest/doctest.h>

#include "store/values.h"

namespace claimgraph::store {
namespace {

namespace fs = std::filesystem;

Store opened(const std::string& path, const OpenOptions& options) {
  auto store = Store::open(path, options);
  REQUIRE_MESSAGE(store.has_value(), (store ? "" : dump(store.error())));
  return *std::move(store);
}

fs::path fast_folder() {
  const fs::path memory = "/dev/shm";
  return fs::is_directory(memory) ? memory : fs::temp_directory_path();
}

}  // namespace

StoreFolder::StoreFolder() : base_(fast_folder()) {}

Store StoreFolder::write() const { return opened(path(), {.mode = Mode::read_write, .create = true}); }
Store StoreFolder::read() const { return opened(path(), {}); }

fs::path StoreFolder::file(const std::string& name) const {
  std::optional<fs::path> found;
  for (const auto& entry : fs::directory_iterator(path())) {
    if (!entry.path().filename().string().ends_with(name)) continue;
    REQUIRE_MESSAGE(!found, "several files end in ", name);
    found = entry.path();
  }
  REQUIRE_MESSAGE(found, "no file ends in ", name);
  return *found;
}

void StoreFolder::copy_to(const StoreFolder& other) const {
  fs::remove_all(other.path());
  fs::copy(path(), other.path());
}

std::vector<Row> dump_rows(const std::string& path) {
  auto db = Db::open(path, Access::read);
  REQUIRE_MESSAGE(db.has_value(), (db ? "" : dump(db.error())));
  const Moment moment(*db);
  std::vector<Row> out;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    const Family family{static_cast<std::uint8_t>(i)};
    const auto status = moment.scan(family, "", [&](std::string_view key, std::string_view value) -> Result<bool> {
      Row row{{family, std::string(key)}, std::string(value)};
      if (family == Family::meta && key == kCountsKey) {
        Counts counts = decode_counts(value).value();
        counts.generation = 0;
        row.value = encode_counts(counts);
      }
      out.push_back(std::move(row));
      return true;
    });
    REQUIRE_MESSAGE(status.has_value(), (status ? "" : dump(status.error())));
  }
  return out;
}

}  // namespace claimgraph::store
