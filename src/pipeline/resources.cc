#include "claimgraph/pipeline/resources.h"

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

namespace claimgraph::pipeline {
namespace {

// Changes whenever the same text, rules and model may give other facts than before.
// Raise it with every change of what extraction makes of them.
constexpr std::uint32_t kExtractionVersion = 3;

// In the folder of a model.
constexpr const char* kWords = "words.tsv";
constexpr const char* kParser = "parser.model";
constexpr const char* kAttribution = "attribution.model";  // may be missing

std::uint64_t hash_of_files(const std::filesystem::path& folder, std::uint64_t seed) {
  for (const char* name : {kWords, kParser, kAttribution}) {
    std::ifstream in(folder / name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    seed = XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
  }
  return seed;
}

}  // namespace

Result<Resources> load_resources(const std::filesystem::path& rules, const std::filesystem::path& model,
                                 Diagnostics& out) {
  auto rule_set = rules::load(rules, out);
  if (!rule_set) return fail(rule_set.error());
  return load_resources(*std::move(rule_set), model);
}

Result<Resources> load_resources(rules::RuleSet rules, const std::filesystem::path& model) {
  auto words = nlp::WordModel::load(model / kWords);
  if (!words) return fail(words.error());
  auto parser = nlp::Parser::load(model / kParser);
  if (!parser) return fail(parser.error());
  Resources resources;
  std::error_code ignored;
  if (std::filesystem::exists(model / kAttribution, ignored)) {
    auto attribution = extract::AttributionModel::load(model / kAttribution);
    if (!attribution) return fail(attribution.error());
    resources.attribution = std::make_shared<const extract::AttributionModel>(*std::move(attribution));
  }
  const std::uint64_t seed =
      XXH3_64bits_withSeed(rules.fingerprint.data(), rules.fingerprint.size(), kExtractionVersion);
  resources.fingerprint = fmt::format("{:016x}", hash_of_files(model, seed));
  resources.rules = std::make_shared<const rules::RuleSet>(std::move(rules));
  resources.analyser = std::make_shared<const nlp::Analyser>(std::make_shared<const nlp::WordModel>(*std::move(words)),
                                                             std::make_shared<const nlp::Parser>(*std::move(parser)),
                                                             resources.rules->vocabulary);
  return resources;
}

}  // namespace claimgraph::pipeline
