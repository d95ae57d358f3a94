#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/kg/fact.h"

namespace claimgraph::store {

inline constexpr std::uint32_t kFormatVersion = 1;

// What the store keeps of a document beside its text and facts.
struct DocumentFact {
  kg::DocumentId id{};
  std::string name;  // the document's own id
  std::string uri;
  std::string title;
  std::string publisher;
  std::string author;
  std::string published;
  std::string language;
  std::vector<std::pair<std::string, std::string>> metadata;
  std::string fingerprint;  // of what the facts were made from; see Store::put()
  std::uint32_t entities = 0;
  std::uint32_t claims = 0;
  std::uint32_t stances = 0;

  friend bool operator==(const DocumentFact&, const DocumentFact&) = default;
};

// An entity over all documents of a snapshot.
struct EntitySummary {
  kg::EntityId id{};
  std::string name;  // as most documents write it, ties by spelling
  kg::EntityType type = kg::EntityType::other;
  std::vector<std::string> aliases;  // sorted, distinct
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  std::string first_seen;  // earliest and latest known publication date, or empty
  std::string last_seen;

  friend bool operator==(const EntitySummary&, const EntitySummary&) = default;
};

struct Stats {
  std::uint32_t format_version = kFormatVersion;
  std::uint64_t documents = 0;
  std::uint64_t entities = 0;
  std::uint64_t claims = 0;
  std::uint64_t stances = 0;
  std::uint64_t disk_bytes = 0;
  std::string first_published;
  std::string last_published;
};

// Reads of one moment of a store. Holds its store open; thread-safe for reading. Visitors return false to stop early;
// all orders are by id and so the same in every run. An error of a read is `corruption` or `io`, never an empty answer.
class Snapshot {
 public:
  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();

  Result<std::optional<DocumentFact>> document(kg::DocumentId id) const;
  Status documents(const std::function<bool(const DocumentFact&)>& visit) const;
  // The text that the document's spans count in. `not_found` when there is no such document.
  Result<std::string> text(kg::DocumentId id) const;

  Result<std::optional<EntitySummary>> entity(kg::EntityId id) const;
  Status entities(const std::function<bool(const EntitySummary&)>& visit) const;
  // Entities one of whose names or aliases folds to fold(name), by id.
  Result<std::vector<kg::EntityId>> entities_named(std::string_view name) const;

  Result<std::optional<kg::ClaimFact>> claim(kg::FactId id) const;
  Result<std::optional<kg::StanceFact>> stance(kg::FactId id) const;
  Status claims(const std::function<bool(const kg::ClaimFact&)>& visit) const;
  Status stances(const std::function<bool(const kg::StanceFact&)>& visit) const;
  // By index, not by scan.
  Status claims_by_source(kg::EntityId source, const std::function<bool(const kg::ClaimFact&)>& visit) const;
  Status claims_about(kg::EntityId about, const std::function<bool(const kg::ClaimFact&)>& visit) const;
  Status stances_by_actor(kg::EntityId actor, const std::function<bool(const kg::StanceFact&)>& visit) const;
  Status stances_toward(kg::EntityId target, const std::function<bool(const kg::StanceFact&)>& visit) const;

  Result<Stats> stats() const;

 private:
  friend class Store;
  struct Impl;
  explicit Snapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

enum class Mode { read_only, read_write };

struct OpenOptions {
  Mode mode = Mode::read_only;
  bool create = false;  // read_write only: make the store when there is none
};

// A claim graph on disk: one folder. One writer at a time, in one process; reading opens may stand beside it.
// Thread-safe.
class Store {
 public:
  // Fails with not_found, invalid (the folder is something else), locked, version, corruption or io. A read_only open
  // writes nothing, and sees what was there when it opened. What was closed or synced and is no longer all there is
  // corruption, found before anything is opened for writing.
  static Result<Store> open(const std::string& path, const OpenOptions& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Replaces everything known of the document by `extraction`, in one atomic batch. `fingerprint` says what it was made
  // from (text, rules, program); it comes back from fingerprint_of(), so that the same work need not be done again.
  // Durable once it returns: survives the death of the process; survives that of the machine after sync().
  // Changes nothing when it fails: with `invalid` when another document or entity has the same hash id (a collision),
  // the document has no id, or the extraction contradicts itself (a span outside its text, an entity or claim that it
  // has not, a confidence not from 0 to 1); with `limit` when a name is longer than 4 KiB.
  Status put(const kg::Extraction& extraction, std::string_view fingerprint);
  // The fingerprint of the stored document of that id, if it is stored.
  Result<std::optional<std::string>> fingerprint_of(std::string_view document) const;
  // Removes the document and all its facts in one atomic batch; false when it is not stored.
  Result<bool> remove(std::string_view document);
  // Afterwards everything that was put survives the death of the machine too. Costs some milliseconds.
  Status sync();

  // The snapshot may outlive the store, which then stays locked until it goes.
  Snapshot snapshot() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::store
