#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/store/store.h"
#include "store/check.h"
#include "store/open.h"
#include "store/rows.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"
#include "store/tally.h"

// A check of all rows against one another. rows_of() says which rows a document makes; all of them must be there, and
// then as many rows as they are and no more.
namespace claimgraph::store {
namespace {

constexpr std::size_t kMostFaults = 100;

using RowCounts = std::array<std::uint64_t, kFamilyNames.size()>;

constexpr bool is_checked(Family family) { return family != Family::meta && family != Family::links; }

// The entity that a key of the rows that sum up entities speaks of.
std::optional<kg::EntityId> entity_of(Family family, std::string_view key) {
  const auto of = [](const auto& decoded) { return decoded ? std::optional(decoded->entity) : std::nullopt; };
  if (family == Family::sums) return decode_sum_key(key);
  return family == Family::aliases ? of(decode_alias_key(key)) : of(decode_name_key(key));
}

constexpr bool sums_up(Family family) {
  return family == Family::sums || family == Family::aliases || family == Family::names ||
         family == Family::last_words || family == Family::name_words;
}

// The document that a key of the others speaks of: all families end in it, or in it and a number.
std::optional<kg::DocumentId> document_of(Family family, std::string_view key) {
  const auto of_fact = [](const auto& decoded) {
    return decoded ? std::optional(decoded->fact.id.document) : std::nullopt;
  };
  const auto of_document = [](const auto& decoded) {
    return decoded ? std::optional(decoded->document) : std::nullopt;
  };
  switch (family) {
    case Family::documents:
    case Family::texts: return decode_document_key(key);
    case Family::documents_by_date: return of_document(decode_date_key(key));
    case Family::entities: return of_document(decode_entity_key(key));
    case Family::claims:
    case Family::stances: return of_document(decode_fact_key(key));
    case Family::claims_by_pair:
    case Family::stances_by_pair: return of_fact(decode_pair_key(key));
    case Family::claims_by_rule:
    case Family::stances_by_rule:
    case Family::claims_by_word: return of_fact(decode_text_key(key));
    default: return of_fact(decode_index_key(key));
  }
}

class Verifier {
 public:
  explicit Verifier(const Moment& moment) : moment_(moment) {}

  Result<Verification> run() {
    auto status = check_documents();
    if (status) status = check_entities();
    if (status) status = check_rows();
    if (status) status = check_counts();
    if (!status) return fail(std::move(status.error()));
    return std::move(out_);
  }

 private:
  void fault(std::string what) {
    if (out_.faults.size() < kMostFaults) out_.faults.push_back(std::move(what));
  }
  void fault_at(const RowKey& at, std::string_view what) {
    fault(damage_at(moment_.path(), at.family, at.key, what).message);
  }

  // Rows that cannot be read as what they are, are faults; all else ends the check.
  Status note(const Error& error) {
    if (error.code != ErrorCode::corruption) return fail(error);
    fault(error.message);
    return {};
  }

  Status check_documents() {
    return moment_.scan(Family::documents, "", [&](std::string_view key, std::string_view) -> Result<bool> {
      ++out_.documents;
      const auto id = decode_document_key(key);
      if (!id) {
        fault_at({Family::documents, std::string(key)}, "this is no key");
        return true;
      }
      const auto document = load_whole_document(moment_, *id);
      auto status = document ? check_document(**document) : note(document.error());
      if (!status) return fail(std::move(status.error()));
      return true;
    });
  }

  Status check_document(const StoredDocument& document) {
    const DocumentFact& fact = document.row.fact;
    if (kg::document_id(fact.name) != fact.id) {
      fault_at({Family::documents, encode_document_key(fact.id)}, "its name has another id");
    }
    const kg::Extraction extraction = kg::extraction_of(source_of(document), document.facts);
    if (const auto sound = check_extraction(extraction); !sound) {
      fault_at({Family::documents, encode_document_key(fact.id)}, sound.error().message);
    } else if (kg::facts_of(extraction) != document.facts) {
      fault_at({Family::documents, encode_document_key(fact.id)}, "its facts are not what its text and spans say");
    }
    for (const auto& [id, counts] : count_facts(document.facts)) add(facts_[id], counts);
    return check_all(rows_of(document));
  }

  // REQUIRES: the rows are by key.
  Status check_all(const std::vector<Row>& rows) {
    for (auto begin = rows.begin(); begin != rows.end();) {
      const auto end =
          std::find_if(begin, rows.end(), [&](const Row& row) { return row.at.family != begin->at.family; });
      if (auto status = check_same({begin, end}); !status) return status;
      begin = end;
    }
    return {};
  }

