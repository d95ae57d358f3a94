// Runs the examples of doc/RULES.md that are whole rule files: blocks fenced as rules-test. A line "--- name" begins a
// part: a file, by its name; "text", tokens as hand_document() takes them; "document", metadata as "key: value" lines;
// and what is expected, whole: "labels", "claims", "stances", "findings".
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"
#include "extract/matches.h"
#include "extract/mentions.h"
#include "model/hand_document.h"
#include "support/golden.h"
#include "support/temp_folder.h"

namespace claimgraph::extract {
namespace {

struct Example {
  std::size_t line = 0;                      // in the document, from 1
  std::map<std::string, std::string> parts;  // by name
};

std::vector<Example> examples(std::string_view text) {
  std::vector<Example> out;
  bool within = false;
  std::string part;
  std::size_t number = 0;
  for (const auto line : model::split(text, '\n')) {
    ++number;
    if (line.starts_with("```")) {
      within = !within && line == "```rules-test";
      if (within) out.push_back({.line = number, .parts = {}});
    } else if (within && line.starts_with("--- ")) {
      part = line.substr(4);
      out.back().parts[part];
    } else if (within) {
      out.back().parts[part] += std::string(line) + "\n";
    }
  }
  return out;
}

// `text` with the folder taken out of it.
std::string without(std::string text, const std::string& folder) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.erase(at, folder.size());
  return text;
}

void set_metadata(text::Document& document, std::string_view lines) {
  for (const auto line : model::split(lines, '\n')) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const std::string key(line.substr(0, colon)), value(line.substr(colon + 2));
    if (key == "title") {
      document.title = value;
    } else if (key == "published") {
      document.published = value;
    } else if (key == "publisher") {
      document.publisher = value;
    } else if (key == "language") {
      document.language = value;
    } else {
      document.metadata.emplace_back(key, '"' + value + '"');
    }
  }
}

nlp::AnnotatedDocument document_of(const Example& example, const rules::RuleSet& rules) {
  auto document = model::hand_document(example.parts.at("text"), rules.vocabulary);
  if (example.parts.contains("document")) set_metadata(document.document, example.parts.at("document"));
  return document;
}

// The labels that the rules put, in text order: "Label: words; feature=value".
std::string labels_of(const Example& example, const rules::RuleSet& rules) {
  auto document = document_of(example, rules);
  pattern::Layer layer(document.size());
  RuleRunner runner;
  add_given_labels(rules, document, layer);
  run_mention_rules(rules, document, runner, layer);
  std::set<std::string, std::less<>> others = {"Quotation", "Given"};
  for (const auto& lexicon : rules.lexicons) others.insert(lexicon.name);
  std::string out;
  for (std::uint32_t token = 0; token < document.size(); ++token) {
    for (const std::uint32_t number : layer.starting_at(token)) {
      const auto& stretch = layer[number];
      const std::string label(document.symbols.text(stretch.label));
      if (others.contains(label)) continue;
      out += label + ": " + std::string(document.text(stretch.tokens));
      for (const auto& feature : layer.features(stretch)) {
        out += "; " + std::string(document.symbols.text(feature.name)) + "=" +
               std::string(document.symbols.text(feature.value));
      }
      out += "\n";
    }
  }
  return out;
}

class Shown {
 public:
  explicit Shown(const kg::Extraction& extraction) : all_(extraction) {}

  std::string claims() const {
    std::string out;
    for (const auto& claim : all_.claims) {
      out += name(claim.source) + " | " + words(claim.cue_spans) + " | " + words(claim.content_spans) + "; " +
             std::string(kg::spell(claim.polarity)) + ", " + std::string(kg::spell(claim.certainty)) + "\n";
    }
    return out;
  }
  std::string stances() const {
    std::string out;
    for (const auto& stance : all_.stances) {
      out += name(stance.actor) + " " + std::string(kg::spell(stance.position)) + " " + name(stance.target);
      if (stance.according_to) out += ", according to " + name(stance.according_to);
      out += "\n";
    }
    return out;
  }

 private:
  std::string name(std::optional<kg::EntityIndex> entity) const {
    return entity ? all_.entities[static_cast<std::size_t>(*entity)].name : "nobody";
  }
  std::string words(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span span : spans)
      out += (out.empty() ? "" : " ... ") + all_.source.text.substr(span.begin, span.size());
    return out;
  }

  const kg::Extraction& all_;
};

void check(const Example& example) {
  const test::TempFolder folder;
  for (const auto& [name, text] : example.parts) {
    if (name.find('.') != std::string::npos) folder.write(name, text);
  }
  const auto expected = [&](const char* part) {
    const auto at = example.parts.find(part);
    return at == example.parts.end() ? std::string() : at->second;
  };
  Diagnostics findings;
  const auto rules = rules::load(folder.path(), findings);
  CHECK(without(dump(findings), folder.path().generic_string() + "/") == expected("findings"));
  if (!example.parts.contains("text")) return;
  REQUIRE(rules.has_value());
  if (example.parts.contains("labels")) CHECK(labels_of(example, *rules) == expected("labels"));
  const auto extraction = Extractor(*rules).extract(document_of(example, *rules));
  const Shown shown(extraction);
  if (example.parts.contains("claims")) CHECK(shown.claims() == expected("claims"));
  if (example.parts.contains("stances")) CHECK(shown.stances() == expected("stances"));
}

TEST_CASE("doc/RULES.md: every example of a rule file does what it says") {
  const auto all = examples(test::read_file(test::data_folder() / "../../doc/RULES.md"));
  CHECK(all.size() > 10);
  for (const auto& example : all) {
    CAPTURE(example.line);
    check(example);
  }
}

}  // namespace
}  // namespace claimgraph::extract
