#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claimgraph/kg/vocabulary.h"
#include "claimgraph/nlp/annotated_document.h"
#include "extract/mentions.h"

namespace claimgraph::extract {

using RoleWords = std::set<std::string, std::less<>>;

// An entity while mentions are still being given to it.
struct KnownEntity {
  std::string name;
  kg::EntityType type = kg::EntityType::other;
  std::optional<kg::EntityType> unnamed = std::nullopt;  // what it is where it has no name; nothing: `type`
  Gender gender = Gender::unknown;
  bool plural = false;
  bool named = false;
  std::string folded = {};  // the name in lower case, a space before each word and behind the last
  RoleWords roles = {};     // words that stood beside its name: "foreign", "minister", "russian"
};

// A mention whose entity is known, for looking back.
struct PastMention {
  std::uint32_t mention = 0;
  std::size_t entity = 0;
};

// The sentence of each token.
inline std::vector<std::uint32_t> sentence_numbers(const nlp::AnnotatedDocument& document) {
  std::vector<std::uint32_t> out(document.size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (std::uint32_t t = document.sentences[s].begin; t < document.sentences[s].end; ++t) out[t] = s;
  }
  return out;
}

}  // namespace claimgraph::extract
