#include "query/fact_rows.h"

#include <optional>
#include <string>
#include <utility>

#include "query/words.h"

namespace claimgraph::query {
namespace {

Status name_into(FactReader& reader, const std::optional<kg::EntityId>& id, std::string& name) {
  if (!id) return {};
  const auto read = reader.name(*id);
  if (!read) return fail(read.error());
  name = **read;
  return {};
}

}  // namespace

Result<ClaimRow> claim_row(FactReader& reader, kg::FactId id) {
  auto claim = reader.claim(id);
  if (!claim) return fail(claim.error());
  const auto document = reader.document(id.document);
  if (!document) return fail(document.error());
  ClaimRow out{.id = id,
               .cue = in_one_line(claim->cue),
               .content = in_one_line(claim->content),
               .form = claim->form,
               .polarity = claim->polarity,
               .certainty = claim->certainty,
               .within = claim->within,
               .rule = std::move(claim->rule),
               .confidence = claim->confidence,
               .document = **document};
  const Status named = name_into(reader, claim->source, out.source);
  if (!named) return fail(named.error());
  for (const kg::EntityId about : claim->about) {
    const auto name = reader.name(about);
    if (!name) return fail(name.error());
    out.about.push_back(**name);
  }
  return out;
}

Result<StanceRow> stance_row(FactReader& reader, kg::FactId id) {
  auto stance = reader.stance(id);
  if (!stance) return fail(stance.error());
  const auto document = reader.document(id.document);
  if (!document) return fail(document.error());
  StanceRow out{.id = id,
                .position = stance->position,
                .claim = stance->claim,
                .evidence = in_one_line(stance->evidence),
                .rule = std::move(stance->rule),
                .confidence = stance->confidence,
                .document = **document};
  for (const Status& named :
       {name_into(reader, stance->actor, out.actor), name_into(reader, stance->target, out.target),
        name_into(reader, stance->according_to, out.according_to)}) {
    if (!named) return fail(named.error());
  }
  return out;
}

}  // namespace claimgraph::query
