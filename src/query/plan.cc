#include "query/plan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace claimgraph::query {
namespace {

using store::FactKind;
using store::IndexPlace;
using Index = store::IndexPlace::Index;
using Places = std::vector<IndexPlace>;

constexpr std::size_t kFirstCount = 256;  // rows to count before another index is tried
constexpr std::size_t kCountFactor = 8;
// Rows of an index that are gone through twice in about the time that it takes to read a fact, by
// `tools/bench store`.
constexpr std::size_t kRowsAFact = 8;

// The places that the ends of a search lead to.
Places places_of_ends(const FactSearch& search, Ends ends) {
  Places out;
  if (search.from && search.to) {
    for (const kg::EntityId from : *search.from) {
      for (const kg::EntityId to : *search.to) out.push_back({.index = Index::pair, .from = from, .to = to});
    }
  } else if (search.from) {
    const Index index = ends == Ends::wanted ? Index::pairs_from : Index::from;
    for (const kg::EntityId from : *search.from) out.push_back({.index = index, .from = from});
  } else if (search.to) {
    for (const kg::EntityId to : *search.to) out.push_back({.index = Index::to, .to = to});
  } else {
    out.push_back({.index = ends == Ends::wanted ? Index::all_pairs : Index::all_rules});
  }
  return out;
}

// How many rows there are in `places`, or `most`.
Result<std::size_t> count(const store::Snapshot& snapshot, FactKind kind, const Places& places,
                          const store::Snapshot::Dates& dates, std::size_t most) {
  std::size_t found = 0;
  for (const IndexPlace& place : places) {
    const Status read = snapshot.notes(kind, place, dates, [&](const auto&) { return ++found < most; });
    if (!read) return fail(read.error());
    if (found >= most) return most;
  }
  return found;
}

struct Choice {
  std::size_t number = 0;
  std::size_t rows = 0;
};

// The choice with the fewest rows: each is counted as far as `most`, and again further when all have so many. Ties go
// to the first.
Result<Choice> smallest(const store::Snapshot& snapshot, FactKind kind, const std::vector<Places>& choices,
                        const store::Snapshot::Dates& dates) {
  for (std::size_t most = kFirstCount;; most *= kCountFactor) {
    std::optional<Choice> best;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const std::size_t fewest = best ? best->rows : most;
      const auto rows = count(snapshot, kind, choices[i], dates, fewest);
      if (!rows) return fail(rows.error());
      if (*rows < fewest) best = Choice{i, *rows};
      if (*rows == 0) return *best;
    }
    if (best) return *best;
  }
}

// Takes the best of several choices for a plan's places, and of the others those that are worth going through.
Status choose(const store::Snapshot& snapshot, FactKind kind, std::vector<Places> choices, Plan& out) {
  const auto best = smallest(snapshot, kind, choices, out.dates);
  if (!best) return fail(best.error());
  for (std::size_t i = 0; i < choices.size() && best->rows > 0; ++i) {
    if (i == best->number) continue;
    const std::size_t most = best->rows * kRowsAFact;
    const auto rows = count(snapshot, kind, choices[i], out.dates, most);
    if (!rows) return fail(rows.error());
    if (*rows < most) out.also.push_back(std::move(choices[i]));
  }
  out.places = std::move(choices[best->number]);
  return {};
}

// Nothing but the ends: to look at all facts because no index knows them is to look at `all_rules`.
bool is_all(const Places& places) { return places.front().index == Index::all_rules; }

constexpr std::array<std::string_view, 8> kIndexNames = {"from", "to",         "pair",      "rule",
                                                         "word", "pairs_from", "all_pairs", "all_rules"};

std::string dump(const Places& places) {
  std::string out;
  for (const IndexPlace& place : places) {
    if (!out.empty()) out += ", ";
    out += kIndexNames[static_cast<std::size_t>(place.index)];
    if (place.index == Index::word) out += " '" + place.text + "'";
  }
  return out;
}

}  // namespace

Result<Plan> plan_of(const store::Snapshot& snapshot, const FactSearch& search, const FactFilter& filter, Ends ends) {
  Plan out{.dates = filter.dates()};
  std::vector<Places> choices;
  Places by_ends = places_of_ends(search, ends);
  const auto words = search.kind == FactKind::claim ? search.phrases.words() : std::vector<std::string>();
  // Nobody: an empty list of ids.
  if (by_ends.empty()) return out;
  if (!is_all(by_ends) || words.empty()) choices.push_back(std::move(by_ends));
  for (const std::string& word : words) choices.push_back({{.index = Index::word, .text = word}});
  if (choices.size() == 1) {
    out.places = std::move(choices.front());
  } else if (auto chosen = choose(snapshot, search.kind, std::move(choices), out); !chosen) {
    return fail(std::move(chosen.error()));
  }
  const Index index = out.places.front().index;
  // A stance has one actor and one target; a claim may be about several of who is asked for.
  const bool by_target = index == Index::to || index == Index::pair;
  out.repeats = search.kind == FactKind::claim && ends == Ends::ignored && by_target;
  const auto stands_in = [&](const auto& is_one) {
    return is_one(index) || std::any_of(out.also.begin(), out.also.end(),
                                        [&](const Places& places) { return is_one(places.front().index); });
  };
  out.checks_ends = (search.from || search.to) && !stands_in([](Index in) { return in != Index::word; });
  const bool has_word = stands_in([](Index in) { return in == Index::word; });
  const bool all_said = search.phrases.empty() || (has_word && search.phrases.is_one_word());
  out.reads_facts = !all_said || out.checks_ends || search.according_to.has_value();
  return out;
}

std::string dump(const Plan& plan) {
  std::string out = dump(plan.places);
  for (const Places& places : plan.also) out += " and " + dump(places);
  if (plan.places.empty()) out = "nothing";
  if (plan.repeats) out += "; each once";
  if (plan.reads_facts) out += "; reads facts";
  return out;
}

}  // namespace claimgraph::query
