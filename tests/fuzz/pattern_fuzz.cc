// A pattern of any bytes, read as one of tokens, as a tree pattern and as a condition: it compiles or has errors, every
// place is in it; what parses is dumped and parses to the same and gives the same program; what compiles runs, and its
// matches lie in the window; those of tokens in order and apart.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/stages.h"
#include "claimgraph/pattern/trace.h"

namespace {

using claimgraph::Diagnostics;
using claimgraph::Interner;
using claimgraph::TokenRange;
namespace nlp = claimgraph::nlp;
namespace pattern = claimgraph::pattern;

[[noreturn]] void broken(std::string_view property, std::string_view text) {
  fmt::print(stderr, "{}:\n{}\n", property, text);
  std::abort();
}

const pattern::Scheme& scheme() {
  static const pattern::Scheme made = {
      .labels = {{"Actor", {"type"}}, {"cues", {"sign"}}},
      .definitions = {{"saying", {.text = "said that?", .where = {.file = "d", .line = 1, .column = 1}}},
                      {"loop", {.text = "$loop", .where = {.file = "d", .line = 2, .column = 1}}},
                      {"below", {.text = ">obj | >nsubj", .where = {.file = "d", .line = 3, .column = 1}}}}};
  return made;
}

// Three sentences of four tokens each in two paragraphs, with a quotation.
nlp::AnnotatedDocument document(std::shared_ptr<const Interner> vocabulary) {
  nlp::AnnotatedDocument out{.document = {}, .symbols = Interner(std::move(vocabulary))};
  for (const std::string_view word : {"Ada", "said", "that", "a", "a", "b", "\"", "said", "\"", "not", "b", "a"}) {
    const auto begin = static_cast<std::uint32_t>(out.document.text.size());
    out.document.text += fmt::format("{} ", word);
    out.spans.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
    for (auto* column : {&out.words, &out.norms, &out.lemmas}) column->push_back(out.symbols.intern(word));
    out.shapes.push_back(out.symbols.intern(word == "Ada" ? "Xxx" : "x"));
    out.upos.push_back(out.symbols.intern(word == "said" ? "VERB" : "NOUN"));
    out.xpos.push_back(out.symbols.intern("X"));
    out.feats.push_back(out.symbols.intern(word == "Ada" ? "Gender=Fem|Number=Sing" : "_"));
    // In each sentence the second word is the root, and the others hang below the word before them or the root.
    const auto number = static_cast<std::uint32_t>(out.heads.size());
    const std::uint32_t root = number / 4 * 4 + 1;
    out.heads.push_back(number == root || number % 4 == 3 ? (number == root ? root : number - 1) : root);
    out.deprels.push_back(out.symbols.intern(number == root ? "root" : number < root ? "nsubj" : "obj"));
  }
  out.sentences = {{0, 4}, {4, 8}, {8, 12}};
  out.paragraphs = {{0, 8}, {8, 12}};
  out.quotations = {{6, 9}};
  return out;
}

pattern::Layer layer(nlp::AnnotatedDocument& document) {
  pattern::Layer out(document.size());
  const std::vector<pattern::Feature> person = {{document.symbols.intern("type"), document.symbols.intern("person")}};
  out.add({0, 1}, document.symbols.intern("Actor"), person);
  out.add({3, 6}, document.symbols.intern("Actor"), {});
  out.add({3, 4}, document.symbols.intern("Actor"), person);
  out.add({1, 3}, document.symbols.intern("cues"), {});
  return out;
}

void check_places(std::string_view text, const Diagnostics& findings) {
  std::vector<std::size_t> sizes(1, 0);
  for (const char c : text) c == '\n' ? sizes.push_back(0) : static_cast<void>(++sizes.back());
  for (const auto& finding : findings.all()) {
    if (!finding.error.where) broken("a finding without a place", text);
    const auto& where = *finding.error.where;
    if (where.file != "p") continue;
    const bool inside = where.line >= 1 && where.line <= sizes.size() && where.column <= sizes[where.line - 1] + 1;
    if (!inside) broken("a finding outside of the pattern", text);
  }
}

using Dump = std::optional<std::string> (*)(pattern::Stage, std::string_view, const claimgraph::SourcePos&,
                                            const pattern::Scheme&, Interner&, Diagnostics&);

void check_dumps(const std::string& text, Dump dump_stage) {
  const claimgraph::SourcePos where{.file = "p", .line = 1, .column = 1};
  Interner vocabulary;
  Diagnostics findings;
  const auto dump = [&](pattern::Stage stage, const std::string& of) {
    return dump_stage(stage, of, where, scheme(), vocabulary, findings);
  };
  const auto syntax = dump(pattern::Stage::syntax, text);
  if (!syntax) return;
  if (dump(pattern::Stage::syntax, *syntax) != syntax) broken("the dump parses to something else", text);
  if (dump(pattern::Stage::program, *syntax) != dump(pattern::Stage::program, text)) {
    broken("the dump gives another program", text);
  }
}

std::optional<std::string> dump_where(pattern::Stage stage, std::string_view text, const claimgraph::SourcePos& where,
                                      const pattern::Scheme& scheme, Interner& vocabulary, Diagnostics& out) {
  return pattern::dump_where(stage, text, where, {"cue", "source"}, scheme, vocabulary, out);
}

// `apart`: each match starts behind the one before.
void check_matches(const pattern::Pattern& compiled, std::string_view text, std::shared_ptr<const Interner> vocabulary,
                   bool apart) {
  auto annotated = document(std::move(vocabulary));
  const auto labels = layer(annotated);
  pattern::Matcher matcher;
  for (const TokenRange window : {TokenRange{0, 12}, TokenRange{2, 9}}) {
    std::vector<pattern::Match> matches;
    matcher.find_all(compiled, annotated, labels, window, matches);
    std::uint32_t end = window.begin;
    for (const auto& match : matches) {
      if (match.tokens.empty() || !window.contains(match.tokens)) broken("a match that is empty or outside", text);
      if (apart && match.tokens.begin < end) broken("matches that touch", text);
      end = match.tokens.end;
      for (const auto& capture : match.captures) {
        if (capture && !match.tokens.contains(*capture)) broken("a capture outside of its match", text);
      }
    }
    const auto trace = pattern::trace(compiled, annotated, labels, window);
    if (trace.matches.size() != matches.size()) broken("a trace that finds something else", text);
    const bool found = !matches.empty() || !trace.refused.empty();
    if (apart && trace.nearest.has_value() == found) broken("a nearest miss beside matches, or none", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const claimgraph::SourcePos where{.file = "p", .line = 1, .column = 1};
  for (const bool tree : {false, true}) {
    auto vocabulary = std::make_shared<Interner>();
    Diagnostics findings;
    const auto compiled = tree ? pattern::Pattern::compile_tree(text, where, scheme(), *vocabulary, findings)
                               : pattern::Pattern::compile(text, where, scheme(), *vocabulary, findings);
    if (compiled.has_value() != findings.ok()) broken("a result and findings that disagree", text);
    check_places(text, findings);
    check_dumps(text, tree ? Dump(pattern::dump_tree) : Dump(pattern::dump));
    if (compiled) check_matches(*compiled, text, vocabulary, !tree);
  }
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  auto conditioned =
      pattern::Pattern::compile("(?<source> Ada | a) (?<cue> said)?", where, scheme(), *vocabulary, findings);
  if (conditioned->require(text, where, scheme(), *vocabulary, findings) != findings.ok()) {
    broken("a result and findings that disagree", text);
  }
  check_places(text, findings);
  check_dumps(text, dump_where);
  if (findings.ok()) check_matches(*conditioned, text, vocabulary, true);
  return 0;
}
