#include "extract/names.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/hand_document.h"
#include "reading_rules.h"

namespace claimgraph::extract {
namespace {

TEST_CASE("name_text: without article, possessive and double space") {
  struct Case {
    const char* tokens;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"Anna/PROPN Orlova/PROPN", "Anna Orlova"},
      {"Orlova/PROPN 's/PART", "Orlova"},
      {"the/DET Keller/PROPN '/PART", "Keller"},
      {"The/DET Masters/PROPN 's/PART Union/PROPN", "Masters 's Union"},
      {"all/DET the/DET Kellers/PROPN", "Kellers"},
      {"Anna/PROPN\nOrlova/PROPN", "Anna Orlova"},
      // never all of it
      {"the/DET", "the"},
      {"'s/PART", "'s"},
      {"the/DET 's/PART", "the"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.tokens);
    const auto document = read_by_hand(c.tokens);
    CHECK(name_text(document, {0, static_cast<std::uint32_t>(document.size())}) == c.want);
  }
}

// Mentions by name, apart by '|', a canonical name behind '='; the clusters as "name: places".
std::string clustered(const std::string& names, kg::EntityType type) {
  std::string tokens;
  std::vector<ReferringMention> mentions;
  std::uint32_t at = 0;
  for (const auto part : model::split(names, '|')) {
    const auto sides = model::split(part, '=');
    const auto size = static_cast<std::uint32_t>(model::split(sides[0], ' ').size());
    mentions.push_back({.tokens = {at, at + size},
                        .type = type,
                        .canonical = sides.size() > 1 ? std::string(sides[1]) : std::string()});
    at += size;
    tokens += std::string(sides[0]) + " ";
  }
  std::string out;
  for (const auto& cluster : cluster_names(read_by_hand(tokens), mentions)) {
    out += (out.empty() ? "" : "; ") + cluster.name + ":";
    for (const auto mention : cluster.mentions) out += " " + std::to_string(mention);
  }
  return out;
}

TEST_CASE("cluster_names: which names name the same") {
  struct Case {
    const char* names;
    kg::EntityType type;
    const char* want;
  };
  using enum kg::EntityType;
  constexpr Case kCases[] = {
      {"Orlova|Anna Orlova|orlova", person, "Anna Orlova: 1 0 2"},
      {"Anna Orlova|Anna", person, "Anna Orlova: 0 1"},
      {"Anna Orlova|Anna", organisation, "Anna Orlova: 0; Anna: 1"},
      {"Anna Maria Orlova|Anna Orlova", person, "Anna Maria Orlova: 0 1"},
      {"Anna Orlova|Maria Orlova|Orlova", person, "Anna Orlova: 0; Maria Orlova: 1 2"},
      {"Orlova|Anna Orlova|Maria Orlova", person, "Anna Orlova: 1 0; Maria Orlova: 2"},
      {"Orlov|Anna Orlova", person, "Anna Orlova: 1; Orlov: 0"},
      {"Port Masters Union|PMU|P.M.U.", organisation, "Port Masters Union: 0 1 2"},
      {"Port Masters of Albion|PMA|PMoA", organisation, "Port Masters of Albion: 0 1; PMoA: 2"},
      {"PMU|PMU|PM", organisation, "PMU: 0 1; PM: 2"},
      {"Moscow=Russia|Kremlin=Russia|Russia|the Kremlin", place, "Russia: 0 1 2; the Kremlin: 3"},
      {"Putin=Vladimir Putin|Igor Putin|Putin", person, "Vladimir Putin: 0 2; Igor Putin: 1"},
      {"", person, ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.names);
    CHECK((*c.names == '\0' ? "" : clustered(c.names, c.type)) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::extract
