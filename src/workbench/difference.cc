#include "claimgraph/workbench/difference.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

using kg::Extraction;

std::string text_of(const Extraction& extraction, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    const auto part = std::string_view(extraction.source.text).substr(span.begin, span.size());
    out += (out.empty() ? "" : " … ") + in_a_line(part);
  }
  return out;
}

std::string name_of_entity(const Extraction& extraction, std::optional<kg::EntityIndex> entity,
                           std::string_view nobody) {
  return entity ? extraction.entities[static_cast<std::size_t>(*entity)].name : std::string(nobody);
}

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::any_of(a.begin(), a.end(), [&](Span one) {
    return std::any_of(b.begin(), b.end(), [&](Span other) { return one.overlaps(other); });
  });
}

// A fact as it is compared: named properties, the first of which are shown in a line.
struct Seen {
  std::vector<Span> anchor;  // what it is known by
  Span extent;
  std::vector<std::pair<std::string_view, std::string>> properties;
  std::string line;
  std::string rule;
};

Span extent_of(const std::vector<std::vector<Span>>& parts) {
  std::optional<Span> out;
  for (const auto& spans : parts) {
    for (const Span span : spans) {
      out = out ? Span{std::min(out->begin, span.begin), std::max(out->end, span.end)} : span;
    }
  }
  return out.value_or(Span{});
}

std::vector<Seen> claims_of(const Extraction& extraction) {
  std::vector<Seen> out;
  for (const auto& claim : extraction.claims) {
    Seen seen{.anchor = claim.cue_spans.empty() ? claim.content_spans : claim.cue_spans,
              .extent = extent_of({claim.source_spans, claim.cue_spans, claim.content_spans}),
              .rule = claim.rule};
    const std::string source = name_of_entity(extraction, claim.source, "(nobody named)");
    const std::string content = text_of(extraction, claim.content_spans);
    std::string about;
    for (const auto entity : claim.about) about += (about.empty() ? "" : ", ") + name_of_entity(extraction, entity, "");
    seen.properties = {{"source", source},
                       {"cue", text_of(extraction, claim.cue_spans)},
                       {"content", content},
                       {"form", std::string(kg::spell(claim.form))},
                       {"polarity", std::string(kg::spell(claim.polarity))},
                       {"certainty", std::string(kg::spell(claim.certainty))},
                       {"about", about},
                       {"confidence", fmt::format("{:.2f}", claim.confidence)}};
    seen.line = fmt::format("{} — {} — {}", source, text_of(extraction, claim.cue_spans), content);
    out.push_back(std::move(seen));
  }
  return out;
}

std::vector<Seen> stances_of(const Extraction& extraction) {
  std::vector<Seen> out;
  for (const auto& stance : extraction.stances) {
    Seen seen{.anchor = stance.evidence_spans, .extent = extent_of({stance.evidence_spans}), .rule = stance.rule};
    const std::string actor = name_of_entity(extraction, stance.actor, "(the article)");
    const std::string target = name_of_entity(extraction, stance.target, "");
    const std::string position(kg::spell(stance.position));
    seen.properties = {{"actor", actor},
                       {"target", target},
                       {"position", position},
                       {"according to", name_of_entity(extraction, stance.according_to, "(the article)")},
                       {"evidence", text_of(extraction, stance.evidence_spans)},
                       {"confidence", fmt::format("{:.2f}", stance.confidence)}};
    seen.line = fmt::format("{} — {} — {}", actor, position, target);
    out.push_back(std::move(seen));
  }
  return out;
}

std::size_t differences(const Seen& a, const Seen& b) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < a.properties.size(); ++i) out += a.properties[i] == b.properties[i] ? 0 : 1;
  return out;
}

// The paragraph's part around the fact: from the full stop before it to the one behind it.
std::string sentence_around(std::string_view text, Span extent) {
  constexpr std::string_view kEnds = ".!?\n";
  std::size_t begin = extent.begin;
  while (begin > 0 && kEnds.find(text[begin - 1]) == std::string_view::npos) --begin;
  std::size_t end = extent.end;
  while (end < text.size() && (end == 0 || kEnds.find(text[end - 1]) == std::string_view::npos)) ++end;
  return in_a_line(text.substr(begin, end - begin));
}

