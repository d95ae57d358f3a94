#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "extract/mentions.h"

namespace claimgraph::extract {

// Words that somebody says: pronouns of the first person in them mean the speaker.
struct Speech {
  TokenRange tokens;
  std::uint32_t speaker = 0;  // place in the mentions
};

// The entities of a document and which of them each mention refers to.
struct Entities {
  std::vector<kg::Entity> all;  // in order of first mention; mentions and aliases filled in
  std::vector<std::optional<kg::EntityIndex>> of_mention;
};

// Names one entity for mentions that name the same one: by gazetteer name, by spelling, a surname or given name for a
// full name, an acronym for what it abbreviates, the end of a longer name for it. Then gives nominal mentions ("the
// minister") the most recent entity known in that role, and pronouns the most recent one that agrees with them,
// subjects and speakers first. A mention that finds nobody is an entity of its own if nominal, and nothing if a
// pronoun.
Entities resolve_entities(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                          const std::vector<ReferringMention>& mentions, const std::vector<Speech>& speeches);

}  // namespace claimgraph::extract
