#include "extract/training/learner.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/nesting.h"
#include "extract/selection.h"

namespace claimgraph::extract::training {
namespace {

std::vector<std::string> rules_with_matches(const std::vector<Article>& articles, std::size_t least) {
  std::map<std::string, std::size_t> counts;
  for (const Article& article : articles) {
    for (const Attribution& candidate : article.candidates.sourced) ++counts[candidate.rule->name];
  }
  std::vector<std::string> out;
  for (const auto& [rule, count] : counts) {
    if (count >= least) out.push_back(rule);
  }
  return out;
}

double reachable_share(const std::vector<Article>& articles) {
  std::size_t reached = 0, all = 0;
  for (const Article& article : articles) {
    std::vector<AttributionTokens> found;
    for (const Attribution& candidate : article.candidates.sourced) found.push_back(tokens_of(candidate));
    all += article.gold.size();
    for (const AttributionTokens& gold : article.gold) {
      reached += std::any_of(found.begin(), found.end(),
                             [&](const AttributionTokens& each) { return is_right(each, gold, article.document); });
    }
  }
  return all == 0 ? 0 : static_cast<double>(reached) / static_cast<double>(all);
}

// Trains and judges.
class Trainer {
 public:
  Trainer(const rules::RuleSet& rules, std::vector<Article>& articles, const LearnerOptions& options)
      : rules_(rules), articles_(articles), options_(options) {
    for (const Article& article : articles_) rates_.add(article.rates);
    parts_.calibration = {{}};
    parts_.rules = rules_with_matches(articles_, options.least_matches);
    const AttributionModel known(parts_);
    features_ = make_examples(articles_, Judge(rules_, &known), rates_, options.least_occurrences);
  }

  Lesson learn() {
    Lesson out;
    for (const Article& article : articles_) out.candidates += article.candidates.sourced.size();
    out.reachable = reachable_share(articles_);
    out.by_priority = score_selection(articles_, Judge(rules_, nullptr), nullptr);
    score_folds(&Article::examples, features_.size(), options_.l2);
    second_features_ = make_second_examples(articles_);
    score_folds(&Article::second, second_features_.size(), kSecondL2);
    choose_threshold();
    std::vector<Told> told;
    out.by_model = score_by(parts_.threshold, &told);
    parts_.calibration = calibrate(told);
    const AttributionModel calibrated(parts_);
    for (Told& each : told) each.value = calibrated.probability(each.value);
    out.reliability = reliability_of(told);
    add_weights(fit(&Article::examples, features_.size(), options_.l2, options_.folds),
                fit(&Article::second, second_features_.size(), kSecondL2, options_.folds));
    out.model = parts_;
    return out;
  }

 private:
  using Examples = std::vector<Example> Article::*;
  static constexpr double kSecondL2 = 1;

  std::vector<double> fit(Examples which, std::size_t features, double l2, std::size_t without_fold) const {
    std::vector<const Example*> examples;
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      if (a % options_.folds == without_fold) continue;
      const auto& all = articles_[a].*which;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (articles_[a].tells[i]) examples.push_back(&all[i]);
      }
    }
    return fit_logistic(examples, features, {.l2 = l2});
  }

  // Scores the candidates of each fold by what the others teach.
  void score_folds(Examples which, std::size_t features, double l2) {
    for (std::size_t fold = 0; fold < options_.folds; ++fold) {
      const auto weights = fit(which, features, l2, fold);
      for (std::size_t a = fold; a < articles_.size(); a += options_.folds) {
        Article& article = articles_[a];
        for (std::size_t i = 0; i < article.numbers.size(); ++i)
          article.candidates.sourced[article.numbers[i]].score = log_odds((article.*which)[i], weights);
      }
    }
  }

  Score score_by(double threshold, std::vector<Told>* told) const {
    AttributionModel::Parts parts = parts_;
    parts.threshold = threshold;
    const AttributionModel model(std::move(parts));
    return score_selection(articles_, Judge(rules_, &model), told);
  }

