#include "claimgraph/workbench/coverage.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/extract/trial.h"
#include "claimgraph/kg/extraction.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

// Looks for reporting verbs by what stands around them.
class VerbFinder {
 public:
  explicit VerbFinder(const extract::Trial& trial) : trial_(trial), document_(trial.document()) {}

  bool reports(std::uint32_t verb, TokenRange sentence) const {
    if (document_.pos(verb) != "VERB" || !document_.has_syntax(sentence)) return false;
    bool actor = false, said = false;
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      if (document_.heads[token] != verb || token == verb) continue;
      const std::string_view relation = document_.symbols.text(document_.deprels[token]);
      actor = actor || (relation == "nsubj" && is_actor(token));
      said = said || relation == "ccomp" || (relation == "xcomp" && has_to(token, sentence));
    }
    return actor && (said || has_quotation(verb, sentence));
  }

 private:
  // Whether the word is within a mention of somebody who can speak.
  bool is_actor(std::uint32_t token) const {
    for (const std::uint32_t number : trial_.layer().covering(token)) {
      const auto& stretch = trial_.layer()[number];
      const auto type = feature(stretch, "type");
      const bool speaks = type == "person" || type == "organisation" || type == "group";
      if (speaks && !feature(stretch, "refers").empty()) return true;
    }
    return false;
  }

  std::string_view feature(const pattern::Labelled& stretch, std::string_view name) const {
    const auto symbol = document_.symbols.find(name);
    const auto value = symbol ? trial_.layer().feature(stretch, *symbol) : std::nullopt;
    return value ? document_.symbols.text(*value) : std::string_view();
  }

  bool has_to(std::uint32_t verb, TokenRange sentence) const {
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      const bool mark = document_.heads[token] == verb && document_.symbols.text(document_.deprels[token]) == "mark";
      if (mark && document_.norm(token) == "to") return true;
    }
    return false;
  }

  bool has_quotation(std::uint32_t verb, TokenRange sentence) const {
    constexpr std::uint32_t kLeast = 4;  // words, marks included; what is shorter is a term or a title
    bool some = false;
    for (const TokenRange quotation : document_.quotations) {
      if (quotation.contains(verb)) return false;
      some = some || (quotation.overlaps(sentence) && quotation.size() >= kLeast);
    }
    return some;
  }

  const extract::Trial& trial_;
  const nlp::AnnotatedDocument& document_;
};

bool is_taken(Span verb, const kg::Extraction& extraction) {
  return std::any_of(extraction.claims.begin(), extraction.claims.end(), [&](const kg::Claim& claim) {
    return std::any_of(claim.cue_spans.begin(), claim.cue_spans.end(), [&](Span cue) { return cue.overlaps(verb); });
  });
}

}  // namespace

void Coverage::add(const Coverage& later) {
  hits.resize(later.hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) hits[i] += later.hits[i];
  for (const auto& [lemma, verb] : later.missed) {
    const auto [known, fresh] = missed.try_emplace(lemma, verb);
    if (!fresh) known->second.count += verb.count;
  }
}

Coverage cover(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
               const text::Document& document) {
  std::vector<extract::RuleWork> work(rules.rules.size());
  extract::Extractor extractor(rules, model);
  extractor.measure_into(work);
  const auto extraction = extractor.extract(analyser.analyse(document));
  Coverage out;
  for (const auto& one : work) out.hits.push_back(one.hits);
  const extract::Trial trial(rules, analyser.analyse(document));
  const auto& read = trial.document();
  const VerbFinder finder(trial);
  for (const TokenRange sentence : read.sentences) {
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
      if (!finder.reports(token, sentence) || is_taken(read.spans[token], extraction)) continue;
      const auto [verb, fresh] = out.missed.try_emplace(std::string(read.lemma(token)));
      ++verb->second.count;
      if (!fresh) continue;
      verb->second.document = document.id;
      verb->second.example = words(read, sentence);
    }
  }
  return out;
}

}  // namespace claimgraph::workbench
