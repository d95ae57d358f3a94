#include "query/fact_reader.h"

#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace claimgraph::query {
namespace {

Error missing(std::string thing) {
  return {.code = ErrorCode::corruption,
          .message = fmt::format("the store refers to {}, which it does not have", thing),
          .hint = "verify the store"};
}

Error missing_document(kg::DocumentId id) {
  return missing(fmt::format("document {:016x}", static_cast<std::uint64_t>(id)));
}

}  // namespace

Result<const DocumentRef*> FactReader::document(kg::DocumentId id) {
  const auto known = documents_.find(id);
  if (known != documents_.end()) return &known->second;
  auto read = snapshot_.document(id);
  if (!read) return fail(read.error());
  if (!*read) return fail(missing_document(id));
  store::DocumentFact& found = **read;
  DocumentRef document{.id = std::move(found.name),
                       .uri = std::move(found.uri),
                       .title = std::move(found.title),
                       .publisher = std::move(found.publisher),
                       .published = std::move(found.published)};
  return &documents_.emplace(id, std::move(document)).first->second;
}

Result<const std::string*> FactReader::name(kg::EntityId id) {
  const auto known = names_.find(id);
  if (known != names_.end()) return &known->second;
  auto read = snapshot_.entity_name(id);
  if (!read) return fail(read.error());
  if (!*read) return fail(missing(fmt::format("entity {:016x}", static_cast<std::uint64_t>(id))));
  return &names_.emplace(id, std::move(**read)).first->second;
}

Result<kg::ClaimFact> FactReader::claim(kg::FactId id) const {
  auto read = snapshot_.claim(id);
  if (!read) return fail(read.error());
  if (!*read) return fail(missing(fmt::format("claim {}", kg::dump_claim_id(id))));
  return std::move(**read);
}

Result<kg::StanceFact> FactReader::stance(kg::FactId id) const {
  auto read = snapshot_.stance(id);
  if (!read) return fail(read.error());
  if (!*read) return fail(missing(fmt::format("stance {}", kg::dump_stance_id(id))));
  return std::move(**read);
}

Result<bool> FactReader::passes(const FactFilter& filter, const store::FactNote& note) {
  if (!filter.accepts(note)) return false;
  if (!filter.asks_for_publisher()) return true;
  const auto known = published_by_.find(note.id.document);
  if (known != published_by_.end()) return known->second;
  const auto document = snapshot_.document(note.id.document);
  if (!document) return fail(document.error());
  if (!*document) return fail(missing_document(note.id.document));
  return published_by_[note.id.document] = filter.accepts_publisher((**document).publisher);
}

}  // namespace claimgraph::query
