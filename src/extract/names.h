#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "extract/mentions.h"

namespace claimgraph::extract {

// Mentions by name that name the same entity.
struct NameCluster {
  std::string name;                // the fullest
  std::vector<std::string> words;  // of it, folded
  bool canonical = false;          // `name` is a gazetteer's
  kg::EntityType type = kg::EntityType::other;
  Gender gender = Gender::unknown;
  std::vector<std::uint32_t> mentions;  // places in the mentions
};

// The text of a mention as a name: one space between words, no possessive, no article before it.
std::string name_text(const nlp::AnnotatedDocument& document, TokenRange tokens);

// Clusters the mentions of kind `name`. Fuller names first, so that a short one finds the full one wherever it stands.
// A short form has at most eight words. Deterministic; O(n log n) but for first names and surnames, alone or together,
// that many entities share.
std::vector<NameCluster> cluster_names(const nlp::AnnotatedDocument& document,
                                       const std::vector<ReferringMention>& mentions);

}  // namespace claimgraph::extract