  // REQUIRES: the rows are of one family.
  Status check_same(const std::vector<Row>& wanted) {
    const Family family = wanted.front().at.family;
    wanted_[static_cast<std::size_t>(family)] += wanted.size();
    std::vector<std::string> keys;
    for (const Row& row : wanted) keys.push_back(row.at.key);
    const auto found = moment_.get_many(family, keys);
    if (!found) return note(found.error());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!(*found)[i]) {
        fault_at(wanted[i].at, "this row is missing");
        --wanted_[static_cast<std::size_t>(family)];
      } else if (*(*found)[i] != wanted[i].value) {
        fault_at(wanted[i].at, "this row is not what its document says");
      }
    }
    return {};
  }

  // What the documents' rows of entities add up to.
  Status check_entities() {
    std::optional<EntityTally> tally;
    Status status;
    const auto read =
        moment_.scan(Family::entities, "", [&](std::string_view key, std::string_view bytes) -> Result<bool> {
          const auto at = decode_entity_key(key);
          const auto row = at ? decode_entity(at->entity, bytes) : Result<EntityRow>(fail(Error{}));
          if (!row) {
            fault_at({Family::entities, std::string(key)}, "this is no row of an entity");
            return true;
          }
          if (tally && tally->id != at->entity) {
            status = check_entity(*tally);
            tally.reset();
          }
          if (!tally) tally.emplace(EntityTally{.id = at->entity});
          add(*tally, row->fact, kg::parse_date(row->published).value_or(kg::kNoDate));
          return status.has_value();
        });
    if (!read) return note(read.error());
    if (!status || !tally) return status;
    return check_entity(*tally);
  }

  Status check_entity(EntityTally& tally) {
    ++entities_;
    tally.sum.facts = facts_[tally.id];
    return check_all(rows_of(tally.id, tally.sum, tally.aliases));
  }

  Status check_rows() {
    for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
      const Family family{static_cast<std::uint8_t>(i)};
      std::uint64_t found = 0;
      auto status = moment_.scan(family, "", [&](std::string_view, std::string_view) -> Result<bool> {
        ++found;
        return true;
      });
      if (!status) status = note(status.error());
      if (status && is_checked(family) && found > wanted_[i]) status = find_strays(family);
      if (!status) return status;
      out_.rows += found;
    }
    return {};
  }

  // Names the rows that follow from no document.
  Status find_strays(Family family) {
    if (sums_up(family)) return find_stray_sums(family);
    return moment_.scan(family, "", [&](std::string_view key, std::string_view value) -> Result<bool> {
      const RowKey at{family, std::string(key)};
      const auto id = document_of(family, key);
      const auto document = id ? load_whole_document(moment_, *id) : std::optional<StoredDocument>();
      if (!document) return out_.faults.size() < kMostFaults;  // check_documents() has told
      const auto rows = *document ? rows_of(**document) : std::vector<Row>();
      if (std::find(rows.begin(), rows.end(), Row{at, std::string(value)}) == rows.end()) {
        fault_at(at, "this row follows from no document");
      }
      return out_.faults.size() < kMostFaults;
    });
  }

  // The same of rows that sum up entities.
  Status find_stray_sums(Family family) {
    return moment_.scan(family, "", [&](std::string_view key, std::string_view) -> Result<bool> {
      const auto id = entity_of(family, key);
      const auto tally = id ? tally_of(moment_, *id) : Result<EntityTally>(EntityTally{});
      if (!tally) return out_.faults.size() < kMostFaults;  // check_entities() has told
      const auto rows = tally->sum.documents > 0 ? rows_of(*id, tally->sum, tally->aliases) : std::vector<Row>();
      const bool known = std::any_of(rows.begin(), rows.end(),
                                     [&](const Row& row) { return row.at.family == family && row.at.key == key; });
      if (!known) fault_at({family, std::string(key)}, "this row follows from no document");
      return out_.faults.size() < kMostFaults;
    });
  }

  Status check_counts() {
    if (const auto links = load_links(moment_); !links) {
      if (auto status = note(links.error()); !status) return status;
    }
    const auto counts = load_counts(moment_);
    if (!counts) return note(counts.error());
    const auto same = [&](std::string_view noun, std::uint64_t counted, std::uint64_t found) {
      if (counted == found) return;
      fault_at({Family::meta, std::string(kCountsKey)},
               fmt::format("{} {} are counted where {} are", counted, noun, found));
    };
    const auto rows = [&](Family family) { return wanted_[static_cast<std::size_t>(family)]; };
    same("documents", counts->documents, out_.documents);
    same("entities", counts->entities, entities_);
    same("claims", counts->claims, rows(Family::claims));
    same("stances", counts->stances, rows(Family::stances));
    return {};
  }

  const Moment& moment_;
  Verification out_;
  std::uint64_t entities_ = 0;
  std::unordered_map<kg::EntityId, FactCounts> facts_;  // of all documents
  RowCounts wanted_{};                                  // rows that follow from documents and are there
};

}  // namespace

Result<Verification> Snapshot::verify() const {
  if (auto status = impl_->db->verify_checksums(); !status) return fail(std::move(status.error()));
  return Verifier(impl_->moment).run();
}

}  // namespace claimgraph::store
