#include "extract/candidate_features.h"

#include <algorithm>
#include <cmath>

#include "claimgraph/kg/vocabulary.h"
#include "extract/phrase_head.h"

namespace claimgraph::extract {
namespace {

constexpr std::uint32_t kLook = 32;  // tokens of a part, or around a cue, that are looked at

std::string_view bucket(std::uint32_t count) {
  if (count == 0) return "0";
  if (count == 1) return "1";
  if (count == 2) return "2";
  if (count == 3) return "3";
  if (count <= 5) return "5";
  if (count <= 8) return "8";
  if (count <= 13) return "13";
  if (count <= 21) return "21";
  if (count <= 34) return "34";
  return "more";
}

std::uint32_t cue_head(const nlp::AnnotatedDocument& document, const Attribution& candidate) {
  return phrase_head(document, candidate.cue.value_or(candidate.contents.front()));
}

std::vector<std::uint32_t> cue_heads(const nlp::AnnotatedDocument& document, std::span<const Attribution> candidates) {
  std::vector<std::uint32_t> out;
  out.reserve(candidates.size());
  for (const Attribution& candidate : candidates) out.push_back(cue_head(document, candidate));
  return out;
}

std::vector<std::uint32_t> sentences_of(const nlp::AnnotatedDocument& document) {
  std::vector<std::uint32_t> out(document.size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange sentence = document.sentences[s];
    std::fill(out.begin() + sentence.begin, out.begin() + sentence.end, s);
  }
  return out;
}

// Tokens between two stretches that do not overlap.
std::uint32_t gap(TokenRange a, TokenRange b) { return a.begin < b.begin ? b.begin - a.end : a.begin - b.end; }

float log_odds(double probability) {
  constexpr double kLeast = 0.01;
  const double p = std::clamp(probability, kLeast, 1 - kLeast);
  return static_cast<float>(std::log(p / (1 - p)));
}

}  // namespace

// What several groups of features look at.
struct CandidateFeatures::View {
  const Attribution& candidate;
  std::string_view rule;
  std::uint32_t cue = 0;                // heads of the parts
  std::optional<std::uint32_t> source;  // nothing without a source
  std::uint32_t content = 0;
  std::string_view lemma;  // of the cue
  std::string_view kind;   // of the source
  std::string_view type;   // of the source: an entity type, or empty
  std::string_view frame;
};

CandidateFeatures::CandidateFeatures(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                                     std::span<const Attribution> candidates, std::vector<std::uint32_t> numbers)
    : document_(document),
      layer_(layer),
      candidates_(candidates),
      quotations_(document),
      sentence_of_(sentences_of(document)),
      heads_(cue_heads(document, candidates)),
      numbers_(std::move(numbers)),
      rivals_(document.size(), candidates_, numbers_, heads_) {}

void CandidateFeatures::read(std::uint32_t number, FeatureList& out) const {
  out.clear();
  const View view = view_of(number);
  add_rule(view, out);
  if (view.candidate.cue) {
    add_cue(view, out);
    add_cue_lexicons(view, out);
    add_cue_dependents(view, out);
  }
  add_source(view, out);
  add_content(view, out);
  add_links(view, out);
  add_rivals(number, view, out);
}

CandidateFeatures::View CandidateFeatures::view_of(std::uint32_t number) const {
  View view{.candidate = candidates_[number], .rule = candidates_[number].rule->name, .cue = heads_[number]};
  const Attribution& candidate = view.candidate;
  if (candidate.source) {
    view.source = phrase_head(document_, *candidate.source);
    const auto type = document_.symbols.find("type");
    const auto found = type ? layer_.feature_within(*candidate.source, *type) : std::nullopt;
    if (found) view.type = document_.symbols.text(*found);
  }
  view.content = phrase_head(document_, candidate.contents.front());
  view.lemma = document_.lemma(view.cue);
  view.kind = source_kind(view);
  view.frame = frame(view);
  return view;
}

std::string_view CandidateFeatures::deprel(std::uint32_t token) const {
  return document_.deprels.empty() ? std::string_view() : document_.symbols.text(document_.deprels[token]);
}

std::string_view CandidateFeatures::tag(std::uint32_t token) const {
  return document_.xpos.empty() ? std::string_view() : document_.symbols.text(document_.xpos[token]);
}

std::string_view CandidateFeatures::link(std::uint32_t token, std::uint32_t cue) const {
  if (document_.heads.empty() || sentence_of_[token] != sentence_of_[cue]) return "none";
  const auto& heads = document_.heads;
  if (heads[token] == cue) return "under";
  if (heads[cue] == token) return "over";
  if (heads[token] == heads[cue]) return "beside";
  if (heads[heads[token]] == cue) return "deep";
  if (heads[token] == heads[heads[cue]]) return "aunt";
  return "far";
}

std::string_view CandidateFeatures::quoted(const Attribution& candidate) const {
  bool some = false, all = true;
  for (const TokenRange content : candidate.contents) {
    const std::uint32_t end = std::min(content.end, content.begin + kLook);
    for (std::uint32_t t = content.begin; t < end; ++t) {
      const bool inside = quotations_.at(t) != nullptr;
      some = some || inside;
      all = all && (inside || document_.pos(t) == "PUNCT");
    }
  }
  return !some ? "no" : all ? "all" : "part";
}

std::string_view CandidateFeatures::source_kind(const View& view) const {
  if (!view.source) return "none";
  const std::string_view pos = document_.pos(*view.source);
  if (pos == "PRON" || pos == "DET") return "pronoun";
  return pos == "PROPN" ? "name" : "nominal";
}

std::string_view CandidateFeatures::frame(const View& view) const {
  const std::uint32_t first = view.candidate.contents.front().begin;
  const auto marker = document_.symbols.find("Marker");
  if (marker && layer_.is_within(first, *marker)) return document_.norm(first);
  const std::string_view relation = deprel(view.content);
  return relation.empty() ? document_.pos(view.content) : relation;
}

void CandidateFeatures::add_rule(const View& view, FeatureList& out) const {
  out.add({"bias"});
  out.add({"rule=", view.rule});
  out.add({"rule.odds"}, log_odds(view.candidate.rule->weighted_confidence()));
  out.add({"rule/kind=", view.rule, "/", view.kind});
  out.add({"rule/type=", view.rule, "/", view.type});
  out.add({"rule/quoted=", view.rule, "/", quoted(view.candidate)});
  out.add({"rule/lemma=", view.rule, "/", view.lemma});
  out.add({"rule/relation=", view.rule, "/", deprel(view.cue)});
  out.add({"rule/frame=", view.rule, "/", view.frame});
}

void CandidateFeatures::add_cue(const View& view, FeatureList& out) const {
  const TokenRange cue = *view.candidate.cue;
  out.add({"cue.lemma=", view.lemma});
  out.add({"cue.lemma/frame=", view.lemma, "/", view.frame});
  out.add({"cue.lemma/kind=", view.lemma, "/", view.kind});
  out.add({"cue.lemma/type=", view.lemma, "/", view.type});
  out.add({"cue.lemma/tag=", view.lemma, "/", tag(view.cue)});
  out.add({"cue.lemma/relation=", view.lemma, "/", deprel(view.cue)});
  out.add({"cue.lemma/head=", view.lemma, "/", document_.lemma(view.content)});
  out.add({"cue.lemma/quoted=", view.lemma, "/", quoted(view.candidate)});
  out.add({"cue.tag=", tag(view.cue)});
  out.add({"cue.pos=", document_.pos(view.cue)});
  out.add({"cue.relation=", deprel(view.cue)});
  out.add({"cue.tag/relation=", tag(view.cue), "/", deprel(view.cue)});
  out.add({"cue.size=", bucket(cue.size())});
  if (cue.size() > 1) out.add({"cue.first=", document_.norm(cue.begin)});
  if (cue.size() > 1) out.add({"cue.last=", document_.norm(cue.end - 1)});
  out.add({"cue.polarity=", kg::spell(view.candidate.polarity)});
  out.add({"cue.certainty=", kg::spell(view.candidate.certainty)});
  out.add({"cue.sentence=", bucket(sentence_of_[view.cue])});
  add_cue_neighbours(view, out);
}

// The words beside the cue, and the one that it hangs on.
void CandidateFeatures::add_cue_neighbours(const View& view, FeatureList& out) const {
  const TokenRange cue = *view.candidate.cue;
  if (cue.begin > 0) {
    out.add({"cue.before=", document_.norm(cue.begin - 1)});
    out.add({"cue.before.pos=", document_.pos(cue.begin - 1)});
  }
  if (cue.end < document_.size()) {
    out.add({"cue.next=", document_.norm(cue.end)});
    out.add({"cue.next.pos=", document_.pos(cue.end)});
    out.add({"cue.lemma/next=", view.lemma, "/", document_.norm(cue.end)});
  }
  if (document_.heads.empty()) return;
  const std::uint32_t parent = document_.heads[view.cue];
  out.add({"cue.parent=", document_.lemma(parent), "/", deprel(view.cue)});
  out.add({"cue.parent.tag=", tag(parent), "/", deprel(view.cue)});
}

void CandidateFeatures::add_cue_lexicons(const View& view, FeatureList& out) const {
  const auto term = document_.symbols.find("term");
  for (const std::uint32_t number : layer_.covering(view.cue)) {
    const auto& stretch = layer_[number];
    const std::string_view label = document_.symbols.text(stretch.label);
    if (label == "NP" || label == "Quotation") continue;
    out.add({"cue.in=", label});
    for (const pattern::Feature& feature : layer_.features(stretch)) {
      if (feature.name == term) continue;
      out.add({"cue.in.column=", label, ".", document_.symbols.text(feature.name), "=",
               document_.symbols.text(feature.value)});
    }
  }
}

// Auxiliaries, negation, conjunctions and the like that hang on the cue.
void CandidateFeatures::add_cue_dependents(const View& view, FeatureList& out) const {
  if (document_.heads.empty()) return;
  const TokenRange sentence = document_.sentences[sentence_of_[view.cue]];
  const std::uint32_t begin = std::max(sentence.begin, view.cue - std::min(view.cue, kLook));
  const std::uint32_t end = std::min(sentence.end, view.cue + kLook);
  bool object = false, subject = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (document_.heads[t] != view.cue || t == view.cue) continue;
    const std::string_view relation = deprel(t);
    object = object || relation == "obj";
    subject = subject || relation.starts_with("nsubj");
    if (relation.starts_with("aux") || relation == "mark" || relation == "cc" || relation == "case")
      out.add({"cue.has=", relation, "/", document_.norm(t)});
    if (relation == "advmod" && document_.norm(t).size() <= 5) out.add({"cue.has=", relation, "/", document_.norm(t)});
  }
  out.add({"cue.arguments=", subject ? "subject" : "-", object ? "/object" : "/-", "/", view.frame});
}

