#include "extract/candidates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/phrase_head.h"
#include "extract/quotations.h"

namespace claimgraph::extract {
namespace {

bool is_mark(std::string_view norm) {
  constexpr std::array<std::string_view, 12> kMarks = {",", ".", ";", ":", "-", "--", "—", "–", "!", "?", "…", "..."};
  return std::find(kMarks.begin(), kMarks.end(), norm) != kMarks.end();
}

// Makes attributions of matches.
class Reader {
 public:
  Reader(const nlp::AnnotatedDocument& document, const pattern::Layer& layer)
      : document_(document), layer_(layer), quotations_(document) {}

  std::optional<Attribution> read(const RuleMatchView& found) const {
    Attribution out{.rule = &found.rule,
                    .source = found.capture("source"),
                    .cue = found.capture("cue"),
                    .confidence = found.rule.weighted_confidence()};
    for (const std::string_view name : {"content", "content2"}) {
      if (const auto content = found.capture(name)) add_content(out, *content);
    }
    if (out.contents.empty()) return std::nullopt;
    widen_cue(out);
    close_source(out);
    out.same_source_as_last = field_text(found, "source", document_, layer_) == "previous";
    out.polarity = kg::parse<kg::Polarity>(field_text(found, "polarity", document_, layer_)).value_or(out.polarity);
    out.certainty = kg::parse<kg::Certainty>(field_text(found, "certainty", document_, layer_)).value_or(out.certainty);
    out.negation = found.capture("negation");
    if (out.negation) {
      out.polarity = out.polarity == kg::Polarity::positive ? kg::Polarity::negative : kg::Polarity::positive;
    }
    return out;
  }

 private:
  // With an adverb right behind that tells how ("said flatly"), and the colon before what is reported.
  void widen_cue(Attribution& out) const {
    if (!out.cue) return;
    const std::uint32_t next = out.cue->end;
    if (next < document_.size() && tells_how(next, *out.cue) && !overlaps_parts(out, {next, next + 1})) ++out.cue->end;
    const std::uint32_t mark = out.cue->end;
    const bool leads =
        std::any_of(out.contents.begin(), out.contents.end(), [&](TokenRange c) { return c.begin == mark + 1; });
    if (leads && document_.norm(mark) == ":") ++out.cue->end;
  }

  bool tells_how(std::uint32_t token, TokenRange cue) const {
    return !document_.heads.empty() && document_.pos(token) == "ADV" &&
           document_.heads[token] == phrase_head(document_, cue);
  }

  // Without marks at its end, but with the ending of a possessive; what is inserted between commas ("Lind, a lawyer,")
  // has both.
  void close_source(Attribution& out) const {
    if (!out.source) return;
    TokenRange& source = *out.source;
    while (source.size() > 1 && is_mark(document_.norm(source.end - 1))) --source.end;
    const auto takes = [&](auto is_wanted) {
      const std::uint32_t next = source.end;
      if (next < document_.size() && is_wanted(next) && !overlaps_parts(out, {next, next + 1})) ++source.end;
    };
    takes([&](std::uint32_t next) { return is_possessive(next); });
    bool inserted = false;
    for (std::uint32_t t = source.begin; t < source.end; ++t) inserted = inserted || document_.norm(t) == ",";
    takes([&](std::uint32_t next) { return inserted && document_.norm(next) == ","; });
  }

  // By the Penn Treebank's tag.
  bool is_possessive(std::uint32_t token) const {
    return !document_.xpos.empty() && document_.symbols.text(document_.xpos[token]) == "POS";
  }

  // Without marks at its edges, but for those inside a quotation; with the whole of a quotation that it cuts or begins.
  void add_content(Attribution& out, TokenRange content) const {
    const auto loose = [&](std::uint32_t token) {
      return is_mark(document_.norm(token)) && quotations_.at(token) == nullptr;
    };
    while (!content.empty() && loose(content.end - 1)) --content.end;
    while (!content.empty() && loose(content.begin)) ++content.begin;
    if (content.empty()) return;
    const TokenRange* last = quotations_.at(content.end - 1);
    if (last != nullptr && content.contains(last->begin)) content.end = std::max(content.end, last->end);
    const TokenRange* first = quotations_.at(content.begin);
    if (first != nullptr && content.begin <= first->begin + 1 && !overlaps_parts(out, *first)) {
      content.begin = first->begin;
      content.end = std::max(content.end, first->end);
    }
    const bool opens_before = first != nullptr && first->begin < content.begin && content.contains(first->end - 1);
    if (opens_before && !overlaps_parts(out, {first->begin, content.begin})) content.begin = first->begin;
    if (!overlaps_parts(out, content)) out.contents.push_back(content);
  }

  static bool overlaps_parts(const Attribution& out, TokenRange tokens) {
    if (out.source && out.source->overlaps(tokens)) return true;
    if (out.cue && out.cue->overlaps(tokens)) return true;
    return std::any_of(out.contents.begin(), out.contents.end(), [&](TokenRange c) { return c.overlaps(tokens); });
  }

  const nlp::AnnotatedDocument& document_;
  const pattern::Layer& layer_;
  Quotations quotations_;
};

}  // namespace

bool needs_model(const rules::Rule& rule) {
  const rules::Value* needs = rule.field("needs");
  return needs != nullptr && needs->literal == "model";
}

Candidates find_candidates(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                           const pattern::Layer& layer, RuleRunner& runner,
                           const std::function<bool(const rules::Rule&)>& wanted) {
  const Reader reader(document, layer);
  Candidates out;
  for (const auto& rule : rules.rules) {
    if (rule.emits != rules::Emits::attribution || !wanted(rule)) continue;
    runner.run(rule, document, layer, [&](const RuleMatchView& found) {
      auto attribution = reader.read(found);
      if (!attribution) return;
      auto& kind = attribution->same_source_as_last ? out.floating : out.sourced;
      kind.push_back(*std::move(attribution));
    });
  }
  std::stable_sort(out.floating.begin(), out.floating.end(),
                   [](const auto& a, const auto& b) { return a.contents.front().begin < b.contents.front().begin; });
  return out;
}

}  // namespace claimgraph::extract
