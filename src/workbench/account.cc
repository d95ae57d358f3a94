#include "claimgraph/workbench/account.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/extract/trial.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/pattern/trace.h"
#include "claimgraph/workbench/explanation.h"
#include "workbench/account_entities.h"
#include "workbench/explained_match.h"
#include "workbench/wording.h"

namespace claimgraph::workbench {
namespace {

std::vector<Span> anchor_of(const kg::ClaimFact& claim) {
  return claim.cue_spans.empty() ? claim.content_spans : claim.cue_spans;
}
std::vector<Span> anchor_of(const kg::StanceFact& stance) { return stance.evidence_spans; }

Span extent_of(const kg::ClaimFact& claim) {
  Span out = anchor_of(claim).front();
  for (const auto* spans : {&claim.cue_spans, &claim.content_spans}) {
    for (const Span span : *spans) out = {std::min(out.begin, span.begin), std::max(out.end, span.end)};
  }
  return out;
}
Span extent_of(const kg::StanceFact& stance) { return stance.evidence_spans.front(); }

bool same(kg::ClaimFact a, const kg::ClaimFact& b) {
  a.id = b.id;
  a.within = b.within;
  return a == b;
}
bool same(kg::StanceFact a, const kg::StanceFact& b) {
  a.id = b.id;
  a.claim = b.claim;
  return a == b;
}

std::string line_of(const kg::ClaimFact& claim) {
  return fmt::format("claim \"{}\" — \"{}\"", claim.cue, claim.content);
}
std::string line_of(const kg::StanceFact& stance) {
  return fmt::format("stance {} \"{}\"", kg::spell(stance.position), stance.evidence);
}

const std::vector<kg::ClaimFact>& like(const kg::Facts& facts, const kg::ClaimFact&) { return facts.claims; }
const std::vector<kg::StanceFact>& like(const kg::Facts& facts, const kg::StanceFact&) { return facts.stances; }

std::string indented(std::string_view text, std::string_view by) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.find_first_not_of(' ') != std::string_view::npos) out += std::string(by) + std::string(line) + "\n";
    at = end + 1;
  }
  return out;
}

// Tells of one fact. Fact is kg::ClaimFact or kg::StanceFact.
template <typename Fact>
class Teller {
 public:
  Teller(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
         const text::Document& document, const Fact& fact)
      : rules_(rules),
        fact_(fact),
        extraction_(extract::Extractor(rules, model).extract(analyser.analyse(document))),
        facts_(kg::facts_of(extraction_)),
        trial_(rules, analyser.analyse(document), {.model = model}),
        within_(tokens_of(trial_.document(), extent_of(fact))) {
    for (const auto& rule : rules.rules) {
      if (rule.name == fact.rule) rule_ = &rule;
    }
    const auto& all = like(facts_, fact);
    for (std::size_t i = 0; i < all.size() && !number_; ++i) {
      if (same(all[i], fact)) number_ = i;
    }
  }

  Account tell() const {
    Account out{.comes_out = number_.has_value(), .text = sentences()};
    if (rule_ == nullptr) {
      out.text += fmt::format("rule {}: no rule is called so now\n", fact_.rule);
    } else {
      out.text += about_rule();
    }
    if (number_) {
      const auto traces = trial_.trace(*rule_, within_);
      const auto* match = find_match(traces);
      if (match != nullptr) out.text += "match\n" + explained(rules_, *rule_, trial_, *match);
      out.text += about_record(*number_, match);
    } else {
      out.text += about_loss();
    }
    return out;
  }

 private:
  std::string sentences() const {
    std::string out;
    for (const TokenRange sentence : trial_.document().sentences) {
      if (sentence.overlaps(within_)) out += fmt::format("\"{}\"\n", words(trial_.document(), sentence));
    }
    return out;
  }

  std::string about_rule() const {
    std::string out = fmt::format("rule {} ({}), priority {}\n", rule_->name, dump(rule_->where), rule_->priority);
    out += fmt::format("  {} as written\n{}", rule_->tree ? "tree" : "pattern", indented(rule_->text, "    "));
    const auto filled = pattern::fill_in(rule_->text, rules_.scheme, rule_->tree);
    if (filled && rule_->text.find('$') != std::string::npos) {
      out += fmt::format("  with its definitions filled in\n{}", indented(*filled, "    "));
    }
    return out;
  }

  // The match that gave the fact, as far as its words tell.
  const pattern::TracedMatch* find_match(const std::vector<extract::WindowTrace>& traces) const {
    const pattern::TracedMatch* best = nullptr;
    std::uint32_t shared = 0;
    for (const auto& [window, trace] : traces) {
      for (const auto& match : trace.matches) {
        const std::uint32_t now = in_common(match.match);
        if (now > shared) best = &match, shared = now;
      }
    }
    return best;
  }

