#include "generated_store.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace claimgraph::query {
namespace {

constexpr const char* kDates[] = {"", "2024-12-31", "2025-10-24", "2025-10-24", "2025-11-01"};
constexpr const char* kPublishers[] = {"The Gazette", "Daily Post"};
constexpr const char* kContents[] = {"the levy is dear", "the levies are dear", "rain is due", "The  Levy, again"};
constexpr double kConfidences[] = {0.25, 0.5, 0.5, 0.75};

template <typename T, std::size_t N>
T one_of(std::mt19937& random, const T (&values)[N]) {
  return values[random() % N];
}

std::optional<kg::EntityIndex> somebody(std::mt19937& random) {
  const std::size_t place = random() % (std::size(kPersons) + 1);
  if (place == std::size(kPersons)) return std::nullopt;
  return static_cast<kg::EntityIndex>(place);
}

Article generated_article(std::mt19937& random, std::size_t number) {
  Article out("doc" + std::to_string(number), one_of(random, kDates), one_of(random, kPublishers));
  for (const char* name : kPersons) out.entity(name, kg::EntityType::person);
  std::optional<kg::ClaimIndex> last;
  for (std::size_t i = random() % 4; i > 0; --i) {
    std::vector<kg::EntityIndex> about;
    if (const auto first = somebody(random)) about.push_back(*first);
    last = out.claim({.source = somebody(random),
                      .content = one_of(random, kContents),
                      .about = about,
                      .confidence = one_of(random, kConfidences),
                      .form = static_cast<kg::Form>(random() % 3),
                      .certainty = static_cast<kg::Certainty>(random() % 4)});
  }
  for (std::size_t i = random() % 4; i > 0; --i) {
    out.stance({.actor = somebody(random),
                .position = static_cast<kg::Position>(random() % 3),
                .target = static_cast<kg::EntityIndex>(random() % std::size(kPersons)),
                .evidence = one_of(random, kContents),
                .according_to = somebody(random),
                .claim = random() % 2 == 0 ? last : std::nullopt,
                .confidence = one_of(random, kConfidences)});
  }
  return out;
}

}  // namespace

std::vector<Article> generated_articles(std::mt19937& random, std::size_t count) {
  std::vector<Article> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(generated_article(random, i));
  return out;
}

Filter generated_filter(std::mt19937& random) {
  Filter out;
  if (random() % 3 == 0) out.since = "2025";
  if (random() % 3 == 0) out.until = "2025-10";
  if (random() % 3 == 0) out.publishers = {"daily post"};
  if (random() % 4 == 0) out.form = static_cast<kg::Form>(random() % 3);
  if (random() % 4 == 0) out.certainty = static_cast<kg::Certainty>(random() % 4);
  if (random() % 3 == 0) out.min_confidence = 0.5;
  return out;
}

bool slowly_accepted(const Filter& filter, const kg::Source& source, double confidence) {
  const std::string& date = source.published;
  if (!filter.since.empty() && (date.empty() || date < filter.since)) return false;
  if (!filter.until.empty() && (date.empty() || date > filter.until + "-99")) return false;
  if (!filter.publishers.empty() && source.publisher != "Daily Post") return false;
  return confidence >= filter.min_confidence;
}

}  // namespace claimgraph::query
