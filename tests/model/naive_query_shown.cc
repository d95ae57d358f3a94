#include <fmt/format.h>
#include <fmt/ranges.h>

#include "naive_query.h"

// What is compared of an answer.
namespace claimgraph::query::naive {
namespace {

std::string line(const ClaimRow& row) {
  return fmt::format("{} {} | {} | {}", kg::dump_claim_id(row.id), row.source, fmt::join(row.about, ", "),
                     row.document.id);
}
std::string line(const StanceRow& row) {
  return fmt::format("{} {} | {} | {} | {}", kg::dump_stance_id(row.id), row.actor, row.target, row.according_to,
                     row.document.id);
}
std::string line(const EntityRow& row) {
  return fmt::format("{} {} {} {} {} {} {} {}", row.entity.name, kg::spell(row.entity.type), row.entity.mentions,
                     row.entity.documents, row.claims_made, row.claims_about, row.stances_held, row.stances_toward);
}
std::string line(const EdgeRow& row) {
  return fmt::format("{} {} {} {} {:.4f} {}", row.from, row.kind, row.to, row.count, row.weight, row.fact);
}
std::string line(const TimelineRow& row) {
  return fmt::format("{} {} {} {} {} {}", row.period, row.documents, row.claims, row.supports, row.opposes,
                     row.neutral);
}
std::string line(const ContradictionRow& row) {
  return fmt::format("{} | {} {} {} {} {}", row.actor, row.target, row.supports, row.opposes,
                     kg::dump_stance_id(row.earlier.id), kg::dump_stance_id(row.later.id));
}
std::string line(const ComparisonRow& row) {
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {}", row.publisher, row.documents, row.claims_by, row.claims_about,
                     row.supported, row.opposed, row.neutral, row.supports, row.opposes, row.first_date, row.last_date);
}

template <typename Row>
std::string lines(const Result<Rows<Row>>& answer) {
  if (!answer) return dump(answer.error());
  std::string out = fmt::format("{}\n", answer->total);
  for (const Row& row : answer->rows) out += line(row) + "\n";
  return out;
}

}  // namespace

std::string shown(const Result<Rows<ClaimRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<StanceRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<EntityRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<EdgeRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<TimelineRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<ContradictionRow>>& answer) { return lines(answer); }
std::string shown(const Result<Rows<ComparisonRow>>& answer) { return lines(answer); }

}  // namespace claimgraph::query::naive
