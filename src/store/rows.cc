#include "store/rows.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"
#include "claimgraph/store/words.h"
#include "store/tables.h"

namespace claimgraph::store {
namespace {

// Collects rows.
class Rows {
 public:
  void add(Family family, std::string key, std::string value = {}) {
    rows_.push_back({{family, std::move(key)}, std::move(value)});
  }
  // By key. Two spellings with the same words make one row twice.
  std::vector<Row> sorted() && {
    const auto at = [](const Row& a, const Row& b) { return a.at < b.at; };
    const auto same = [](const Row& a, const Row& b) { return a.at == b.at; };
    std::sort(rows_.begin(), rows_.end(), at);
    rows_.erase(std::unique(rows_.begin(), rows_.end(), same), rows_.end());
    return std::move(rows_);
  }

 private:
  std::vector<Row> rows_;
};

void add_entity(Rows& rows, const kg::EntityFact& entity, const DocumentFact& document) {
  rows.add(Family::entities, encode_entity_key({entity.id, document.id}), encode_entity({entity, document.published}));
}

void add_claim(Rows& rows, const kg::ClaimFact& claim, kg::Date date) {
  const FactNote note{
      .from = claim.source, .form = claim.form, .certainty = claim.certainty, .confidence = claim.confidence};
  const std::string plain = encode_note(note, false);
  const std::string with_source = encode_note(note, true);
  const DatedFact fact{date, claim.id};
  rows.add(Family::claims, encode_fact_key(claim.id), encode_claim(claim));
  if (claim.source) rows.add(Family::claims_by_source, encode_index_key({*claim.source, fact}), plain);
  for (const kg::EntityId about : claim.about) {
    rows.add(Family::claims_about, encode_index_key({about, fact}), with_source);
    if (claim.source) rows.add(Family::claims_by_pair, encode_pair_key({*claim.source, about, fact}), plain);
  }
  rows.add(Family::claims_by_rule, encode_text_key({claim.rule, fact}), plain);
  for (std::string& word : indexed_words(claim.content)) {
    rows.add(Family::claims_by_word, encode_text_key({std::move(word), fact}), plain);
  }
}

void add_stance(Rows& rows, const kg::StanceFact& stance, const kg::Facts& facts, kg::Date date) {
  FactNote note{.from = stance.actor, .position = stance.position, .confidence = stance.confidence};
  if (stance.claim) {
    note.form = facts.claims[stance.claim->index].form;
    note.certainty = facts.claims[stance.claim->index].certainty;
  }
  const std::string plain = encode_note(note, false);
  const DatedFact fact{date, stance.id};
  rows.add(Family::stances, encode_fact_key(stance.id), encode_stance(stance));
  if (stance.actor) rows.add(Family::stances_by_actor, encode_index_key({*stance.actor, fact}), plain);
  rows.add(Family::stances_toward, encode_index_key({stance.target, fact}), encode_note(note, true));
  if (stance.actor) rows.add(Family::stances_by_pair, encode_pair_key({*stance.actor, stance.target, fact}), plain);
  rows.add(Family::stances_by_rule, encode_text_key({stance.rule, fact}), plain);
}

Result<std::vector<kg::EntityFact>> load_entities(const Moment& moment, const DocumentRow& row) {
  std::vector<EntityKey> keys;
  for (const kg::EntityId entity : row.entities) keys.push_back({entity, row.fact.id});
  auto found = load_all<Entities>(moment, keys);
  if (!found) return fail(std::move(found.error()));
  std::vector<kg::EntityFact> out;
  for (EntityRow& entity : *found) out.push_back(std::move(entity.fact));
  return out;
}

// The `count` facts of a document.
template <typename Table>
Result<std::vector<typename Table::Value>> load_facts(const Moment& moment, kg::DocumentId id, std::uint32_t count) {
  std::vector<typename Table::Value> out;
  const std::string prefix = encode_document_key(id);
  const auto status = visit_rows<Table>(moment, prefix, [&](const kg::FactId&, typename Table::Value value) {
    out.push_back(std::move(value));
    return true;
  });
  if (!status) return fail(status.error());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    if (out[i].id.index != i) return fail(damage_at(moment.path(), Table::kFamily, prefix, "a row is missing"));
  }
  if (out.size() == count) return out;
  return fail(damage_at(moment.path(), Table::kFamily, prefix,
                        fmt::format("{} rows instead of the {} of its document", out.size(), count)));
}

}  // namespace

kg::Source source_of(const StoredDocument& document) {
  const DocumentFact& fact = document.row.fact;
  return {fact.name,      fact.uri,      fact.title,    fact.publisher, fact.author,
          fact.published, fact.language, document.text, fact.metadata};
}

