#include "query/edge_evidence.h"

#include <algorithm>
#include <utility>

#include "query/words.h"

namespace claimgraph::query {
namespace {

// What claims and stances have in common.
struct Words {
  double confidence = 0;
  std::string quote;
  std::string id;
};

Result<Words> words_of_fact(const FactReader& reader, graph::EdgeKind kind, kg::FactId id) {
  if (kind == graph::EdgeKind::claim) {
    auto claim = reader.claim(id);
    if (!claim) return fail(claim.error());
    return Words{claim->confidence, std::move(claim->content), kg::dump_claim_id(id)};
  }
  auto stance = reader.stance(id);
  if (!stance) return fail(stance.error());
  return Words{stance->confidence, std::move(stance->evidence), kg::dump_stance_id(id)};
}

void add_date(EdgeEvidence& evidence, const std::string& date) {
  if (date.empty()) return;
  if (evidence.first_date.empty() || date < evidence.first_date) evidence.first_date = date;
  if (date > evidence.last_date) evidence.last_date = date;
}

}  // namespace

Result<EdgeEvidence> evidence_of(FactReader& reader, const graph::View& view, std::size_t edge) {
  EdgeEvidence out;
  double best = -1;
  for (const kg::FactId id : view.evidence(edge)) {
    auto words = words_of_fact(reader, view.edges()[edge].kind, id);
    if (!words) return fail(words.error());
    const auto document = reader.document(id.document);
    if (!document) return fail(document.error());
    add_date(out, (**document).published);
    out.documents.push_back((**document).id);
    if (words->confidence <= best) continue;
    best = words->confidence;
    out.quote = in_one_line(words->quote);
    out.fact = std::move(words->id);
    out.document = **document;
  }
  std::sort(out.documents.begin(), out.documents.end());
  out.documents.erase(std::unique(out.documents.begin(), out.documents.end()), out.documents.end());
  return out;
}

Result<EdgeRow> edge_row(FactReader& reader, const graph::View& view, std::size_t place) {
  auto evidence = evidence_of(reader, view, place);
  if (!evidence) return fail(evidence.error());
  const graph::Edge& edge = view.edges()[place];
  return EdgeRow{.from = view.vertex(edge.from).name,
                 .kind = std::string(kg::spell(edge.kind)),
                 .to = view.vertex(edge.to).name,
                 .count = edge.count,
                 .weight = edge.weight,
                 .quote = std::move(evidence->quote),
                 .fact = std::move(evidence->fact),
                 .document = std::move(evidence->document)};
}

}  // namespace claimgraph::query