// Pairs the facts of two readings, the most alike first.
class Pairing {
 public:
  Pairing(FactKind kind, const std::vector<Seen>& old, const std::vector<Seen>& now, const Extraction& document)
      : kind_(kind), old_(old), now_(now), document_(document), partner_(now.size()), taken_(old.size(), false) {
    std::vector<Pair> pairs = alike();
    std::sort(pairs.begin(), pairs.end());
    for (const Pair& pair : pairs) {
      if (partner_[pair.now] || taken_[pair.old]) continue;
      partner_[pair.now] = pair.old;
      taken_[pair.old] = true;
    }
  }

  void report(Difference& out) const {
    std::vector<std::pair<Span, Change>> changes;
    auto& count = out.count[static_cast<std::size_t>(kind_)];
    for (std::size_t i = 0; i < now_.size(); ++i) {
      const Seen* before = partner_[i] ? &old_[*partner_[i]] : nullptr;
      if (before != nullptr && before->properties == now_[i].properties) {
        ++count[3];
        continue;
      }
      changes.emplace_back(now_[i].extent,
                           change(before == nullptr ? ChangeKind::added : ChangeKind::changed, now_[i], before));
    }
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!taken_[i]) changes.emplace_back(old_[i].extent, change(ChangeKind::lost, old_[i], nullptr));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [span, one] : changes) {
      ++count[static_cast<std::size_t>(one.kind)];
      out.changes.push_back(std::move(one));
    }
  }

 private:
  // Two facts that share their anchor; the most alike come first.
  struct Pair {
    std::size_t differences = 0;
    std::size_t now = 0;
    std::size_t old = 0;

    friend auto operator<=>(const Pair&, const Pair&) = default;
  };

  // Looks in the stretches of text that an anchor touches, not at all pairs.
  std::vector<Pair> alike() const {
    std::map<std::uint32_t, std::vector<std::size_t>> old_in;  // by number of the stretch
    for (std::size_t k = 0; k < old_.size(); ++k) {
      for (const std::uint32_t stretch : stretches_of(old_[k])) old_in[stretch].push_back(k);
    }
    std::vector<Pair> out;
    for (std::size_t i = 0; i < now_.size(); ++i) {
      std::set<std::size_t> near;
      for (const std::uint32_t stretch : stretches_of(now_[i])) {
        const auto found = old_in.find(stretch);
        if (found != old_in.end()) near.insert(found->second.begin(), found->second.end());
      }
      for (const std::size_t k : near) {
        if (overlap(old_[k].anchor, now_[i].anchor)) out.push_back({differences(old_[k], now_[i]), i, k});
      }
    }
    return out;
  }

  static std::set<std::uint32_t> stretches_of(const Seen& fact) {
    constexpr std::uint32_t kBytes = 256;
    std::set<std::uint32_t> out;
    for (const Span span : fact.anchor) {
      for (std::uint32_t at = span.begin / kBytes; at <= span.end / kBytes; ++at) out.insert(at);
    }
    return out;
  }

  Change change(ChangeKind kind, const Seen& fact, const Seen* before) const {
    Change out{.kind = kind,
               .fact = kind_,
               .document = document_.source.id,
               .sentence = sentence_around(document_.source.text, fact.extent),
               .now = fact.line,
               .rule = fact.rule};
    for (std::size_t i = 0; before != nullptr && i < fact.properties.size(); ++i) {
      const auto& [name, now] = fact.properties[i];
      const std::string& old = before->properties[i].second;
      if (now != old) out.details.push_back(fmt::format("{}: {} -> {}", name, shown(old), shown(now)));
    }
    return out;
  }

  static std::string shown(const std::string& text) { return text.empty() ? "(none)" : text; }

  FactKind kind_;
  const std::vector<Seen>& old_;
  const std::vector<Seen>& now_;
  const Extraction& document_;
  std::vector<std::optional<std::size_t>> partner_;  // of each of now_: place in old_
  std::vector<bool> taken_;                          // of each of old_
};

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"added", "lost", "changed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(FactKind kind) { return kind == FactKind::claim ? "claim" : "stance"; }

void Difference::add(Difference later) {
  std::move(later.changes.begin(), later.changes.end(), std::back_inserter(changes));
  for (std::size_t fact = 0; fact < count.size(); ++fact) {
    for (std::size_t kind = 0; kind < count[fact].size(); ++kind) count[fact][kind] += later.count[fact][kind];
  }
}

Difference compare(const Extraction& old, const Extraction& now) {
  Difference out;
  Pairing(FactKind::claim, claims_of(old), claims_of(now), now).report(out);
  Pairing(FactKind::stance, stances_of(old), stances_of(now), now).report(out);
  return out;
}

}  // namespace claimgraph::workbench
