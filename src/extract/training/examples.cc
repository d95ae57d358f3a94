#include "extract/training/examples.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "extract/candidate_features.h"
#include "extract/mentions.h"
#include "extract/phrase_head.h"

namespace claimgraph::extract::training {
namespace {

// What is right counts this much, and the rest for the words of its parts.
constexpr double kRight = 0.45;

struct Lesson {
  float target = 0;
  bool tells = true;
};

Lesson lesson_of(const AttributionTokens& found, const Article& article) {
  Lesson out;
  bool within = false;
  for (const AttributionTokens& gold : article.gold) {
    within = within || lies_within(found, gold);
    if (dice(found.cue, gold.cue) + dice(found.content, gold.content) == 0) continue;
    if (!is_right(found, gold, article.document)) continue;
    const double value =
        same_words(found, gold, article.document)
            ? 1
            : kRight + (1 - kRight) / 2 * dice(found.content, gold.content) * dice(found.cue, gold.cue);
    out.target = std::max(out.target, static_cast<float>(value));
  }
  out.tells = out.target > 0 || !within;
  return out;
}

using Rows = std::vector<std::vector<Feature>>;

Rows features_of(Article& article, const Judge& judge, const CueRates& rates,
                 std::map<std::uint64_t, std::string>& names) {
  article.numbers = judge.known(article.candidates.sourced);
  const CandidateFeatures features(article.document, article.layer, article.candidates.sourced, article.numbers);
  FeatureList list(names);
  Rows out;
  for (const std::uint32_t number : article.numbers) {
    features.read(number, list);
    const Attribution& candidate = article.candidates.sourced[number];
    if (candidate.cue) {
      const std::uint32_t head = phrase_head(article.document, *candidate.cue);
      list.add({kRateFeature}, static_cast<float>(rates.log_odds(article.document.lemma(head), article.rates)));
    }
    out.emplace_back(list.all().begin(), list.all().end());
    const Lesson lesson = lesson_of(tokens_of(candidate), article);
    article.examples.push_back({.target = lesson.target});
    article.tells.push_back(lesson.tells);
  }
  return out;
}

bool may_stand_in_a_line(const std::string& name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c == '\t' || c == '\n'; });
}

}  // namespace

Article read_article(const rules::RuleSet& rules, nlp::AnnotatedDocument document,
                     const std::vector<AttributionSpans>& gold, RuleRunner& runner) {
  pattern::Layer layer(document.size());
  runner.begin_document(rules, document);
  add_given_labels(rules, document, layer);
  run_mention_rules(rules, document, runner, layer);
  Candidates candidates = find_candidates(rules, document, layer, runner, [](const rules::Rule&) { return true; });
  std::vector<AttributionTokens> tokens;
  for (const AttributionSpans& spans : gold) tokens.push_back(tokens_of(spans, document.spans));
  CueRates::Counts rates = CueRates::count(document, tokens);
  return {.document = std::move(document),
          .layer = std::move(layer),
          .candidates = std::move(candidates),
          .gold = std::move(tokens),
          .rates = std::move(rates)};
}

std::vector<std::string> make_examples(std::vector<Article>& articles, const Judge& judge, const CueRates& rates,
                                       std::size_t least) {
  std::map<std::uint64_t, std::string> names;
  std::vector<Rows> rows;
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (Article& article : articles) {
    rows.push_back(features_of(article, judge, rates, names));
    for (const auto& row : rows.back()) {
      for (const Feature& feature : row) ++counts[feature.key];
    }
  }
  std::vector<std::string> out;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (const auto& [key, name] : names) {
    if (counts[key] < least || !may_stand_in_a_line(name)) continue;
    numbers.emplace(key, static_cast<std::uint32_t>(out.size()));
    out.push_back(name);
  }
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (std::size_t i = 0; i < rows[a].size(); ++i) {
      for (const Feature& feature : rows[a][i]) {
        const auto it = numbers.find(feature.key);
        if (it != numbers.end()) articles[a].examples[i].features.emplace_back(it->second, feature.value);
      }
    }
    rows[a].clear();
  }
  return out;
}

std::vector<std::string> make_second_examples(std::vector<Article>& articles) {
  std::map<std::uint64_t, std::string> names;
  FeatureList list(names);
  std::vector<std::string> out;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (Article& article : articles) {
    const CandidateFeatures features(article.document, article.layer, article.candidates.sourced, article.numbers);
    const Contest contest = features.contest();
    for (std::size_t i = 0; i < article.numbers.size(); ++i) {
      contest.read(article.numbers[i], list);
      Example example{.target = article.examples[i].target};
      for (const Feature& feature : list.all()) {
        const auto [it, is_new] = numbers.try_emplace(feature.key, static_cast<std::uint32_t>(out.size()));
        if (is_new) out.push_back(names.at(feature.key));
        example.features.emplace_back(it->second, feature.value);
      }
      article.second.push_back(std::move(example));
    }
  }
  return out;
}

}  // namespace claimgraph::extract::training