void CandidateFeatures::add_source(const View& view, FeatureList& out) const {
  out.add({"source.kind=", view.kind});
  out.add({"source.type=", view.type});
  out.add({"source.kind/relation=", view.kind, "/", deprel(view.cue)});
  if (!view.source) return;
  const TokenRange source = *view.candidate.source;
  out.add({"source.size=", bucket(source.size())});
  out.add({"source.first=", document_.pos(source.begin)});
  if (document_.pos(source.begin) == "DET" || view.kind == "pronoun")
    out.add({"source.word=", document_.norm(source.begin)});
  if (view.kind == "nominal") {
    out.add({"source.lemma=", document_.lemma(*view.source)});
    out.add({"source.tag=", tag(*view.source)});
  }
  out.add({"source.head/lemma=", document_.norm(*view.source), "/", view.lemma});
  if (source.begin > 0) out.add({"source.before=", document_.norm(source.begin - 1)});
  if (source.end < document_.size()) out.add({"source.next=", document_.norm(source.end)});
  out.add({"source.link=", link(*view.source, view.cue), "/", deprel(*view.source)});
  out.add({"source.gap=", view.candidate.cue ? bucket(gap(source, *view.candidate.cue)) : "none",
           view.candidate.cue && source.begin < view.candidate.cue->begin ? "/before" : "/after"});
}

