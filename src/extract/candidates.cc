#include "extract/candidates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

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
    while (out.source && out.source->size() > 1 && is_mark(document_.norm(out.source->end - 1))) --out.source->end;
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
  // Without marks at its edges, but for those inside a quotation; with the whole of a quotation that it cuts.
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