  // Bytes that the match's own anchor shares with that of the fact.
  std::uint32_t in_common(const pattern::Match& match) const {
    constexpr bool claim = std::is_same_v<Fact, kg::ClaimFact>;
    auto place = rule_->pattern.capture(claim ? "cue" : "evidence");
    if (claim && (!place || !match.captures[*place])) place = rule_->pattern.capture("content");
    const TokenRange tokens = place && match.captures[*place] ? *match.captures[*place] : match.tokens;
    if (tokens.empty()) return 0;
    const Span span = trial_.document().bytes(tokens);
    std::uint32_t out = 0;
    for (const Span part : anchor_of(fact_)) {
      if (part.overlaps(span)) out += std::min(part.end, span.end) - std::max(part.begin, span.begin);
    }
    return out;
  }

  // A value of the record, and whether other rules than the fact's own have had a hand in it.
  std::string value(std::string_view name, std::string_view now, const pattern::TracedMatch* match) const {
    const std::string alone = match == nullptr ? std::string() : trial_.field(*rule_, match->match, name).text;
    const bool same = alone.empty() || alone == now;
    return fmt::format("  {:<11} {}{}\n", name, now,
                       same ? "" : fmt::format(", where its rule alone says {}: other rules have changed it", alone));
  }

  std::string about_record(std::size_t number, const pattern::TracedMatch* match) const {
    std::string out = "record\n";
    if constexpr (std::is_same_v<Fact, kg::ClaimFact>) {
      const kg::Claim& claim = extraction_.claims[number];
      out +=
          value("polarity", kg::spell(claim.polarity), match) + value("certainty", kg::spell(claim.certainty), match);
      out += fmt::format("  {:<11} {}\n", "form", form(claim.form));
      out += confidence(claim.confidence);
      out += entity_account(extraction_, "source", claim.source, claim.source_spans);
      for (const auto about : claim.about) out += entity_account(extraction_, "about", about, claim.content_spans);
      if (claim.within) out += fmt::format("  {:<11} {}\n", "within", outer(*claim.within));
    } else {
      const kg::Stance& stance = extraction_.stances[number];
      out += value("position", kg::spell(stance.position), match) + confidence(stance.confidence);
      out += stance.actor ? entity_account(extraction_, "actor", stance.actor, stance.evidence_spans)
                          : fmt::format("  {:<11} the article's own voice\n", "actor");
      out += entity_account(extraction_, "target", stance.target, stance.evidence_spans);
      if (stance.claim) out += fmt::format("  {:<11} {}\n", "within", outer(*stance.claim));
      if (stance.according_to) out += entity_account(extraction_, "according", stance.according_to, {});
    }
    return out;
  }

  static std::string form(kg::Form form) {
    switch (form) {
      case kg::Form::direct: return "direct, as every word of the content is within quotation marks";
      case kg::Form::indirect: return "indirect, as no word of the content is within quotation marks";
      case kg::Form::mixed: break;
    }
    return "mixed, as some words of the content are within quotation marks";
  }

  std::string confidence(double value) const {
    const bool own = value == rule_->weighted_confidence();
    return fmt::format("  {:<11} {:.2f}, {}\n", "confidence", value,
                       own ? own_confidence()
                           : fmt::format("by the model of attributions; the rule's own is {:.2f}", rule_->confidence));
  }

  std::string own_confidence() const {
    if (rule_->weight == 0) return "the rule's own";
    return fmt::format("the rule's own of {:.2f} with its weight of {}", rule_->confidence, rule_->weight);
  }

  std::string outer(kg::ClaimIndex number) const {
    const auto& claim = facts_.claims[static_cast<std::size_t>(number)];
    return fmt::format("{}: {}", kg::dump_claim_id(claim.id), line_of(claim));
  }

  std::string about_loss() const {
    std::string out = "it no longer comes out of this text\n";
    std::string now;
    for (const auto& claim : facts_.claims) now += beside(claim);
    for (const auto& stance : facts_.stances) now += beside(stance);
    out += now.empty() ? "  nothing comes out there now\n" : "  what comes out there now\n" + now;
    if (rule_ != nullptr) out += "  its rule there now\n" + indented(explain(rules_, *rule_, trial_, within_), "  ");
    return out;
  }

  template <typename Other>
  std::string beside(const Other& other) const {
    if (!extent_of(other).overlaps(extent_of(fact_))) return {};
    return fmt::format("    {} [{}, {:.2f}]\n", in_a_line(line_of(other)), other.rule, other.confidence);
  }

  const rules::RuleSet& rules_;
  const Fact& fact_;
  kg::Extraction extraction_;
  kg::Facts facts_;
  extract::Trial trial_;
  TokenRange within_;                  // the tokens of the fact
  const rules::Rule* rule_ = nullptr;  // nullptr: there is none of that name
  std::optional<std::size_t> number_;  // of the fact in the extraction, where it comes out
};

}  // namespace

Account account_for(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
                    const text::Document& document, const StoredFact& fact) {
  return std::visit(
      [&](const auto& one) {
        return Teller<std::remove_cvref_t<decltype(one)>>(rules, model, analyser, document, one).tell();
      },
      fact);
}

}  // namespace claimgraph::workbench
