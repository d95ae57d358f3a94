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
#include "claimgraph/kg/date.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/link.h"

namespace claimgraph::store {

inline constexpr std::uint32_t kFormatVersion = 3;

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

// In how many facts an entity has which part.
struct FactCounts {
  std::uint64_t claims_made = 0;
  std::uint64_t claims_about = 0;
  std::uint64_t stances_held = 0;
  std::uint64_t stances_toward = 0;

  friend bool operator==(const FactCounts&, const FactCounts&) = default;
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
  bool apart = false;  // a user says that it is nobody else, however alike the names; see kg::Link
  FactCounts facts;

  friend bool operator==(const EntitySummary&, const EntitySummary&) = default;
};

// An entity's name as names are compared, for who looks for likenesses.
struct NameNote {
  kg::EntityId id{};
  std::string folded;
  kg::EntityType type = kg::EntityType::other;
  bool apart = false;

  friend bool operator==(const NameNote&, const NameNote&) = default;
};

enum class FactKind { claim, stance };

// What an index knows of a fact, which need not be read for that.
struct FactNote {
  kg::FactId id;
  kg::Date published = kg::kNoDate;
  std::optional<kg::EntityId> from;        // source or actor; of indexes that know it
  std::optional<kg::EntityId> to;          // one whom the claim is about, or target; of indexes that know it
  std::optional<kg::Position> position;    // of a stance
  std::optional<kg::Form> form;            // of a claim, or of the claim that a stance was read from
  std::optional<kg::Certainty> certainty;  // likewise
  double confidence = 0;

  friend bool operator==(const FactNote&, const FactNote&) = default;
};

// The facts that one index has in one place.
struct IndexPlace {
  // pairs_from and all_pairs have facts with both ends, a claim once for each it is about; all_rules has all facts.
  enum class Index { from, to, pair, rule, word, pairs_from, all_pairs, all_rules };
  Index index = Index::all_rules;
  kg::EntityId from{};    // of from, pair and pairs_from
  kg::EntityId to{};      // of to and pair
  std::string text = {};  // of rule and word, the latter as indexed_words() gives it
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

// A link with its number in the store, from 1.
struct NumberedLink {
  std::uint64_t number = 0;
  kg::Link link;

  friend bool operator==(const NumberedLink&, const NumberedLink&) = default;
};

// What a check of all that is stored found.
struct Verification {
  std::uint64_t documents = 0;
  std::uint64_t rows = 0;
  std::vector<std::string> faults;  // each says where and what; the first hundred

  bool whole() const { return faults.empty(); }
};

// Reads of one moment of a store. Holds its store open; thread-safe for reading. Visitors return false to stop early;
// all orders are by id and so the same in every run. An error of a read is `corruption` or `io`, never an empty answer.
//
// Entities that a user merged are one entity here: it has the id and name of the first of them (or of the first that a
// document speaks of) and all their names and facts, and facts refer to it alone. The ids of the others still find it.
class Snapshot {
 public:
  using ClaimVisit = std::function<bool(const kg::ClaimFact&)>;
  using StanceVisit = std::function<bool(const kg::StanceFact&)>;

  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();

  Result<std::optional<DocumentFact>> document(kg::DocumentId id) const;
  Status documents(const std::function<bool(const DocumentFact&)>& visit) const;
  // Those with a date from `since` to `until` (a year, month or day, compared as text; or empty), by date
  // and id.
  Status documents_by_date(std::string_view since, std::string_view until,
                           const std::function<bool(const DocumentFact&)>& visit) const;
  // The text that the document's spans count in. `not_found` when there is no such document.
  Result<std::string> text(kg::DocumentId id) const;

  Result<std::optional<EntitySummary>> entity(kg::EntityId id) const;
  Status entities(const std::function<bool(const EntitySummary&)>& visit) const;
  // The name that entity() gives.
  Result<std::optional<std::string>> entity_name(kg::EntityId id) const;
  // Entities one of whose names or aliases has the words of `name`, by id; of which kg::name_key() gives `key`.
  Result<std::vector<kg::EntityId>> entities_named(std::string_view name) const;
  Result<std::vector<kg::EntityId>> entities_of_name_key(std::string_view key) const;
  // Entities whose names and aliases have all words of `text`, in any order and not all in one; all entities when it
  // has none. Words are those of indexed_words().
  Status entities_with_words(std::string_view text, const std::function<bool(const EntitySummary&)>& visit) const;
  // Entities of which kg::last_word_key() gives `key` for the name, by id.
  Status entities_of_last_word(std::string_view key, const std::function<bool(const NameNote&)>& visit) const;
  // The entities of documents whose own name folds to fold(name), a type each, whatever was merged.
  Result<std::vector<kg::EntityName>> spelled(std::string_view name) const;
  // What users said of who is who, the oldest first.
  Result<std::vector<NumberedLink>> links() const;

  Result<std::optional<kg::ClaimFact>> claim(kg::FactId id) const;
  Result<std::optional<kg::StanceFact>> stance(kg::FactId id) const;
  Status claims(const ClaimVisit& visit) const;
  Status stances(const StanceVisit& visit) const;
  // What an index has of the facts of `kind` in one place: each as often as the index has it, in the order of its rows,
  // which are by date and id in one place of an index. With `from` and `to`, facts of documents dated from <= date <
  // to. Stances have no words.
  struct Dates {
    kg::Date from = kg::kNoDate;
    std::optional<kg::Date> to = {};
  };
  Status notes(FactKind kind, const IndexPlace& place, const Dates& dates,
               const std::function<bool(const FactNote&)>& visit) const;

  // The facts with these ids, which must be there. REQUIRES: they ascend.
  Status claims_of(const std::vector<kg::FactId>& ids, const ClaimVisit& visit) const;
  Status stances_of(const std::vector<kg::FactId>& ids, const StanceVisit& visit) const;

  Result<Stats> stats() const;

  // Reads everything: the checksums of all files, whether each row of a document has the rows that follow from it and
  // each other row follows from a document, spans, the words under them, and the counts. Fails only where reading on is
  // no use; what is wrong with rows is told in the faults. O(bytes).
  Result<Verification> verify() const;
  // All documents by id and then all links, each a line that kg::parse_store_line()
  // reads: whoever puts and links them has the same rows.
  // Fails with `invalid` on a document whose strings are not UTF-8, which no reader of articles makes.
  Status dump(const std::function<Status(std::string_view line)>& visit) const;
  // Makes a store of the same rows in the folder `path`, which must be missing or empty. All or nothing: what a kill
  // leaves has another name, `path` with ".partial", and is taken away by the next one. Durable once it returns.
  Status copy_to(const std::string& path) const;

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
  // Puts all documents of `other` in place of what is known of them here, and adds its links as link_all() does. A
  // document a batch; an interrupted merge is made whole by another one.
  Status merge(const Snapshot& other);

  // Adds what a user says of who is who; it counts from the next snapshot() on, for documents put later too. Gives its
  // number. Fails with `invalid` when a merge is of fewer than two entities or a split of none.
  Result<std::uint64_t> link(const kg::Link& link);
  // Adds those of `links` that are not here: the longest beginning of them that stands here in that order is left out.
  Status link_all(const std::vector<kg::Link>& links);
  // Takes the link of that number back; false when there is none.
  Result<bool> unlink(std::uint64_t number);

  // Rewrites all files without what was replaced or removed.
  Status compact();
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
