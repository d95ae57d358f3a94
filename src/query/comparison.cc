#include "claimgraph/query/comparison.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "claimgraph/base/utf8.h"

#include "query/search.h"

namespace claimgraph::query {
namespace {

struct Counts {
  ComparisonRow row;
  std::set<kg::DocumentId> documents;
};

void add_date(ComparisonRow& row, const std::string& date) {
  if (date.empty()) return;
  if (row.first_date.empty() || date < row.first_date) row.first_date = date;
  if (date > row.last_date) row.last_date = date;
}

// Counts facts by their documents' publishers. Borrows what it is given. Thread-compatible.
class Comparer {
 public:
  Comparer(const store::Snapshot& snapshot, const FactFilter& filter) : filter_(filter), reader_(snapshot) {}

  // Adds one to what `counter` names for every fact found; a counter may be null.
  template <typename Counter>
  Status count(const FactSearch& search, const Counter& counter) {
    return each_found(reader_, filter_, search, Ends::ignored, [&](const store::FactNote& note) -> Status {
      const auto document = reader_.document(note.id.document);
      if (!document) return fail(document.error());
      Counts& counts = publishers_[fold((**document).publisher)];
      // Of several spellings the first by bytes.
      if (counts.documents.empty() || (**document).publisher < counts.row.publisher)
        counts.row.publisher = (**document).publisher;
      counts.documents.insert(note.id.document);
      add_date(counts.row, (**document).published);
      if (std::uint64_t ComparisonRow::*field = counter(note)) ++(counts.row.*field);
      return {};
    });
  }

  std::vector<ComparisonRow> rows() {
    std::vector<ComparisonRow> out;
    for (auto& [folded, counts] : publishers_) {
      counts.row.documents = counts.documents.size();
      out.push_back(std::move(counts.row));
    }
    std::sort(out.begin(), out.end(), [](const ComparisonRow& a, const ComparisonRow& b) {
      return std::tie(b.documents, a.publisher) < std::tie(a.documents, b.publisher);
    });
    return out;
  }

 private:
  const FactFilter& filter_;
  FactReader reader_;
  std::map<std::string, Counts> publishers_;
};

using Field = std::uint64_t ComparisonRow::*;

Field toward(const store::FactNote& stance) {
  switch (stance.position.value_or(kg::Position::neutral)) {
    case kg::Position::support: return &ComparisonRow::supported;
    case kg::Position::oppose: return &ComparisonRow::opposed;
    case kg::Position::neutral: return &ComparisonRow::neutral;
  }
  return nullptr;
}

Field held(const store::FactNote& stance) {
  if (stance.position == kg::Position::support) return &ComparisonRow::supports;
  return stance.position == kg::Position::oppose ? &ComparisonRow::opposes : nullptr;
}

}  // namespace

Result<Rows<ComparisonRow>> compare(const store::Snapshot& snapshot, std::string_view subject, const Filter& filter) {
  const auto checked = FactFilter::make(filter);
  if (!checked) return fail(checked.error());
  Names names(snapshot);
  const auto ids = names.ids(subject);
  if (!ids) return fail(ids.error());
  Comparer comparer(snapshot, *checked);
  const auto by = [](const auto&) { return &ComparisonRow::claims_by; };
  const auto about = [](const auto&) { return &ComparisonRow::claims_about; };
  constexpr auto kStance = store::FactKind::stance;
  for (const Status& read :
       {comparer.count({.from = *ids}, by), comparer.count({.to = *ids}, about),
        comparer.count({.kind = kStance, .from = *ids}, held), comparer.count({.kind = kStance, .to = *ids}, toward)}) {
    if (!read) return fail(read.error());
  }
  Rows<ComparisonRow> out{.rows = comparer.rows()};
  out.total = out.rows.size();
  return out;
}

}  // namespace claimgraph::query
