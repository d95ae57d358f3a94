#include "generated_store.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace claimgraph::query {
namespace {

using kg::EntityType;

struct Named {
  const char* name;
  EntityType type;
};
constexpr Named kNames[] = {
    {"Ada Quill", EntityType::person},
    {"Ada M. Quill", EntityType::person},
    {"A. Quill", EntityType::person},
    {"Quill", EntityType::person},
    {"Minister Quill", EntityType::person},
    {"Bo Marsh", EntityType::person},
    {"Bea Marsh", EntityType::person},
    {"Marsh", EntityType::other},
    {"Marsh", EntityType::place},
    {"Sergey Tarnow", EntityType::person},
    {"Sergei Tarnow", EntityType::person},
    {"Cy Fen Jr.", EntityType::person},
    {"Cy Fen", EntityType::person},
    {"Union of Ports", EntityType::organisation},
    {"Union", EntityType::organisation},
    {"UP", EntityType::organisation},
    {"The Union of Ports", EntityType::group},
    {"Bank of Tarn", EntityType::organisation},
    {"Bank", EntityType::organisation},
    {"Bank", EntityType::other},
    {"Tarn", EntityType::place},
    {"President Tarn", EntityType::person},
    {"harbour levy", EntityType::concept_},
    {"levy", EntityType::concept_},
    {"Ports Ministry", EntityType::organisation},
    {"Rail Ministry", EntityType::organisation},
    {"Ministry", EntityType::organisation},
};
constexpr const char* kAliases[] = {"Quill", "Ada",  "Bo",           "UP",       "Union", "Bank",    "the Bank",
                                    "levy",  "Tarn", "the Ministry", "Ministry", "Marsh", "the port"};
constexpr const char* kStrangers[] = {"Nobody", "quil",   "The Quill", "MARSH (place)", "Bank (organisation)",
                                      "ada",    "levies", "the levy",  "tarnow"};
constexpr const char* kDates[] = {"", "2024", "2024-12-31", "2025-10", "2025-10-24", "2025-10-24", "2025-11-01"};
constexpr const char* kPublishers[] = {"The Gazette", "the gazette", "Daily Post", ""};
constexpr const char* kContents[] = {"the levy is dear", "the levies are dear", "rain is due",
                                     "The  Levy, again", "Quill's levy",        "a dear, dear harbour levy"};
constexpr double kConfidences[] = {0.25, 0.5, 0.5, 0.75};

template <typename T, std::size_t N>
T one_of(std::mt19937& random, const T (&values)[N]) {
  return values[random() % N];
}

// Entities of one article: some of the names, some with aliases.
std::vector<kg::EntityIndex> add_entities(Article& article, std::mt19937& random) {
  std::vector<kg::EntityIndex> out;
  for (std::size_t i = random() % 6 + 1; i > 0; --i) {
    const Named& named = kNames[random() % std::size(kNames)];
    std::vector<std::string> aliases;
    if (random() % 3 == 0) aliases.emplace_back(one_of(random, kAliases));
    out.push_back(article.entity(named.name, named.type, std::move(aliases), random() % 3));
  }
  return out;
}

std::optional<kg::EntityIndex> somebody(std::mt19937& random, const std::vector<kg::EntityIndex>& known) {
  const std::size_t place = random() % (known.size() + 1);
  return place == known.size() ? std::nullopt : std::optional(known[place]);
}

Article generated_article(std::mt19937& random, std::size_t number) {
  Article out("doc" + std::to_string(number), one_of(random, kDates), one_of(random, kPublishers));
  const auto known = add_entities(out, random);
  std::optional<kg::ClaimIndex> last;
  for (std::size_t i = random() % 5; i > 0; --i) {
    std::vector<kg::EntityIndex> about;
    for (std::size_t j = random() % 3; j > 0; --j) about.push_back(known[random() % known.size()]);
    last = out.claim({.source = somebody(random, known),
                      .content = one_of(random, kContents),
                      .about = about,
                      .confidence = one_of(random, kConfidences),
                      .form = static_cast<kg::Form>(random() % 3),
                      .certainty = static_cast<kg::Certainty>(random() % 4)});
  }
  for (std::size_t i = random() % 5; i > 0; --i) {
    out.stance({.actor = somebody(random, known),
                .position = static_cast<kg::Position>(random() % 3),
                .target = known[random() % known.size()],
                .evidence = one_of(random, kContents),
                .according_to = somebody(random, known),
                .claim = random() % 2 == 0 ? last : std::nullopt,
                .confidence = one_of(random, kConfidences)});
  }
  return out;
}

}  // namespace

std::string generated_name(std::mt19937& random) {
  switch (random() % 6) {
    case 0: return one_of(random, kAliases);
    case 1: return one_of(random, kStrangers);
    default: return kNames[random() % std::size(kNames)].name;
  }
}

std::vector<Article> generated_articles(std::mt19937& random, std::size_t count) {
  std::vector<Article> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(generated_article(random, i));
  return out;
}

kg::Link generated_link(std::mt19937& random) {
  kg::Link out{.kind = random() % 3 == 0 ? kg::LinkKind::split : kg::LinkKind::merge};
  for (std::size_t i = out.kind == kg::LinkKind::split ? 1 : 2; i > 0; --i) {
    const Named& named = kNames[random() % std::size(kNames)];
    out.entities.push_back({named.name, named.type});
  }
  return out;
}

Filter generated_filter(std::mt19937& random) {
  Filter out;
  if (random() % 4 == 0) out.since = random() % 2 == 0 ? "2025" : "2024-12-31";
  if (random() % 4 == 0) out.until = random() % 2 == 0 ? "2025-10" : "2025-10-24";
  if (random() % 4 == 0) out.publishers = {"daily post"};
  if (random() % 8 == 0) out.publishers.emplace_back("THE GAZETTE");
  if (random() % 5 == 0) out.form = static_cast<kg::Form>(random() % 3);
  if (random() % 5 == 0) out.certainty = static_cast<kg::Certainty>(random() % 4);
  if (random() % 4 == 0) out.min_confidence = 0.5;
  return out;
}

}  // namespace claimgraph::query
