#include "claimgraph/extract/extractor.h"

#include <utility>

#include "extract/attributions.h"
#include "extract/claim_labels.h"
#include "extract/claims.h"
#include "extract/entities.h"
#include "extract/judge.h"
#include "extract/matches.h"
#include "extract/mentions.h"
#include "extract/nesting.h"
#include "extract/scopes.h"
#include "extract/stances.h"

namespace claimgraph::extract {
namespace {

kg::Source source_of(text::Document document) {
  return {.id = std::move(document.id),
          .uri = std::move(document.uri),
          .title = std::move(document.title),
          .publisher = std::move(document.publisher),
          .author = std::move(document.author),
          .published = std::move(document.published),
          .language = std::move(document.language),
          .text = std::move(document.text),
          .metadata = std::move(document.metadata)};
}

// The mention that each attribution's source refers to.
std::vector<std::optional<std::uint32_t>> refer_sources(const std::vector<Attribution>& attributions,
                                                        MentionTable& mentions) {
  std::vector<std::optional<std::uint32_t>> out;
  for (const Attribution& attribution : attributions) {
    out.push_back(attribution.source ? mentions.refer(*attribution.source) : std::nullopt);
  }
  return out;
}

std::vector<Speech> speeches_of(const std::vector<Attribution>& attributions,
                                const std::vector<std::optional<std::uint32_t>>& sources) {
  std::vector<Speech> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (!sources[i]) continue;
    for (const TokenRange content : attributions[i].contents)
      out.push_back({.tokens = content, .speaker = *sources[i]});
  }
  return out;
}

}  // namespace

struct Extractor::Impl {
  const rules::RuleSet& rules;  // outlives the extractor, see the header
  Judge judge;
  RuleRunner runner;
};

Extractor::Extractor(const rules::RuleSet& rules, const AttributionModel* model)
    : impl_(new Impl{rules, Judge(rules, model), {}}) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

void Extractor::measure_into(std::vector<RuleWork>& work) { impl_->runner.measure_into(impl_->rules, work); }

kg::Extraction Extractor::extract(nlp::AnnotatedDocument document) {
  pattern::Layer layer(document.size());
  add_given_labels(impl_->rules, document, layer);
  impl_->runner.begin_document(impl_->rules, document);
  run_mention_rules(impl_->rules, document, impl_->runner, layer);
  MentionTable mentions(document, layer);
  const Scopes scopes(impl_->rules, document, layer, impl_->runner);
  auto attributions = find_attributions(impl_->rules, document, layer, impl_->runner, impl_->judge);
  scopes.apply_to(attributions);
  const auto sources = refer_sources(attributions, mentions);
  add_claim_labels(impl_->rules, attributions, document, layer);
  const auto findings = find_stances(impl_->rules, document, layer, scopes, impl_->runner, mentions);
  auto entities = resolve_entities(document, layer, mentions.all(), speeches_of(attributions, sources));
  const Nesting nesting(document.size(), attributions);
  kg::Extraction out;
  out.claims = make_claims(document, attributions, sources, mentions.all(), entities, nesting);
  out.stances = make_stances(document, findings, out.claims, entities, nesting);
  out.entities = std::move(entities.all);
  out.source = source_of(std::move(document.document));
  return out;
}

}  // namespace claimgraph::extract
