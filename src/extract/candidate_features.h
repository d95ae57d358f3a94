#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "extract/attributions.h"
#include "extract/contest.h"
#include "extract/feature_list.h"
#include "extract/quotations.h"
#include "extract/rivals.h"

namespace claimgraph::extract {

// Tells of the candidates of one document what a linear model may weigh: the rule, the words and lexicon columns of the
// cue, what source and content look like, how the three hang together in order, distance and syntax, and what other
// rules propose. Whether it stands within other words that are reported is not told: there nobody has annotated which
// reports are right. A feature's name is "what=value"; doc/FORMATS.md lists them. Document, layer and candidates
// outlive it. Immutable.
class CandidateFeatures {
 public:
  // `numbers` are those of the candidates that are to be told of and to count as rivals.
  CandidateFeatures(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                    std::span<const Attribution> candidates, std::vector<std::uint32_t> numbers);

  // Replaces what is in `out` by the features of a candidate. Time and memory do not depend on the document.
  // REQUIRES: `number` is one of those given above.
  void read(std::uint32_t number, FeatureList& out) const;

  // How the candidates stand to one another by the scores that they have now; uses this and the candidates.
  Contest contest() const { return Contest(document_.size(), candidates_, numbers_, heads_, rivals_); }

 private:
  struct View;

  View view_of(std::uint32_t number) const;
  void add_rule(const View& view, FeatureList& out) const;
  void add_cue(const View& view, FeatureList& out) const;
  void add_cue_neighbours(const View& view, FeatureList& out) const;
  void add_cue_lexicons(const View& view, FeatureList& out) const;
  void add_cue_dependents(const View& view, FeatureList& out) const;
  void add_source(const View& view, FeatureList& out) const;
  void add_content(const View& view, FeatureList& out) const;
  void add_links(const View& view, FeatureList& out) const;
  void add_rivals(std::uint32_t number, const View& view, FeatureList& out) const;

  std::string_view deprel(std::uint32_t token) const;
  std::string_view tag(std::uint32_t token) const;
  // How `token` hangs together with the head of the cue: "under", "over", "beside", ...
  std::string_view link(std::uint32_t token, std::uint32_t cue) const;
  std::string_view quoted(const Attribution& candidate) const;
  std::string_view source_kind(const View& view) const;
  // What the content begins with, if that tells what kind of clause it is; else its relation.
  std::string_view frame(const View& view) const;

  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  std::span<const Attribution> candidates_;
  Quotations quotations_;
  std::vector<std::uint32_t> sentence_of_;  // of each token
  std::vector<std::uint32_t> heads_;        // of each candidate: the head of its cue
  std::vector<std::uint32_t> numbers_;
  Rivals rivals_;
};

}  // namespace claimgraph::extract
