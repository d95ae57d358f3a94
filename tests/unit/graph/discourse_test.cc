#include "claimgraph/graph/discourse.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::graph {
namespace {

Statement statement(std::uint32_t actor, std::uint32_t target, bool agrees, std::uint64_t document, std::int32_t day) {
  return {.actor = VertexId{actor}, .target = VertexId{target}, .agrees = agrees, .document = document, .day = day};
}

// A statement's occasion, spelled out.
std::string occasion(const Statement& one, std::size_t place, Repeats repeats) {
  const std::string document = "document " + std::to_string(one.document);
  const bool undated = one.day == Statement::kUndated;
  switch (repeats) {
    case Repeats::all: return std::to_string(place);
    case Repeats::document: return document;
    case Repeats::once: return "";
    case Repeats::day: return undated ? document : std::to_string(one.day);
    case Repeats::week: {
      if (undated) return document;
      std::int32_t day = one.day;  // back to Monday: day 4 is one
      while (((day - 4) % 7 + 7) % 7 != 0) --day;
      return std::to_string(day);
    }
    case Repeats::month: break;
  }
  if (undated) return document;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(one.day))};
  return std::to_string(static_cast<int>(date.year())) + "-" + std::to_string(static_cast<unsigned>(date.month()));
}

constexpr std::uint32_t kActors = 4;
constexpr std::uint32_t kTargets = 4;

// The tables of the definition: [actor][target][sign].
struct Tables {
  double times[kActors][kTargets][2] = {};

  double statements(std::uint32_t actor) const {
    double sum = 0;
    for (std::uint32_t t = 0; t < kTargets; ++t) sum += times[actor][t][0] + times[actor][t][1];
    return sum;
  }
  double on(std::uint32_t target) const {
    double sum = 0;
    for (std::uint32_t a = 0; a < kActors; ++a) sum += times[a][target][0] + times[a][target][1];
    return sum;
  }
};

Tables tables_of(const std::vector<Statement>& statements, Repeats repeats) {
  Tables out;
  std::set<std::tuple<VertexId, VertexId, bool, std::string>> seen;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    if (!seen.insert({one.actor, one.target, one.agrees, occasion(one, i, repeats)}).second) continue;
    out.times[static_cast<std::size_t>(one.actor)][static_cast<std::size_t>(one.target)][one.agrees ? 0 : 1] += 1;
  }
  return out;
}

double slow_one_mode(const Tables& t, std::uint32_t a, std::uint32_t b, const NetworkOptions& options) {
  double congruence = 0, conflict = 0, either = 0, squares_a = 0, squares_b = 0;
  for (std::uint32_t c = 0; c < kTargets; ++c) {
    const auto& x = t.times[a][c];
    const auto& y = t.times[b][c];
    congruence += x[0] * y[0] + x[1] * y[1];
    conflict += x[0] * y[1] + x[1] * y[0];
    either += x[0] + x[1] + y[0] + y[1] > 0 ? 1 : 0;
    squares_a += x[0] * x[0] + x[1] * x[1];
    squares_b += y[0] * y[0] + y[1] * y[1];
  }
  double weight = congruence - conflict;
  if (options.mode == NetworkMode::congruence) weight = congruence;
  if (options.mode == NetworkMode::conflict) weight = conflict;
  if (weight == 0) return 0;
  if (options.normalisation == Normalisation::average) return weight / ((t.statements(a) + t.statements(b)) / 2);
  if (options.normalisation == Normalisation::jaccard) return weight / either;
  if (options.normalisation == Normalisation::cosine) return weight / std::sqrt(squares_a) / std::sqrt(squares_b);
  return weight;
}

double slow_affiliation(const Tables& t, std::uint32_t a, std::uint32_t c, Normalisation normalisation) {
  const double weight = t.times[a][c][0] - t.times[a][c][1];
  if (weight == 0) return 0;
  if (normalisation == Normalisation::activity) return weight / t.statements(a);
  return normalisation == Normalisation::prominence ? weight / t.on(c) : weight;
}

TEST_CASE("network: the same as by its definition, for all modes, normalisations and rules of repeats") {
  std::mt19937 random(31);
  for (int round = 0; round < 600; ++round) {
    std::vector<Statement> statements;
    for (std::size_t i = random() % 30; i > 0; --i) {
      const auto day = random() % 5 == 0 ? Statement::kUndated : static_cast<std::int32_t>(random() % 80) - 20;
      statements.push_back(statement(random() % kActors, random() % kTargets, random() % 2 == 0, random() % 4, day));
    }
    const NetworkOptions options{.mode = static_cast<NetworkMode>(random() % 4),
                                 .normalisation = static_cast<Normalisation>(random() % 6),
                                 .repeats = static_cast<Repeats>(random() % 6)};
    if (!fits(options.mode, options.normalisation)) continue;
    const Tables tables = tables_of(statements, options.repeats);
    const bool one_mode = options.mode != NetworkMode::affiliation;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> got;
    for (const Tie& tie : network(statements, options)) {
      got[{static_cast<std::uint32_t>(tie.from), static_cast<std::uint32_t>(tie.to)}] = tie.weight;
    }
    for (std::uint32_t a = 0; a < kActors; ++a) {
      for (std::uint32_t b = one_mode ? a + 1 : 0; b < (one_mode ? kActors : kTargets); ++b) {
        const double want =
            one_mode ? slow_one_mode(tables, a, b, options) : slow_affiliation(tables, a, b, options.normalisation);
        const auto found = got.find({a, b});
        CHECK((found == got.end() ? 0 : found->second) == doctest::Approx(want));
      }
    }
  }
}

TEST_CASE("network: what fits which mode") {
  CHECK(fits(NetworkMode::affiliation, Normalisation::activity));
  CHECK_FALSE(fits(NetworkMode::affiliation, Normalisation::cosine));
  CHECK(fits(NetworkMode::subtract, Normalisation::cosine));
  CHECK_FALSE(fits(NetworkMode::congruence, Normalisation::prominence));
  CHECK(fits(NetworkMode::conflict, Normalisation::none));
}

TEST_CASE("network: a week begins on Monday") {
  // 1970-01-04 was a Sunday, 1970-01-05 a Monday.
  const std::vector<Statement> statements = {statement(0, 0, true, 1, 3), statement(0, 0, true, 2, 4),
                                             statement(0, 0, true, 3, 10)};
  const auto ties = network(statements, {.mode = NetworkMode::affiliation, .repeats = Repeats::week});
  REQUIRE(ties.size() == 1);
  CHECK(ties[0] == Tie{.from = VertexId{0}, .to = VertexId{0}, .weight = 2, .agreements = 2, .conflicts = 0});
}

}  // namespace
}  // namespace claimgraph::graph
