#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "claimgraph/kg/extraction.h"

// Inputs made from a seed, the same on every machine.
namespace claimgraph::store {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  // A number from 0 to `below` - 1.
  std::size_t number(std::size_t below) { return static_cast<std::size_t>(random_() % below); }
  std::uint64_t bits() { return random_(); }
  bool chance(std::size_t in) { return number(in) == 0; }
  // Up to `most` arbitrary bytes.
  std::string bytes(std::size_t most);
  // What could have been read from one of few documents about few entities, whose names are written in several ways.
  kg::Extraction extraction(const std::string& id);

 private:
  kg::Entity entity(std::size_t text_size);
  kg::Claim claim(const kg::Extraction& so_far);
  kg::Stance stance(const kg::Extraction& so_far);
  Span span(std::size_t text_size);
  std::vector<Span> spans(std::size_t text_size);
  kg::EntityIndex one_of(const std::vector<kg::Entity>& entities);

  std::mt19937_64 random_;
};

}  // namespace claimgraph::store
