#include "store/rocks.h"

#include <memory>

#include <fmt/format.h>
#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include "store/damage.h"

namespace claimgraph::store {
namespace {

constexpr std::size_t kWriterCacheBytes = 32 << 20;
// Of readers, for as much of a store as was asked for: the filters and indexes of ten million facts, which each
// question needs, take 100 MiB, and what is in the cache need not be read and unpacked again.
constexpr std::size_t kReaderCacheBytes = 256 << 20;
constexpr std::size_t kFamilyBufferBytes = 8 << 20;
constexpr std::size_t kAllBuffersBytes = 48 << 20;
constexpr std::size_t kWalBytes = 64 << 20;
constexpr std::size_t kTextBlockBytes = 16 << 10;
constexpr std::size_t kBlockBytes = 8 << 10;
constexpr int kWriterOpenFiles = 256;
constexpr double kFilterBitsPerKey = 10;
constexpr std::size_t kEntityBytes = 8;

// RocksDB's own log renames LOG at every open, before it locks the folder: two programs that open a store at once would
// fail on each other's, and a reader must leave the folder as it is. What it tells of errors comes with their status.
class NoLog : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

// After a write for which the disk had no room, RocksDB would wait in a thread of its own for room and write again; see
// Db::Impl for why no write may follow one that failed.
class NoRecovery : public rocksdb::EventListener {
 public:
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status, bool* recover) override {
    *recover = false;
  }
};

std::shared_ptr<rocksdb::TableFactory> table_factory(const std::shared_ptr<rocksdb::Cache>& cache, bool texts,
                                                     Access access) {
  rocksdb::BlockBasedTableOptions options;
  options.block_cache = cache;
  // Else every file's whole index and filter is read when it is opened, which a short command does with all files.
  options.cache_index_and_filter_blocks = access == Access::read;
  options.block_size = texts ? kTextBlockBytes : kBlockBytes;
  options.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBitsPerKey));
  options.format_version = 5;
  return std::shared_ptr<rocksdb::TableFactory>(rocksdb::NewBlockBasedTableFactory(options));
}

}  // namespace

rocksdb::DBOptions database_options(Access access) {
  rocksdb::DBOptions options;
  options.create_if_missing = access == Access::create;
  options.create_missing_column_families = access == Access::create;
  options.paranoid_checks = true;
  // After a kill the last record of the log may be half there: that is no damage, and it was not acknowledged. A record
  // that is whole but whose checksum is wrong is damage; the default, kPointInTimeRecovery, would drop it and all after
  // it without a word, and kAbsoluteConsistency would refuse every store whose writer was killed (doc/decisions/0003).
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.max_background_jobs = 2;
  options.db_write_buffer_size = kAllBuffersBytes;
  options.max_total_wal_size = kWalBytes;
  // A reader opens every file at once: those that a writer deletes after that stay readable for it.
  options.max_open_files = access == Access::read ? -1 : kWriterOpenFiles;
  // Else RocksDB starts 16 threads a family to open its few files, which is most of the time of a short command.
  options.max_file_opening_threads = 1;
  options.skip_stats_update_on_db_open = true;  // statistics for compaction: a read of every file
  options.max_bgerror_resume_count = 0;
  if (access != Access::read) options.listeners.push_back(std::make_shared<NoRecovery>());
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log = std::make_shared<NoLog>();
  return options;
}

bool starts_with_entity(Family family) {
  return family == Family::entities || family == Family::aliases || family == Family::claims_by_source ||
         family == Family::claims_about || family == Family::stances_by_actor || family == Family::stances_toward ||
         family == Family::claims_by_pair || family == Family::stances_by_pair;
}

std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(Access access) {
  const auto cache = rocksdb::NewLRUCache(access == Access::read ? kReaderCacheBytes : kWriterCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    const bool texts = Family{static_cast<std::uint8_t>(i)} == Family::texts;
    rocksdb::ColumnFamilyOptions options;
    options.write_buffer_size = kFamilyBufferBytes;
    options.compression = texts ? rocksdb::kZSTD : rocksdb::kLZ4Compression;
    options.bottommost_compression = rocksdb::kZSTD;
    options.level_compaction_dynamic_level_bytes = true;
    options.table_factory = table_factory(cache, texts, access);
    if (starts_with_entity(Family{static_cast<std::uint8_t>(i)})) {
      options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kEntityBytes));
      options.memtable_prefix_bloom_size_ratio = 0.05;
    }
    out.emplace_back(std::string(kFamilyNames[i]), options);
  }
  return out;
}

Error error_of(const rocksdb::Status& status, std::string_view what, const std::string& path) {
  const std::string shown = status.ToString();
  const bool lock = shown.find("While lock file") != std::string::npos ||
                    shown.find("lock hold by current process") != std::string::npos;
  if (status.IsIOError() && lock) {
    return {.code = ErrorCode::locked,
            .message = fmt::format("cannot {} store '{}': it is locked by another process", what, path),
            .hint = "is another claimgraph writing to it?"};
  }
  // A file that the store counts on and that is not there is damage; the same code on a plain read never happens.
  if (status.IsCorruption() || status.IsPathNotFound() || status.IsInvalidArgument()) return damage(path, shown);
  return {.code = ErrorCode::io,
          .message = fmt::format("cannot {} store '{}': {}", what, path, shown),
          .hint = status.IsNoSpace() ? "make room on the disk, then run the same command again" : ""};
}

}  // namespace claimgraph::store
