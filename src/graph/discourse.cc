#include "claimgraph/graph/discourse.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <map>
#include <tuple>

namespace claimgraph::graph {
namespace {

// The times that an actor is for and against a target.
struct Opinion {
  std::uint32_t target = 0;
  std::uint32_t actor = 0;
  std::uint64_t times_for = 0;
  std::uint64_t times_against = 0;
};

// What of a statement must differ for a repeated one to count, beside actor, target and sign.
using Occasion = std::tuple<bool, std::int64_t>;  // whether the number is that of a document

std::int64_t month_of(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

// Days since the Monday of 1969-12-29, rounded down to weeks.
std::int64_t week_of(std::int32_t day) { return static_cast<std::int64_t>(std::floor((day + 3) / 7.0)); }

Occasion occasion_of(const Statement& statement, Repeats repeats) {
  const bool by_day = repeats == Repeats::day || repeats == Repeats::week || repeats == Repeats::month;
  if (repeats == Repeats::document || (by_day && statement.day == Statement::kUndated)) {
    return {true, static_cast<std::int64_t>(statement.document)};
  }
  switch (repeats) {
    case Repeats::day: return {false, statement.day};
    case Repeats::week: return {false, week_of(statement.day)};
    case Repeats::month: return {false, month_of(statement.day)};
    case Repeats::all:
    case Repeats::document:
    case Repeats::once: break;
  }
  return {false, 0};
}

struct Counted {
  std::uint32_t target = 0;
  std::uint32_t actor = 0;
  bool agrees = true;
  Occasion occasion;

  friend auto operator<=>(const Counted&, const Counted&) = default;
};

// By target, then actor.
std::vector<Opinion> opinions_of(std::span<const Statement> statements, Repeats repeats) {
  std::vector<Counted> counted;
  counted.reserve(statements.size());
  for (const Statement& statement : statements) {
    counted.push_back({.target = static_cast<std::uint32_t>(statement.target),
                       .actor = static_cast<std::uint32_t>(statement.actor),
                       .agrees = statement.agrees,
                       .occasion = occasion_of(statement, repeats)});
  }
  std::sort(counted.begin(), counted.end());
  if (repeats != Repeats::all) counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
  std::vector<Opinion> out;
  for (const Counted& one : counted) {
    if (out.empty() || out.back().target != one.target || out.back().actor != one.actor) {
      out.push_back({.target = one.target, .actor = one.actor});
    }
    ++(one.agrees ? out.back().times_for : out.back().times_against);
  }
  return out;
}

// What normalisations divide by, of one vertex.
struct Total {
  std::uint64_t statements = 0;
  std::uint64_t targets = 0;
  double squares = 0;  // of the times, by target and sign
};

void add(Total& total, const Opinion& opinion) {
  total.statements += opinion.times_for + opinion.times_against;
  ++total.targets;
  const auto plus = static_cast<double>(opinion.times_for);
  const auto minus = static_cast<double>(opinion.times_against);
  total.squares += plus * plus + minus * minus;
}

using Totals = std::map<std::uint32_t, Total>;

double weight_of(NetworkMode mode, std::uint64_t agreements, std::uint64_t conflicts) {
  const auto plus = static_cast<double>(agreements);
  const auto minus = static_cast<double>(conflicts);
  switch (mode) {
    case NetworkMode::congruence: return plus;
    case NetworkMode::conflict: return minus;
    case NetworkMode::affiliation:
    case NetworkMode::subtract: break;
  }
  return plus - minus;
}

std::vector<Tie> affiliation(const std::vector<Opinion>& opinions, Normalisation normalisation) {
  Totals of_actor, of_target;
  for (const Opinion& opinion : opinions) {
    add(of_actor[opinion.actor], opinion);
    add(of_target[opinion.target], opinion);
  }
  std::vector<Tie> out;
  for (const Opinion& opinion : opinions) {
    double divisor = 1;
    if (normalisation == Normalisation::activity) divisor = static_cast<double>(of_actor[opinion.actor].statements);
    if (normalisation == Normalisation::prominence) divisor = static_cast<double>(of_target[opinion.target].statements);
    out.push_back({.from = VertexId{opinion.actor},
                   .to = VertexId{opinion.target},
                   .weight = weight_of(NetworkMode::affiliation, opinion.times_for, opinion.times_against) / divisor,
                   .agreements = opinion.times_for,
                   .conflicts = opinion.times_against});
  }
  std::sort(out.begin(), out.end(),
            [](const Tie& a, const Tie& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  return out;
}

// Two actors, and what they say of the targets they share.
struct Shared {
  std::uint64_t agreements = 0;
  std::uint64_t conflicts = 0;
  std::uint64_t targets = 0;
};

using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, Shared>;

Pairs pairs_of(const std::vector<Opinion>& opinions) {
  Pairs out;
  for (std::size_t begin = 0, end = 0; begin < opinions.size(); begin = end) {
    while (end < opinions.size() && opinions[end].target == opinions[begin].target) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) {
        const Opinion& a = opinions[i];
        const Opinion& b = opinions[j];
        Shared& shared = out[{a.actor, b.actor}];
        shared.agreements += a.times_for * b.times_for + a.times_against * b.times_against;
        shared.conflicts += a.times_for * b.times_against + a.times_against * b.times_for;
        ++shared.targets;
      }
    }
  }
  return out;
}

double divisor_of(Normalisation normalisation, const Total& a, const Total& b, const Shared& shared) {
  switch (normalisation) {
    case Normalisation::average: return static_cast<double>(a.statements + b.statements) / 2;
    case Normalisation::jaccard: return static_cast<double>(a.targets + b.targets - shared.targets);
    case Normalisation::cosine: return std::sqrt(a.squares * b.squares);
    case Normalisation::none:
    case Normalisation::activity:
    case Normalisation::prominence: break;
  }
  return 1;
}

}  // namespace

bool fits(NetworkMode mode, Normalisation normalisation) {
  switch (normalisation) {
    case Normalisation::none: return true;
    case Normalisation::activity:
    case Normalisation::prominence: return mode == NetworkMode::affiliation;
    case Normalisation::average:
    case Normalisation::jaccard:
    case Normalisation::cosine: break;
  }
  return mode != NetworkMode::affiliation;
}

std::vector<Tie> network(std::span<const Statement> statements, const NetworkOptions& options) {
  assert(fits(options.mode, options.normalisation));
  const std::vector<Opinion> opinions = opinions_of(statements, options.repeats);
  if (options.mode == NetworkMode::affiliation) return affiliation(opinions, options.normalisation);
  Totals totals;
  for (const Opinion& opinion : opinions) add(totals[opinion.actor], opinion);
  std::vector<Tie> out;
  for (const auto& [ends, shared] : pairs_of(opinions)) {
    const double weight = weight_of(options.mode, shared.agreements, shared.conflicts);
    if (weight == 0 && options.mode != NetworkMode::subtract) continue;
    out.push_back(
        {.from = VertexId{ends.first},
         .to = VertexId{ends.second},
         .weight = weight / divisor_of(options.normalisation, totals[ends.first], totals[ends.second], shared),
         .agreements = shared.agreements,
         .conflicts = shared.conflicts});
  }
  return out;
}

}  // namespace claimgraph::graph