StoredDocument stored_document(const kg::Extraction& extraction, std::string_view fingerprint) {
  const kg::Source& source = extraction.source;
  StoredDocument out{.facts = kg::facts_of(extraction), .text = source.text};
  out.row.fact = {.id = kg::document_id(source.id),
                  .name = source.id,
                  .uri = source.uri,
                  .title = source.title,
                  .publisher = source.publisher,
                  .author = source.author,
                  .published = source.published,
                  .language = source.language,
                  .metadata = source.metadata,
                  .fingerprint = std::string(fingerprint),
                  .entities = static_cast<std::uint32_t>(out.facts.entities.size()),
                  .claims = static_cast<std::uint32_t>(out.facts.claims.size()),
                  .stances = static_cast<std::uint32_t>(out.facts.stances.size())};
  for (const kg::EntityFact& entity : out.facts.entities) out.row.entities.push_back(entity.id);
  return out;
}

Result<std::optional<StoredDocument>> load_document(const Moment& moment, kg::DocumentId id) {
  auto row = load<Documents>(moment, id);
  if (!row) return fail(std::move(row.error()));
  if (!*row) return std::optional<StoredDocument>();
  StoredDocument out{.row = std::move(**row)};
  auto entities = load_entities(moment, out.row);
  if (!entities) return fail(std::move(entities.error()));
  auto claims = load_facts<Claims>(moment, id, out.row.fact.claims);
  if (!claims) return fail(std::move(claims.error()));
  auto stances = load_facts<Stances>(moment, id, out.row.fact.stances);
  if (!stances) return fail(std::move(stances.error()));
  for (const kg::StanceFact& stance : *stances) {
    if (stance.claim && stance.claim->index >= claims->size()) {
      return fail(damage_at(moment.path(), Stances::kFamily, encode_fact_key(stance.id),
                            fmt::format("it names claim {}, which its document has not", stance.claim->index)));
    }
  }
  out.facts = {*std::move(entities), *std::move(claims), *std::move(stances)};
  return std::optional(std::move(out));
}

Result<std::optional<StoredDocument>> load_whole_document(const Moment& moment, kg::DocumentId id) {
  auto out = load_document(moment, id);
  if (!out || !*out) return out;
  auto text = load<Texts>(moment, id);
  if (!text) return fail(std::move(text.error()));
  if (!*text) return fail(damage_at(moment.path(), Family::texts, encode_document_key(id), "this row is missing"));
  (*out)->text = **std::move(text);
  return out;
}

kg::Date date_of(const StoredDocument& document) {
  return kg::parse_date(document.row.fact.published).value_or(kg::kNoDate);
}

std::vector<Row> rows_of(const StoredDocument& document) {
  const DocumentFact& fact = document.row.fact;
  Rows rows;
  rows.add(Family::documents, encode_document_key(fact.id), encode_document(document.row));
  if (!fact.published.empty()) rows.add(Family::documents_by_date, encode_date_key({fact.published, fact.id}));
  rows.add(Family::texts, encode_document_key(fact.id), encode_text(document.text));
  for (const kg::EntityFact& entity : document.facts.entities) add_entity(rows, entity, fact);
  const kg::Date date = date_of(document);
  for (const kg::ClaimFact& claim : document.facts.claims) add_claim(rows, claim, date);
  for (const kg::StanceFact& stance : document.facts.stances) add_stance(rows, stance, document.facts, date);
  return std::move(rows).sorted();
}

std::vector<Row> rows_of_spelling(kg::EntityId entity, std::string_view spelling) {
  Rows rows;
  rows.add(Family::names, encode_name_key({kg::name_key(spelling), entity}));
  for (std::string& word : indexed_words(spelling)) {
    rows.add(Family::name_words, encode_name_key({std::move(word), entity}));
  }
  return std::move(rows).sorted();
}

std::vector<Row> rows_of(kg::EntityId id, const EntitySum& sum, const std::map<std::string, std::uint64_t>& aliases) {
  Rows rows;
  const auto add_spelling = [&](std::string_view spelling) {
    for (Row& row : rows_of_spelling(id, spelling)) rows.add(row.at.family, std::move(row.at.key));
  };
  const std::string& name = sum.names.front().first;
  rows.add(Family::sums, entity_prefix(id), encode_sum(sum));
  rows.add(Family::last_words, encode_name_key({kg::last_word_key(name), id}),
           encode_folded_name({sum.type, fold(name)}));
  for (const auto& [spelling, documents] : sum.names) add_spelling(spelling);
  for (const auto& [alias, documents] : aliases) {
    rows.add(Family::aliases, encode_alias_key({id, alias}), encode_alias(documents));
    add_spelling(alias);
  }
  return std::move(rows).sorted();
}

}  // namespace claimgraph::store