  // The lowest of those that are nearly as good as the best: who wants fewer can ask for more confidence.
  void choose_threshold() {
    constexpr double kFrom = -2.5, kTo = 1, kStep = 0.1, kAsGood = 0.001;
    std::vector<std::pair<double, double>> tried;  // threshold, F1
    double best = 0;
    for (double threshold = kFrom; threshold <= kTo; threshold += kStep) {
      tried.emplace_back(threshold, score_by(threshold, nullptr).f1());
      best = std::max(best, tried.back().second);
    }
    const auto chosen = std::find_if(tried.begin(), tried.end(), [&](auto t) { return t.second >= best - kAsGood; });
    parts_.threshold = chosen->first;
  }

  // The weight of the rate goes into those of the lemmas; those of a second look all stay.
  void add_weights(const std::vector<double>& weights, const std::vector<double>& second) {
    constexpr double kLeast = 0.05;  // what is weighed less does not matter
    std::map<std::string, double> out;
    double rate = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (features_[i] == kRateFeature)
        rate = weights[i];
      else
        out[features_[i]] = weights[i];
    }
    for (const auto& [lemma, count] : rates_.all()) {
      const std::string name = "cue.lemma=" + lemma;
      constexpr double kCues = 2;
      if (out.contains(name) || count.cues >= kCues) out[name] += rate * rates_.log_odds(lemma, {});
    }
    for (auto it = out.begin(); it != out.end();) it = std::abs(it->second) < kLeast ? out.erase(it) : std::next(it);
    for (std::size_t i = 0; i < second.size(); ++i) out[second_features_[i]] = second[i];
    for (const auto& [name, weight] : out) {
      parts_.weights.emplace_back(name, static_cast<float>(weight));
    }
  }

  const rules::RuleSet& rules_;
  std::vector<Article>& articles_;
  LearnerOptions options_;
  CueRates rates_;
  AttributionModel::Parts parts_;
  std::vector<std::string> features_, second_features_;  // names by number
};

}  // namespace

double Score::f1() const {
  return found + gold == 0 ? 0 : 2 * static_cast<double>(right) / static_cast<double>(found + gold);
}

double Score::f1_of_words() const {
  return found + gold == 0 ? 0 : 2 * static_cast<double>(exact) / static_cast<double>(found + gold);
}

std::vector<bool> count_right(const std::vector<AttributionTokens>& found, const std::vector<AttributionTokens>& gold,
                              const nlp::AnnotatedDocument& document, Score& score) {
  const auto partner = align(found, gold);
  std::vector<bool> out(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    out[i] = partner[i] < gold.size() && is_right(found[i], gold[partner[i]], document);
    score.right += out[i] ? 1 : 0;
    score.exact += out[i] && same_words(found[i], gold[partner[i]], document) ? 1 : 0;
  }
  score.found += found.size();
  score.gold += gold.size();
  return out;
}

Score score_selection(const std::vector<Article>& articles, const Judge& judge, std::vector<Told>* told) {
  Score out;
  for (const Article& article : articles) {
    const auto kept = select(article.candidates, judge, article.document);
    const Nesting nesting(article.document.size(), kept);
    std::vector<AttributionTokens> outer;
    std::vector<std::optional<double>> scores;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (nesting.container_of(i)) continue;
      outer.push_back(tokens_of(kept[i]));
      scores.push_back(kept[i].score);
    }
    const auto right = count_right(outer, article.gold, article.document, out);
    for (std::size_t i = 0; told != nullptr && i < right.size(); ++i) {
      if (scores[i]) told->push_back({.value = *scores[i], .right = right[i]});
    }
  }
  return out;
}

Lesson learn(const rules::RuleSet& rules, std::vector<Article> articles, const LearnerOptions& options) {
  return Trainer(rules, articles, options).learn();
}

}  // namespace claimgraph::extract::training