void CandidateFeatures::add_content(const View& view, FeatureList& out) const {
  const auto& contents = view.candidate.contents;
  const TokenRange first = contents.front();
  out.add({"content.first=", document_.norm(first.begin)});
  out.add({"content.pos=", document_.pos(first.begin)});
  out.add({"content.head=", document_.pos(view.content), "/", deprel(view.content)});
  if (document_.pos(view.content) == "NOUN") out.add({"content.lemma=", document_.lemma(view.content)});
  out.add({"content.size=", bucket(first.size())});
  out.add({"content.parts=", bucket(static_cast<std::uint32_t>(contents.size()))});
  out.add({"content.quoted=", quoted(view.candidate)});
  out.add({"content.frame=", view.frame});
  std::uint32_t verbs = 0;
  for (std::uint32_t t = first.begin; t < std::min(first.end, first.begin + kLook); ++t) {
    verbs += document_.pos(t) == "VERB" || document_.pos(t) == "AUX" ? 1U : 0U;
  }
  out.add({"content.verbs=", bucket(verbs)});
  const std::uint32_t from = sentence_of_[first.begin], to = sentence_of_[contents.back().end - 1];
  out.add({"content.sentences=", bucket(to - from)});
  const std::uint32_t behind = document_.sentences[to].end - contents.back().end;
  out.add({"content.behind=", bucket(behind)});
  out.add({"content.before=", bucket(first.begin - document_.sentences[from].begin)});
  if (first.begin > 0) out.add({"content.prior=", document_.norm(first.begin - 1)});
  const std::uint32_t last = contents.back().end - 1;
  out.add({"content.last=", document_.norm(last)});
  out.add({"content.last.pos=", document_.pos(last)});
  if (last + 1 == document_.size()) return;
  out.add({"content.next=", document_.norm(last + 1)});
  out.add({"content.next.pos=", document_.pos(last + 1)});
  out.add({"content.next.relation=", deprel(last + 1)});
}

