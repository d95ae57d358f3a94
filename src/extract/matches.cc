#include "extract/matches.h"

#include "extract/windows.h"

namespace claimgraph::extract {

std::optional<TokenRange> RuleMatchView::capture(std::string_view name) const {
  const auto place = rule.pattern.capture(name);
  return place ? match.captures[*place] : std::nullopt;
}

std::string_view field_text(const RuleMatchView& found, std::string_view field, const nlp::AnnotatedDocument& document,
                            const pattern::Layer& layer) {
  const rules::Value* value = found.rule.field(field);
  if (value == nullptr) return {};
  if (value->capture.empty()) return value->literal;
  const auto tokens = found.capture(value->capture);
  const auto name = document.symbols.find(value->feature);
  if (!tokens || !name) return {};
  const auto feature = layer.feature_within(*tokens, *name);
  return feature ? document.symbols.text(*feature) : std::string_view();
}

void RuleRunner::measure_into(const rules::RuleSet& rules, std::vector<RuleWork>& work) {
  rules_ = &rules;
  work_ = &work;
}

void RuleRunner::begin_document(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document) {
  discards_.reset();
  dispatched_ = &rules;
  candidates_.assign(rules.dispatch, document);
}

void RuleRunner::find(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer) {
  matches_.clear();
  if (dispatched_ == nullptr) {
    find_windows(rule, document, layer, windows_);
    for (const TokenRange window : windows_) matcher_.find_all(rule.pattern, document, layer, window, matches_);
    return;
  }
  const auto number = static_cast<std::size_t>(&rule - dispatched_->rules.data());
  candidates_.update(layer);
  if (!candidates_.anywhere(number) || !rules::runs_in(rule.when, document.document)) return;
  if (rule.scope == rules::Scope::sentence && rule.when.everywhere()) {
    candidates_.sentences(number, windows_);
  } else {
    find_windows(rule, document, layer, windows_);
    std::erase_if(windows_, [&](TokenRange window) { return window.empty() || !candidates_.within(number, window); });
  }
  matcher_.find_all(rule.pattern, number, candidates_, layer, windows_, matches_);
}

void RuleRunner::run(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                     const std::function<void(const RuleMatchView&)>& take) {
  if (work_ == nullptr) {
    find(rule, document, layer);
  } else {
    const std::uint64_t starts = matcher_.starts();
    const auto begin = std::chrono::steady_clock::now();
    find(rule, document, layer);
    RuleWork& work = (*work_)[static_cast<std::size_t>(&rule - rules_->rules.data())];
    work.time += std::chrono::steady_clock::now() - begin;
    work.starts += matcher_.starts() - starts;
    work.hits += matches_.size();
  }
  for (const auto& match : matches_) {
    const RuleMatchView found{.rule = rule, .match = match};
    if (!rule.limited_by.empty() && discards_.left_out_by(rule, found.telling())) continue;
    take(found);
  }
}

}  // namespace claimgraph::extract
