#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

#include "claimgraph/kg/extraction.h"

namespace claimgraph::bench {

// Articles in facts, the same for the same number of them: who speaks of whom follows a power law, as in the news.
// There is an entity for every ten documents: half of them persons, of whom some share surnames and some are called by
// these alone, the others organisations with a short name, and concepts.
class GeneratedNews {
 public:
  static constexpr std::size_t kFacts = 10;  // a document, half of them claims, half stances

  explicit GeneratedNews(std::size_t documents);

  kg::Extraction document(std::size_t number);
  // The name of the entity of that rank; the first ones are the most spoken of.
  std::string name(std::size_t rank) const;
  // A rank, as often as the news speak of it.
  std::size_t rank();

 private:
  kg::EntityIndex entity(kg::Extraction& out);
  void add_facts(kg::Extraction& out);

  std::size_t entities_;
  std::mt19937_64 random_{17};
};

}  // namespace claimgraph::bench
