#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "extract/entities.h"
#include "extract/known_entities.h"
#include "extract/quotations.h"

namespace claimgraph::extract {

// Tells which entity a pronoun means. Document, mentions and speeches outlive it. Immutable.
class Pronouns {
 public:
  Pronouns(const nlp::AnnotatedDocument& document, const std::vector<ReferringMention>& mentions,
           const std::vector<Speech>& speeches);

  // The entity of `past`, which is in text order, that suits pronoun `number` best: within the last sentences, of its
  // gender and number, subjects and speakers first; of a first person the speaker. What speaks is nothing that cannot.
  // `entity_of` holds the entity of each mention as far as it is known.
  std::optional<std::size_t> find(std::uint32_t number, const std::vector<PastMention>& past,
                                  const std::vector<KnownEntity>& known,
                                  const std::vector<std::optional<std::size_t>>& entity_of) const;

 private:
  void mark_speeches(const std::vector<Speech>& speeches);
  bool suits(std::uint32_t number, const KnownEntity& known) const;
  bool is_said_to_another(std::uint32_t number, const PastMention& past,
                          const std::vector<std::optional<std::size_t>>& entity_of) const;
  double nearness(std::uint32_t number, const PastMention& past, const KnownEntity& known) const;
  bool is_possessor(std::uint32_t number) const;
  bool is_first_in_sentence(std::uint32_t number) const;

  const nlp::AnnotatedDocument& document_;
  const std::vector<ReferringMention>& mentions_;
  Quotations quotations_;
  std::vector<std::uint32_t> sentence_of_;  // of each token
  std::vector<const Speech*> speech_of_;    // of each token: the innermost, or nullptr
  std::set<std::uint32_t> speaks_;          // mentions that are the source of something
};

}  // namespace claimgraph::extract
