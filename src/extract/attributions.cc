#include "extract/attributions.h"

#include <algorithm>
#include <array>
#include <map>
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
    Attribution out{.rule = &found.rule, .source = found.capture("source"), .cue = found.capture("cue")};
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

// What has been kept so far, found by token.
class Kept {
 public:
  explicit Kept(std::size_t tokens) : cue_of_(tokens, 0), touching_(tokens) {}

  // Whether the content of any attribution so far has a token of `tokens`, but for those that lie within `tokens`: a
  // quotation may hold reports of its own.
  bool touches(TokenRange tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      for (const std::uint32_t number : touching_[t]) {
        if (!tokens.contains(all_[number].extent())) return true;
      }
    }
    return false;
  }

  bool contradicts(const Attribution& candidate) const {
    if (candidate.cue) {
      for (std::uint32_t t = candidate.cue->begin; t < candidate.cue->end; ++t) {
        if (cue_of_[t] != 0) return true;
      }
    }
    for (const TokenRange content : candidate.contents) {
      for (std::uint32_t t = content.begin; t < content.end; ++t) {
        for (const std::uint32_t number : touching_[t]) {
          if (contradict(all_[number], candidate)) return true;
        }
        if (touching_[t].size() >= kDeepest) return true;
      }
    }
    return false;
  }

  void add(Attribution attribution) {
    const auto number = static_cast<std::uint32_t>(all_.size());
    if (attribution.cue) {
      for (std::uint32_t t = attribution.cue->begin; t < attribution.cue->end; ++t) cue_of_[t] = number + 1;
    }
    for (const TokenRange content : attribution.contents) {
      for (std::uint32_t t = content.begin; t < content.end; ++t) touching_[t].push_back(number);
    }
    all_.push_back(std::move(attribution));
  }

  void add_content(std::size_t number, TokenRange content) {
    all_[number].contents.push_back(content);
    for (std::uint32_t t = content.begin; t < content.end; ++t)
      touching_[t].push_back(static_cast<std::uint32_t>(number));
  }

  std::vector<Attribution>& all() { return all_; }

 private:
  static constexpr std::size_t kDeepest = 6;  // reports within one another

  // Neither lies within the other's content.
  static bool contradict(const Attribution& a, const Attribution& b) {
    const auto inside = [](const Attribution& inner, const Attribution& outer) {
      const TokenRange cue = inner.cue.value_or(inner.contents.front());
      return outer.content_contains(cue) && std::all_of(inner.contents.begin(), inner.contents.end(),
                                                        [&](TokenRange c) { return outer.content_contains(c); });
    };
    return !inside(a, b) && !inside(b, a);
  }

  std::vector<Attribution> all_;
  std::vector<std::uint32_t> cue_of_;                 // of each token: the attribution with that cue plus one, or 0
  std::vector<std::vector<std::uint32_t>> touching_;  // of each token: attributions whose content it is in
};

void sort_by_text(std::vector<Attribution>& all) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(a.extent().begin, ~a.extent().end) < std::pair(b.extent().begin, ~b.extent().end);
  });
}

// The attributions with a source of their own by where they end, for finding the one before a place.
class ByEnd {
 public:
  ByEnd(const std::vector<Attribution>& all, const nlp::AnnotatedDocument& document) : document_(document) {
    for (std::size_t i = 0; i < all.size(); ++i) set(i, all[i]);
  }

  // Of several that end together the widest counts: the others lie within its content.
  void set(std::size_t number, const Attribution& attribution) {
    if (!attribution.source) return;
    const TokenRange extent = attribution.extent();
    const auto [it, is_new] = by_end_.try_emplace(extent.end, Last{number, extent.begin});
    if (!is_new && extent.begin <= it->second.begin) it->second = {number, extent.begin};
  }

  // The last one that ends at or before `token`, when it reaches into the same paragraph or at most `paragraphs`
  // before.
  std::optional<std::size_t> before(std::uint32_t token, std::ptrdiff_t paragraphs) const {
    auto it = by_end_.upper_bound(token);
    if (it == by_end_.begin()) return std::nullopt;
    --it;
    if (paragraph_of(token) - paragraph_of(it->first - 1) > paragraphs) return std::nullopt;
    return it->second.number;
  }

 private:
  struct Last {
    std::size_t number;
    std::uint32_t begin;  // of its extent
  };

  std::ptrdiff_t paragraph_of(std::uint32_t token) const {
    const auto it = std::upper_bound(document_.paragraphs.begin(), document_.paragraphs.end(), token,
                                     [](std::uint32_t t, TokenRange p) { return t < p.begin; });
    return it - document_.paragraphs.begin();
  }

  const nlp::AnnotatedDocument& document_;
  std::map<std::uint32_t, Last> by_end_;
};

bool is_paragraph(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  return std::binary_search(
      document.paragraphs.begin(), document.paragraphs.end(), tokens,
      [](TokenRange a, TokenRange b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
}

// Attributions without a source of their own: what a speaker goes on to say.
void add_continuations(std::vector<Attribution> floating, Kept& kept, const nlp::AnnotatedDocument& document) {
  ByEnd by_end(kept.all(), document);
  for (Attribution& candidate : floating) {
    const TokenRange content = candidate.contents.front();
    if (kept.touches(content)) continue;
    const rules::Value* join = candidate.rule->field("join");
    const bool joins = join != nullptr && join->literal == "previous";
    const auto number = by_end.before(content.begin, joins && !is_paragraph(document, content) ? 0 : 1);
    if (!number) continue;
    Attribution& last = kept.all()[*number];
    if (joins) {
      kept.add_content(*number, content);
      by_end.set(*number, last);
      continue;
    }
    candidate.source = last.source;
    candidate.certainty = last.certainty;
    by_end.set(kept.all().size(), candidate);
    kept.add(std::move(candidate));
  }
}

}  // namespace

TokenRange Attribution::extent() const {
  TokenRange out = contents.front();
  const auto grow = [&](TokenRange part) {
    out.begin = std::min(out.begin, part.begin);
    out.end = std::max(out.end, part.end);
  };
  for (const TokenRange content : contents) grow(content);
  if (source && !same_source_as_last) grow(*source);
  if (cue) grow(*cue);
  return out;
}

bool Attribution::content_contains(TokenRange tokens) const {
  return std::any_of(contents.begin(), contents.end(), [&](TokenRange content) { return content.contains(tokens); });
}

std::vector<Attribution> find_attributions(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                                           const pattern::Layer& layer, RuleRunner& runner) {
  const Reader reader(document, layer);
  Kept kept(document.size());
  std::vector<Attribution> floating;
  for (const auto& rule : rules.rules) {
    if (rule.emits != rules::Emits::attribution) continue;
    runner.run(rule, document, layer, [&](const RuleMatchView& found) {
      auto attribution = reader.read(found);
      if (!attribution) return;
      if (attribution->same_source_as_last) {
        floating.push_back(*std::move(attribution));
      } else if (!kept.contradicts(*attribution)) {
        kept.add(*std::move(attribution));
      }
    });
  }
  std::stable_sort(floating.begin(), floating.end(),
                   [](const auto& a, const auto& b) { return a.contents.front().begin < b.contents.front().begin; });
  add_continuations(std::move(floating), kept, document);
  sort_by_text(kept.all());
  return std::move(kept.all());
}

}  // namespace claimgraph::extract
