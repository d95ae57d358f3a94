#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/kg/vocabulary.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/matches.h"

namespace claimgraph::extract {

enum class Gender : std::uint8_t { unknown, male, female };

// Words that refer to an entity, before it is known to which.
struct ReferringMention {
  TokenRange tokens;
  kg::MentionKind kind = kg::MentionKind::name;
  kg::EntityType type = kg::EntityType::other;
  std::optional<kg::EntityType> unnamed;  // the type of an entity without a name; nothing: `type`
  Gender gender = Gender::unknown;
  bool plural = false;
  bool first_person = false;  // "I", "we", "our"
  std::string canonical;      // the name that a gazetteer or the input gives it; empty when there is none
  bool given = false;         // brought along by the input
};

// Labels that every document has without any rule: quotations, headline and turns, the input's own mentions, the
// lexicons' terms; with the labels above them.
void add_given_labels(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, pattern::Layer& layer);

// Runs the mention and discard rules in order; each sees what the ones before it have labelled. Of stretches of one
// label that overlap, the rules' `overlap` says which stay; those that stay get the labels above theirs, and their
// parts labels of their own. Stops at
// the rule `before`, if that is one of them.
void run_mention_rules(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, RuleRunner& runner,
                       pattern::Layer& layer, const rules::Rule* before = nullptr);

// The mentions of a document. Starts with the stretches that have a feature "refers", no two overlapping; more are made
// where a rule's capture needs one, and these may hold a name.
class MentionTable {
 public:
  MentionTable(const nlp::AnnotatedDocument& document, const pattern::Layer& layer);

  // The mention that `tokens`, a noun phrase with all that depends on it, refers to by its head, or by its owner where
  // the head refers to that ("Lavrov's remarks"); made when there is none. Nothing when no noun, name or pronoun is in
  // it. The number is the place in all().
  std::optional<std::uint32_t> refer(TokenRange tokens);
  // As refer(), for a phrase that is spoken of rather than speaking: a phrase that says more than the name in it is a
  // concept of its own ("NATO enlargement").
  std::optional<std::uint32_t> refer_to_topic(TokenRange tokens);

  const std::vector<ReferringMention>& all() const { return all_; }

 private:
  void take_kinds();
  std::optional<std::uint32_t> covering(std::uint32_t token) const;
  std::uint32_t make(TokenRange tokens, kg::MentionKind kind, std::uint32_t head);
  std::uint32_t add(ReferringMention mention);
  std::vector<TokenRange> noun_phrases(TokenRange tokens) const;
  // Whom the head of `phrase` refers to when that is its owner: the words before the last "'s", or "his".
  std::optional<TokenRange> owner_of(TokenRange phrase) const;
  // The name behind `title`, where the two are one noun phrase of which the parse has left the name out.
  std::optional<std::uint32_t> name_behind(TokenRange title) const;
  bool is_pos(std::uint32_t token, std::string_view upos) const;

  const nlp::AnnotatedDocument& document_;  // both outlive the table
  const pattern::Layer& layer_;
  std::vector<ReferringMention> all_;
  std::map<TokenRange, std::uint32_t> places_;  // of the mentions in all_
  std::vector<std::uint32_t> cover_;            // of each token: the mention that covers it, plus one; 0 for none
};

}  // namespace claimgraph::extract
