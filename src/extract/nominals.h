#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "extract/known_entities.h"
#include "extract/mentions.h"

namespace claimgraph::extract {

// What noun phrases without a name say of an entity: "the Russian minister", "bad tolls". Document and layer outlive
// it. Immutable.
class Nominals {
 public:
  Nominals(const nlp::AnnotatedDocument& document, const pattern::Layer& layer);

  // Adds the words before the name in its noun phrase, and those of an apposition after it.
  void collect_roles(TokenRange name, RoleWords& roles) const;
  // Adds those of `phrase`, which is said of the entity.
  void add_words(TokenRange phrase, RoleWords& roles) const;
  // The word that the name stands in apposition to and behind: "minister" of "the minister, Ada Reyl, said".
  std::optional<std::uint32_t> apposed_to(TokenRange name) const;
  // Whether it speaks of something known: a stretch labelled `Definite` begins where it does.
  bool is_definite(TokenRange tokens) const;
  // The entity of `past`, looked at from its end, that was last known in the role of `mention`; else, for a person,
  // one whose roles have another word of it.
  std::optional<std::size_t> find_by_role(const ReferringMention& mention, const std::vector<PastMention>& past,
                                          const std::vector<KnownEntity>& known) const;
  // What it is about: without owner, article and judgement, the head in its dictionary form, so that "Tavora's toll",
  // "the toll" and "bad tolls" are one.
  std::string concept_name(TokenRange tokens) const;

 private:
  void read_gazetteer_names();
  std::string role_word(std::uint32_t token) const;
  bool shares_modifier(TokenRange tokens, const KnownEntity& known) const;
  bool is_labelled(std::uint32_t token, std::string_view label) const;

  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  std::vector<std::uint32_t> sentence_of_;               // of each token
  std::map<std::uint32_t, std::string> gazetteer_name_;  // of tokens that are a gazetteer's term
};

}  // namespace claimgraph::extract
