#include "claimgraph/pattern/lexicon_index.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/hand_document.h"

namespace claimgraph::pattern {
namespace {

nlp::Lexicon lexicon(std::string_view text, const char* name, nlp::TermUnit unit) {
  Diagnostics findings;
  auto out = nlp::parse_lexicon(text, name, unit, "test.tsv", findings);
  REQUIRE_MESSAGE(findings.ok(), dump(findings));
  return out;
}

std::string marked(const std::vector<nlp::Lexicon>& lexicons, std::string_view text) {
  auto vocabulary = std::make_shared<Interner>();
  const LexiconIndex index(lexicons, *vocabulary);
  const auto document = model::hand_document(text, vocabulary);
  Layer layer(document.size());
  index.mark(document, layer);
  return dump(layer, document.symbols);
}

TEST_CASE("LexiconIndex: the leftmost, then longest term of each lexicon, by its unit") {
  using nlp::TermUnit;
  const std::vector<nlp::Lexicon> lexicons = {
      lexicon("term\tsign\nspeak\t\nspeak out\toppose\nout against it\tx\nspeak out\tsupport\n", "cues",
              TermUnit::lemma),
      lexicon("term\nout\nNew York\n", "places", TermUnit::norm),
      lexicon("term\nUS\n", "exact", TermUnit::word),
  };
  CHECK(marked(lexicons, "She/PRON spoke/VERB/speak out/ADV against/ADP it/PRON") ==
        "1-3 cues term=speak out sign=oppose\n"
        "1-3 cues term=speak out sign=support\n"
        "2-3 places term=out\n");
  CHECK(marked(lexicons, "new york us US") ==
        "0-2 places term=New York\n"
        "3-4 exact term=US\n");
  CHECK(marked(lexicons, "speak\nout") == "0-1 cues term=speak\n1-2 places term=out\n");
  CHECK(marked({}, "speak out").empty());
}

TEST_CASE("LexiconIndex: words are cut as texts are") {
  const std::vector<nlp::Lexicon> lexicons = {lexicon("term\ndon't know\nAcme Inc.\n", "l", nlp::TermUnit::norm)};
  CHECK(marked(lexicons, "I do n't know Acme Inc. yet") == "1-4 l term=don't know\n4-6 l term=Acme Inc.\n");
}

// The slow twin: every lexicon by itself, every term at every token.
std::string naive(const std::vector<nlp::Lexicon>& lexicons, const nlp::AnnotatedDocument& document) {
  Interner symbols;
  Layer layer(document.size());
  for (const auto& lexicon : lexicons) {
    const auto fits = [&](const nlp::Lexicon::Entry& entry, std::uint32_t at) {
      for (std::uint32_t i = 0; i < entry.words.size(); ++i) {
        const bool inside = std::any_of(document.sentences.begin(), document.sentences.end(), [&](TokenRange sentence) {
          return sentence.contains(at) && sentence.contains(at + i);
        });
        if (!inside) return false;
        const auto text = lexicon.unit == nlp::TermUnit::lemma ? document.lemma(at + i) : document.norm(at + i);
        if (text != entry.words[i]) return false;
      }
      return true;
    };
    for (std::uint32_t at = 0; at < document.size();) {
      std::size_t longest = 0;
      for (const auto& entry : lexicon.entries) {
        if (fits(entry, at)) longest = std::max(longest, entry.words.size());
      }
      for (const auto& entry : lexicon.entries) {
        if (longest == 0 || entry.words.size() != longest || !fits(entry, at)) continue;
        std::vector<Feature> features = {{symbols.intern("term"), symbols.intern(entry.term)}};
        if (!entry.cells[0].empty()) features.push_back({symbols.intern("f"), symbols.intern(entry.cells[0])});
        layer.add({at, at + static_cast<std::uint32_t>(longest)}, symbols.intern(lexicon.name), features);
      }
      at += std::max<std::uint32_t>(1, static_cast<std::uint32_t>(longest));
    }
  }
  return dump(layer, symbols);
}

std::vector<std::string> sorted_lines(const std::string& text) {
  std::vector<std::string> out;
  for (const auto line : model::split(text, '\n')) out.emplace_back(line);
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("LexiconIndex: agrees with trying every term everywhere") {
  std::mt19937 random(1);
  const auto word = [&] { return std::string(1, static_cast<char>('a' + random() % 3)); };
  for (int round = 0; round < 400; ++round) {
    std::vector<nlp::Lexicon> lexicons;
    for (const char* name : {"one", "two", "three"}) {
      auto& lexicon = lexicons.emplace_back();
      lexicon.name = name;
      lexicon.unit = random() % 2 == 0 ? nlp::TermUnit::lemma : nlp::TermUnit::norm;
      lexicon.columns = {"f"};
      for (auto left = random() % 5; left > 0; --left) {
        auto& entry = lexicon.entries.emplace_back();
        for (auto words = 1 + random() % 3; words > 0; --words) entry.words.push_back(word());
        for (const auto& each : entry.words) entry.term += each;
        entry.cells = {random() % 2 == 0 ? "" : word()};
      }
    }
    std::string text;
    for (auto left = random() % 12; left > 0; --left)
      text += word() + "/X/" + word() + (random() % 5 == 0 ? "\n" : " ");
    auto vocabulary = std::make_shared<Interner>();
    const LexiconIndex index(lexicons, *vocabulary);
    const auto document = model::hand_document(text, vocabulary);
    Layer layer(document.size());
    index.mark(document, layer);
    CAPTURE(text);
    REQUIRE(sorted_lines(dump(layer, document.symbols)) == sorted_lines(naive(lexicons, document)));
  }
}

}  // namespace
}  // namespace claimgraph::pattern
