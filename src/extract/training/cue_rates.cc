#include "extract/training/cue_rates.h"

#include <algorithm>
#include <cmath>

#include "extract/phrase_head.h"

namespace claimgraph::extract::training {

CueRates::Counts CueRates::count(const nlp::AnnotatedDocument& document, const std::vector<AttributionTokens>& gold) {
  Counts out;
  for (std::uint32_t t = 0; t < document.size(); ++t) {
    if (document.pos(t) != "PUNCT") out[std::string(document.lemma(t))].all += 1;
  }
  for (const AttributionTokens& attribution : gold) {
    if (attribution.cue.empty()) continue;
    const std::uint32_t head = phrase_head(document, {attribution.cue.front(), attribution.cue.back() + 1});
    if (document.pos(head) != "PUNCT") out[std::string(document.lemma(head))].cues += 1;
  }
  return out;
}

void CueRates::add(const Counts& counts) {
  for (const auto& [lemma, count] : counts) {
    all_[lemma].cues += count.cues;
    all_[lemma].all += count.all;
  }
}

double CueRates::log_odds(std::string_view lemma, const Counts& without) const {
  constexpr double kPrior = 0.1, kStrength = 2;
  Count count;
  if (const auto it = all_.find(lemma); it != all_.end()) count = it->second;
  if (const auto it = without.find(lemma); it != without.end())
    count.cues -= it->second.cues, count.all -= it->second.all;
  // One attribution may have the cue of another.
  const double rate = std::min((count.cues + kPrior * kStrength) / (count.all + kStrength), 0.99);
  return std::log(rate / (1 - rate)) - std::log(kPrior / (1 - kPrior));
}

}  // namespace claimgraph::extract::training
