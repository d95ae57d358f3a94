// Learns which matches of attribution rules are right, and tells how far a model is to be trusted.
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>
#include <zlib.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/pipeline/resources.h"
#include "extract/training/learner.h"

namespace claimgraph::extract::training {
namespace {

namespace dom = simdjson::dom;

struct Arguments {
  std::string rules, model, out, use;
  std::vector<std::string> gold, dev;
  bool calibrate = false;
  LearnerOptions learner;
};

// An article as annotated.
struct Annotated {
  text::Document document;
  std::vector<AttributionSpans> attributions;
};

template <typename... T>
void say(fmt::format_string<T...> format, T&&... values) {
  fmt::print(stderr, format, std::forward<T>(values)...);
  std::fputc('\n', stderr);
}

// Plain or gzip.
Result<std::string> load_text(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return fail({.code = ErrorCode::io, .message = fmt::format("cannot open '{}'", path)});
  std::string out;
  std::vector<char> part(1U << 16U);
  int size = 0;
  while ((size = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0)
    out.append(part.data(), static_cast<std::size_t>(size));
  if (gzclose(file) != Z_OK || size < 0)
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot read '{}'", path)});
  return out;
}

std::vector<Span> spans_of(dom::element attribution, const char* key, std::size_t bytes) {
  std::vector<Span> out;
  for (const dom::element span : attribution[key].get_array()) {
    const std::uint64_t begin = span.at(0), end = span.at(1);
    if (begin >= end || end > bytes) throw simdjson::simdjson_error(simdjson::INDEX_OUT_OF_BOUNDS);
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return out;
}

Annotated annotated(dom::element line) {
  Annotated out;
  out.document.id = std::string_view(line["id"]);
  out.document.text = std::string_view(line["text"]);
  const std::size_t bytes = out.document.text.size();
  for (const dom::element each : line["attributions"].get_array()) {
    out.attributions.push_back({.source = spans_of(each, "source_bytes", bytes),
                                .cue = spans_of(each, "cue_bytes", bytes),
                                .content = spans_of(each, "content_bytes", bytes)});
  }
  return out;
}

Result<std::vector<Annotated>> load_gold(const std::vector<std::string>& paths) {
  std::vector<Annotated> out;
  dom::parser parser;
  for (const std::string& path : paths) {
    const auto text = load_text(path);
    if (!text) return fail(text.error());
    std::uint32_t number = 0;
    for (std::string_view left = *text; !left.empty();) {
      const std::string line(left.substr(0, left.find('\n')));
      left.remove_prefix(std::min(line.size() + 1, left.size()));
      ++number;
      if (line.empty()) continue;
      try {
        out.push_back(annotated(parser.parse(line)));
      } catch (const simdjson::simdjson_error& error) {
        return fail({.code = ErrorCode::parse,
                     .message = fmt::format("no annotated article: {}", error.what()),
                     .where = SourcePos{.file = path, .line = number}});
      }
    }
  }
  if (out.empty()) return fail({.code = ErrorCode::invalid, .message = "the gold files hold no article"});
  return out;
}

void say_score(std::string_view what, const Score& score) {
  say("{}: found with source P {:.1f} R {:.1f} F1 {:.1f}, all words F1 {:.1f}", what, 100 * score.precision(),
      100 * score.recall(), 100 * score.f1(), 100 * score.f1_of_words());
}

Result<AttributionModel> trained(const Arguments& arguments, const pipeline::Resources& resources) {
  auto gold = load_gold(arguments.gold);
  if (!gold) return fail(gold.error());
  RuleRunner runner;
  std::vector<Article> articles;
  for (Annotated& each : *gold) {
    articles.push_back(read_article(*resources.rules, resources.analyser->analyse(std::move(each.document)),
                                    each.attributions, runner));
  }
  say("{} articles", articles.size());
  Lesson lesson = learn(*resources.rules, std::move(articles), arguments.learner);
  say("{} matches of {} rules; of the annotated attributions {:.1f} % are among them", lesson.candidates,
      lesson.model.rules.size(), 100 * lesson.reachable);
  say_score("by priority", lesson.by_priority);
  say_score("by the model of the other folds", lesson.by_model);
  say("{}", dump(lesson.reliability));
  return AttributionModel::parse(dump(lesson.model));
}

struct Checked {
  std::vector<std::vector<Told>> told;  // of each article
  Score score;
};

// How good extraction with the model is over articles that it has not seen.
Result<Checked> check(const Arguments& arguments, const pipeline::Resources& resources, const AttributionModel& model) {
  auto gold = load_gold(arguments.dev);
  if (!gold) return fail(gold.error());
  Extractor extractor(*resources.rules, &model);
  Checked out;
  for (Annotated& each : *gold) {
    const auto document = resources.analyser->analyse(std::move(each.document));
    auto copy = resources.analyser->analyse(document.document);
    const kg::Extraction extraction = extractor.extract(std::move(copy));
    std::vector<AttributionTokens> found, wanted;
    std::vector<double> confidences;
    for (const auto& claim : extraction.claims) {
      if (claim.within) continue;
      found.push_back(tokens_of({claim.source_spans, claim.cue_spans, claim.content_spans}, document.spans));
      confidences.push_back(claim.confidence);
    }
    for (const auto& spans : each.attributions) wanted.push_back(tokens_of(spans, document.spans));
    const auto right = count_right(found, wanted, document, out.score);
    auto& told = out.told.emplace_back();
    for (std::size_t i = 0; i < right.size(); ++i) told.push_back({.value = confidences[i], .right = right[i]});
  }
  return out;
}

// What articles were told, those of an odd number or the others or all.
std::vector<Told> told_in(const Checked& checked, std::optional<bool> odd) {
  std::vector<Told> out;
  for (std::size_t a = 0; a < checked.told.size(); ++a) {
    if (!odd || (a % 2 == 1) == *odd) out.insert(out.end(), checked.told[a].begin(), checked.told[a].end());
  }
  return out;
}

// Corrects the confidences of the model by the articles of --dev. What it prints of their reliability is by corrections
// that either half of the articles learned from the other.
void correct(AttributionModel::Parts& model, const Checked& checked) {
  std::vector<Told> corrected;
  for (const bool odd : {false, true}) {
    AttributionModel::Parts half;
    constexpr int kPoints = 100;
    for (int i = 0; i <= kPoints; ++i) half.calibration.push_back({i / double{kPoints}, i / double{kPoints}});
    recalibrate(half.calibration, told_in(checked, !odd));
    const AttributionModel by_others(std::move(half));
    for (const Told& each : told_in(checked, odd))
      corrected.push_back({.value = by_others.probability(each.value), .right = each.right});
  }
  fmt::print("corrected:\n{}\n", dump(reliability_of(corrected)));
  recalibrate(model.calibration, told_in(checked, std::nullopt));
}

Status save(const AttributionModel::Parts& model, const std::string& path) {
  const std::string text = dump(model);
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) return fail({.code = ErrorCode::io, .message = fmt::format("cannot write '{}'", path)});
  say("{}: {} weights, {} bytes", path, model.weights.size(), text.size());
  return {};
}

Status run(const Arguments& arguments) {
  Diagnostics findings;
  const auto resources = pipeline::load_resources(arguments.rules, arguments.model, findings);
  for (const auto& finding : findings.all()) say("{}", dump(finding));
  if (!resources) return fail(resources.error());
  const auto model = arguments.use.empty() ? trained(arguments, *resources) : AttributionModel::load(arguments.use);
  if (!model) return fail(model.error());
  AttributionModel::Parts parts = model->parts();
  if (!arguments.dev.empty()) {
    const auto checked = check(arguments, *resources, *model);
    if (!checked) return fail(checked.error());
    fmt::print("{}\n", dump(reliability_of(told_in(*checked, std::nullopt))));
    say_score("other articles", checked->score);
    if (arguments.calibrate) correct(parts, *checked);
  }
  if (arguments.out.empty()) return {};
  return save(parts, arguments.out);
}

}  // namespace
}  // namespace claimgraph::extract::training

int main(int argc, char** argv) {
  using namespace claimgraph;
  using namespace claimgraph::extract::training;
  CLI::App app("Learns which matches of attribution rules are right, and writes a model file.");
  Arguments arguments;
  app.add_option("rules", arguments.rules, "Folder of rule files")->required();
  app.add_option("model", arguments.model, "Folder of the language model")->required();
  app.add_option("gold", arguments.gold, "Annotated articles in JSON Lines, plain or gzip");
  app.add_option("--out", arguments.out, "The model file to write");
  app.add_option("--use", arguments.use, "A model file to take instead of training one");
  auto* dev =
      app.add_option("--dev", arguments.dev, "Other annotated articles: prints how reliable confidences are on them");
  app.add_flag("--calibrate", arguments.calibrate, "Correct the confidences by the articles of --dev")->needs(dev);
  app.add_option("--l2", arguments.learner.l2, "Weight of the penalty on weights")->capture_default_str();
  app.add_option("--folds", arguments.learner.folds, "Parts that are judged by a model of the others")
      ->capture_default_str()
      ->check(CLI::Range(2, 100));
  app.add_option("--least-matches", arguments.learner.least_matches, "A rule with fewer is not learned about")
      ->capture_default_str();
  app.add_option("--least-occurrences", arguments.learner.least_occurrences, "A feature with fewer is left out")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (arguments.use.empty() && (arguments.gold.empty() || arguments.out.empty())) {
    say("error: training needs annotated articles and --out (or take a model with --use)");
    return 2;
  }
  const auto done = run(arguments);
  if (done) return 0;
  fmt::print(stderr, "{}\n", dump(done.error()));
  return 1;
}
