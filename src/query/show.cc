#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/query/query.h"

#include "query/context.h"
#include "query/fact_rows.h"

namespace claimgraph::query {
namespace {

// A fact and where its words stand in its document.
struct Place {
  kg::ParsedFactId fact;
  Span span;  // from the first of them to the last
};

Span around(const std::vector<Span>& spans) {
  Span out = spans.empty() ? Span{} : spans.front();
  for (const Span span : spans) out = {std::min(out.begin, span.begin), std::max(out.end, span.end)};
  return out;
}

std::vector<Span> spans_of(const kg::ClaimFact& claim) {
  std::vector<Span> out = claim.cue_spans;
  out.insert(out.end(), claim.source_spans.begin(), claim.source_spans.end());
  out.insert(out.end(), claim.content_spans.begin(), claim.content_spans.end());
  return out;
}

std::vector<Span> spans_of(const kg::StanceFact& stance) { return stance.evidence_spans; }

// `read` is what the snapshot has under the id.
template <typename Fact>
Result<Place> place_of(const Result<std::optional<Fact>>& read, const kg::ParsedFactId& fact, std::string_view id) {
  if (!read) return fail(read.error());
  if (!*read) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no {} '{}'", fact.is_claim ? "claim" : "stance", id),
                 .hint = "facts get new ids when their document is read again by other rules; list them anew"});
  }
  return Place{.fact = fact, .span = around(spans_of(**read))};
}

Result<Place> find_place(const store::Snapshot& snapshot, std::string_view fact) {
  const auto parsed = kg::parse_fact_id(fact);
  if (!parsed) {
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("'{}' is no id of a claim or stance", fact),
                 .hint = "ids look like c:0123456789abcdef:1 and s:0123456789abcdef:1"});
  }
  if (parsed->is_claim) return place_of(snapshot.claim(parsed->id), *parsed, fact);
  return place_of(snapshot.stance(parsed->id), *parsed, fact);
}

using FactRow = std::variant<ClaimRow, StanceRow>;

Result<FactRow> row_of(const store::Snapshot& snapshot, const Place& place) {
  FactReader reader(snapshot);
  if (place.fact.is_claim) {
    return claim_row(reader, place.fact.id).map([](ClaimRow&& row) { return FactRow(std::move(row)); });
  }
  return stance_row(reader, place.fact.id).map([](StanceRow&& row) { return FactRow(std::move(row)); });
}

}  // namespace

Result<Context> show(const store::Snapshot& snapshot, std::string_view fact) {
  const auto place = find_place(snapshot, fact);
  if (!place) return fail(place.error());
  const auto text = snapshot.text(place->fact.id.document);
  if (!text) return fail(text.error());
  if (place->span.end > text->size()) {
    return fail({.code = ErrorCode::corruption,
                 .message = fmt::format("'{}' ends at byte {} of a text of {}", fact, place->span.end, text->size()),
                 .hint = "verify the store"});
  }
  auto row = row_of(snapshot, *place);
  if (!row) return fail(row.error());
  Context out = context_of(*text, place->span);
  out.row = std::move(*row);
  out.document = std::visit([](const auto& named) { return named.document; }, out.row);
  return out;
}

}  // namespace claimgraph::query
