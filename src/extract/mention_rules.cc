#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/mentions.h"

namespace claimgraph::extract {
namespace {

bool overlaps_same_label(const pattern::Layer& layer, TokenRange tokens, Symbol label) {
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    for (const std::uint32_t number : layer.covering(token)) {
      if (layer[number].label == label) return true;
    }
  }
  return false;
}

// A match that may be labelled.
struct Candidate {
  const rules::Rule* rule = nullptr;
  TokenRange tokens;
  std::vector<pattern::Feature> features;
  std::vector<std::pair<Symbol, TokenRange>> parts;
};

class Labeller {
 public:
  Labeller(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, RuleRunner& runner, pattern::Layer& layer)
      : rules_(rules), document_(document), runner_(runner), layer_(layer) {}

  void run(const rules::Rule* before) {
    for (std::size_t number = 0; number < rules_.rules.size(); ++number) {
      const rules::Rule& rule = rules_.rules[number];
      if (&rule == before) return;
      if (rule.emits == rules::Emits::discard) discard(number);
      if (rule.emits != rules::Emits::mention) continue;
      if (rule.overlap == rules::Overlap::longest) {
        if (is_first_of_its(number)) label_longest(number);
      } else {
        const Symbol label = document_.symbols.intern(rule.label);
        each_candidate(rule, [&](Candidate candidate) {
          if (rule.overlap == rules::Overlap::all || !overlaps_same_label(layer_, candidate.tokens, label)) {
            add(candidate);
          }
        });
      }
    }
  }

 private:
  void discard(std::size_t number) {
    runner_.run(rules_.rules[number], document_, layer_, [&](const RuleMatchView& found) {
      runner_.discards().add(static_cast<std::uint32_t>(number), found.capture_or_all("over"), document_.size());
    });
  }

  // Rules of one label and priority whose longest matches stay compete with one another.
  static bool compete(const rules::Rule& a, const rules::Rule& b) {
    return b.emits == rules::Emits::mention && b.overlap == rules::Overlap::longest && a.label == b.label &&
           a.priority == b.priority;
  }
  bool is_first_of_its(std::size_t number) const {
    const auto& all = rules_.rules;
    return std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(number),
                        [&](const rules::Rule& other) { return compete(all[number], other); });
  }

  void label_longest(std::size_t number) {
    const rules::Rule& first = rules_.rules[number];
    std::vector<Candidate> all;
    for (std::size_t i = number; i < rules_.rules.size(); ++i) {
      if (!compete(first, rules_.rules[i])) continue;
      each_candidate(rules_.rules[i], [&](Candidate candidate) { all.push_back(std::move(candidate)); });
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
      return a.tokens.size() != b.tokens.size() ? a.tokens.size() > b.tokens.size() : a.tokens.begin < b.tokens.begin;
    });
    const Symbol label = document_.symbols.intern(first.label);
    for (const Candidate& candidate : all) {
      if (!overlaps_same_label(layer_, candidate.tokens, label)) add(candidate);
    }
  }

  template <typename Take>
  void each_candidate(const rules::Rule& rule, const Take& take) {
    runner_.run(rule, document_, layer_, [&](const RuleMatchView& found) {
      Candidate candidate{.rule = &rule, .tokens = found.capture_or_all("mention"), .features = features_of(found)};
      for (const auto& part : rule.parts) {
        const auto tokens = found.match.captures[part.capture];
        if (tokens && !tokens->empty()) candidate.parts.emplace_back(document_.symbols.intern(part.label), *tokens);
      }
      if (!candidate.tokens.empty()) take(std::move(candidate));
    });
  }

  std::vector<pattern::Feature> features_of(const RuleMatchView& found) {
    std::vector<pattern::Feature> features;
    for (const auto& field : found.rule.fields) {
      const std::string value(field_text(found, field.name, document_, layer_));  // intern() below may move the text
      if (value.empty()) continue;
      features.push_back({.name = document_.symbols.intern(field.name), .value = document_.symbols.intern(value)});
    }
    return features;
  }

  void add(const Candidate& candidate) {
    layer_.add(candidate.tokens, document_.symbols.intern(candidate.rule->label), candidate.features);
    for (const auto& above : candidate.rule->labels_above) {
      layer_.add(candidate.tokens, document_.symbols.intern(above), candidate.features);
    }
    for (const auto& [label, tokens] : candidate.parts) layer_.add(tokens, label, candidate.features);
  }

  const rules::RuleSet& rules_;
  nlp::AnnotatedDocument& document_;
  RuleRunner& runner_;
  pattern::Layer& layer_;
};

}  // namespace

void run_mention_rules(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, RuleRunner& runner,
                       pattern::Layer& layer, const rules::Rule* before) {
  Labeller(rules, document, runner, layer).run(before);
}

}  // namespace claimgraph::extract