void CandidateFeatures::add_links(const View& view, FeatureList& out) const {
  const Attribution& candidate = view.candidate;
  const TokenRange content = candidate.contents.front();
  const std::string_view tie = link(view.content, view.cue);
  out.add({"content.link=", tie, "/", deprel(view.content)});
  out.add({"rule/links=", view.rule, "/", tie, "/", view.source ? link(*view.source, view.cue) : "none"});
  if (!candidate.cue) return;
  out.add({"content.gap=", bucket(gap(content, *candidate.cue)),
           content.begin < candidate.cue->begin ? "/before" : "/after"});
  const auto side = [&](TokenRange part) { return part.begin < candidate.cue->begin ? "before" : "after"; };
  out.add({"order=", candidate.source ? side(*candidate.source) : "none", "/", side(content)});
  const std::uint32_t between = content.begin < candidate.cue->begin ? content.end : candidate.cue->end;
  if (gap(content, *candidate.cue) > 0) out.add({"between=", document_.norm(between)});
}

void CandidateFeatures::add_rivals(std::uint32_t number, const View& view, FeatureList& out) const {
  std::uint32_t same = 0, other_source = 0, wider = 0, narrower = 0, before = 0;
  for (const std::uint32_t rival : rivals_.of(number)) {
    if (rival == number) continue;
    const Attribution& other = candidates_[rival];
    const bool source = other.source == view.candidate.source, content = other.contents == view.candidate.contents;
    if (source && content) out.add({"agrees=", other.rule->name});
    if (!(source && content)) out.add({"differs=", other.rule->name});
    same += source && content ? 1U : 0U;
    other_source += source ? 0U : 1U;
    wider += other.contents.front().size() > view.candidate.contents.front().size() ? 1U : 0U;
    narrower += other.contents.front().size() < view.candidate.contents.front().size() ? 1U : 0U;
    before += rival < number ? 1U : 0U;
  }
  out.add({"rivals.same=", bucket(same)});
  out.add({"rivals.source=", bucket(other_source)});
  out.add({"rivals.wider=", bucket(wider)});
  out.add({"rivals.narrower=", bucket(narrower)});
  out.add({"rivals.before=", bucket(before)});
  out.add({"rivals.within=", bucket(rivals_.cues_within(number))});
}

}  // namespace claimgraph::extract
