#include "claimgraph/workbench/hits.h"

#include <string>

#include <doctest/doctest.h>

#include "good_rules.h"
#include "model/hand_document.h"

namespace claimgraph::workbench {
namespace {

std::string hits(const char* pattern, const char* text, std::size_t context, const PatternOptions& options = {}) {
  auto rules = loaded();
  Diagnostics findings;
  const auto rule = make_rule(rules, pattern, options, findings);
  if (!rule) return dump(findings) + dump(rule.error());
  std::string out;
  for (const auto& hit : find_hits(rules, nullptr, *rule, model::hand_document(text, rules.vocabulary), context)) {
    out += hit.before + " | " + hit.marked + " | " + hit.after + "\n";
  }
  return out;
}

TEST_CASE("find_hits: captures in brackets, one within another, between whole words of the paragraph") {
  constexpr const char* kText = "Then/ADV Ada/PROPN Brill/PROPN met/VERB/meet Bo/PROPN in/ADP town/NOUN\n\nSo/ADV";
  CHECK(hits("(?<all> (?<who> @Actor) (?<verb> [upos=VERB]))", kText, 100) ==
        "Then | [all [who Ada Brill] [verb met]] | Bo in town\n");
  CHECK(hits("@Actor", kText, 6) == "Then | Ada Brill | met\nmet | Bo | in\n");
  CHECK(hits("@Actor", kText, 0) == " | Ada Brill | \n | Bo | \n");
}

TEST_CASE("make_rule: a pattern may use what the rules know, and nothing else") {
  CHECK(hits("$said", "Ada/PROPN said/VERB/say so", 0) == " | said | \n");
  CHECK(hits("[lemma=unheard]", "unheard", 0) == " | unheard | \n");
  CHECK(hits("@Actr", "Ada/PROPN", 0) ==
        "pattern:1:1: error: unknown label 'Actr' (did you mean 'Actor'?)\n"
        "error: the pattern cannot be used (doc/RULES.md has the language; --tree takes a tree pattern)");
  CHECK(hits("cue = met who = >nsubj", "Ada/PROPN//2:nsubj met/VERB//0:root", 0, {.tree = true}) ==
        " | [who Ada] [cue met] | \n");
}

}  // namespace
}  // namespace claimgraph::workbench
