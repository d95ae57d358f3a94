#include "extract/claims.h"

#include <algorithm>

#include "extract/quotations.h"

namespace claimgraph::extract {
namespace {

// Direct when every word of the content is inside quotation marks, mixed when some are.
class FormReader {
 public:
  explicit FormReader(const nlp::AnnotatedDocument& document) : document_(document), quotations_(document) {}

  kg::Form of(const Attribution& attribution) const {
    bool some = false, all = true;
    for (const TokenRange content : attribution.contents) {
      for (std::uint32_t t = content.begin; t < content.end; ++t) {
        if (document_.pos(t) == "PUNCT") continue;
        const bool quoted = quotations_.at(t) != nullptr;
        some = some || quoted;
        all = all && quoted;
      }
    }
    return !some ? kg::Form::indirect : all ? kg::Form::direct : kg::Form::mixed;
  }

 private:
  const nlp::AnnotatedDocument& document_;
  Quotations quotations_;
};

std::vector<Span> bytes_of(const nlp::AnnotatedDocument& document, const std::vector<TokenRange>& parts) {
  std::vector<Span> out;
  for (const TokenRange part : parts) out.push_back(document.bytes(part));
  return out;
}

std::vector<Span> bytes_of(const nlp::AnnotatedDocument& document, const std::optional<TokenRange>& part) {
  if (!part) return {};
  return {document.bytes(*part)};
}

// The mentions that begin at each token, so that contents need not scan them all.
class MentionsByToken {
 public:
  MentionsByToken(std::size_t tokens, const std::vector<ReferringMention>& mentions) : at_(tokens) {
    for (std::uint32_t i = 0; i < mentions.size(); ++i) at_[mentions[i].tokens.begin].push_back(i);
  }
  const std::vector<std::uint32_t>& at(std::uint32_t token) const { return at_[token]; }

 private:
  std::vector<std::vector<std::uint32_t>> at_;
};

// Names and concepts; not what the text merely describes ("a company").
bool is_subject(const kg::Entity& entity) {
  return entity.type == kg::EntityType::concept_ ||
         std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const kg::Mention& mention) { return mention.kind == kg::MentionKind::name; });
}

std::vector<kg::EntityIndex> entities_in(const Attribution& attribution, std::optional<kg::EntityIndex> source,
                                         const MentionsByToken& mentions, const Entities& entities) {
  std::vector<kg::EntityIndex> out;
  for (const TokenRange content : attribution.contents) {
    for (std::uint32_t t = content.begin; t < content.end; ++t) {
      for (const std::uint32_t number : mentions.at(t)) {
        const auto entity = entities.of_mention[number];
        if (!entity || entity == source || !is_subject(entities.all[static_cast<std::size_t>(*entity)]) ||
            std::find(out.begin(), out.end(), *entity) != out.end())
          continue;
        out.push_back(*entity);
      }
    }
  }
  return out;
}

}  // namespace

std::vector<kg::Claim> make_claims(const nlp::AnnotatedDocument& document, const std::vector<Attribution>& attributions,
                                   const std::vector<std::optional<std::uint32_t>>& sources,
                                   const std::vector<ReferringMention>& mentions, const Entities& entities,
                                   const Nesting& nesting) {
  const FormReader form(document);
  const MentionsByToken by_token(document.size(), mentions);
  std::vector<kg::Claim> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const Attribution& attribution = attributions[i];
    const auto source = sources[i] ? entities.of_mention[*sources[i]] : std::nullopt;
    out.push_back({.source = source,
                   .source_spans = bytes_of(document, attribution.source),
                   .cue_spans = bytes_of(document, attribution.cue),
                   .content_spans = bytes_of(document, attribution.contents),
                   .form = form.of(attribution),
                   .within = nesting.container_of(i),
                   .about = entities_in(attribution, source, by_token, entities),
                   .polarity = attribution.polarity,
                   .certainty = attribution.certainty,
                   .rule = attribution.rule->name,
                   .confidence = attribution.confidence});
  }
  return out;
}

}  // namespace claimgraph::extract
