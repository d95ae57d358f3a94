// Every fault a condition can have, with the whole message.
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"

#include "fault_table.h"

namespace claimgraph::pattern {
namespace {

// The findings for `text`, that starts in line 3, column 10 of a file, on a pattern with some captures.
std::string findings(std::string_view text) {
  Scheme scheme;
  scheme.labels = {{"Actor", {"type", "party"}}};
  Interner vocabulary;
  Diagnostics out;
  auto pattern = Pattern::compile("(?<source> a) (?<cue> b) (?<target> c)?", {}, scheme, vocabulary, out);
  const bool good = pattern->require(text, {.file = "r.yaml", .line = 3, .column = 10}, scheme, vocabulary, out);
  CHECK(good == out.ok());
  return shown(out);
}

void check(std::initializer_list<Fault> faults) { check_faults(findings, faults); }

TEST_CASE("require: what is right") {
  check({
      {"source before cue and not (target within source or cue overlaps target)", ""},
      {"distance(source, cue) <= 5 and tokens(target) > 2", ""},
      {"source.lemma != target.lemma or source.feats.Number = target.feats.Number # agree", ""},
      {"source.party = target.party and source[upos=PROPN & in=Actor[type=person]]", ""},
      {"not target\nor same_sentence(source, cue)\nor agree(source, target)", ""},
  });
}

TEST_CASE("require: syntax") {
  check({
      {"", "r.yaml:3:10: error: the condition ends where the name of a capture should stand"},
      {"source before", "r.yaml:3:23: error: the condition ends where the name of a capture should stand"},
      {"source and", "r.yaml:3:20: error: the condition ends where the name of a capture should stand"},
      {"source & cue", "r.yaml:3:17: error: found '&' where 'and' or 'or' should stand (write 'and')"},
      {"source | cue", "r.yaml:3:17: error: found '|' where 'and' or 'or' should stand (write 'or')"},
      {"!source", "r.yaml:3:10: error: found '!' where the name of a capture should stand (write 'not')"},
      {"source cue", "r.yaml:3:17: error: found 'cue' where 'and' or 'or' should stand"},
      {"(source", "r.yaml:3:10: error: '(' is never closed (close it with ')')"},
      {"source)", "r.yaml:3:16: error: ')' closes no group (remove it, or open a group with '(')"},
      {"source = cue",
       "r.yaml:3:17: error: found '=' where a field of the capture should stand (as in source.lemma, or write "
       "source[lemma=…])"},
      {"source.lemma = \"say\"",
       "r.yaml:3:25: error: found '\"say\"' where the name of a capture should stand (to compare with a word, write "
       "source[lemma=…])"},
      {"source.lemma = say",
       "r.yaml:3:28: error: the condition ends where '.' and a field should stand (as in say.lemma; to compare with "
       "the "
       "word 'say', write source[lemma=say], or source[LABEL.lemma=say] for a feature of a label)"},
      {"source.lemma",
       "r.yaml:3:22: error: the condition ends where a comparison should stand (as in source.lemma != "
       "target.lemma)"},
      {"source[]",
       "r.yaml:3:16: error: this test holds of every token (to ask whether 'source' took part, write source)"},
      {"distance(source, cue)",
       "r.yaml:3:31: error: the condition ends where a comparison with a number should stand (as in distance(source, "
       "cue) <= 5)"},
      {"distance(source) < 3",
       "r.yaml:3:10: error: 'distance' is asked of 2 captures, not of 1 (as in distance(source, cue) <= 5)"},
      {"tokens(source, cue) < 3",
       "r.yaml:3:10: error: 'tokens' is asked of 1 capture, not of 2 (as in tokens(content) > 3)"},
      {"agree(source, cue", "r.yaml:3:15: error: '(' is never closed (close it with ')')"},
      {"same_sentance(source, cue)",
       "r.yaml:3:10: error: unknown function 'same_sentance' (did you mean 'same_sentence'?)"},
  });
  const std::string deep(101, '(');
  CHECK(findings(deep + "cue" + std::string(101, ')')) ==
        "r.yaml:3:110: error: brackets stand more than 100 deep here ("
        "write a list of conditions instead)");
}

TEST_CASE("require: names") {
  check({
      {"sorce before cue", "r.yaml:3:10: error: the pattern has no capture 'sorce' (did you mean 'source'?)"},
      {"source before x", "r.yaml:3:24: error: the pattern has no capture 'x' (it has source, cue, target)"},
      {"source.lema = cue.lemma",
       "r.yaml:3:17: error: 'lema' is neither a field of a token nor a feature of a label (did you mean 'lemma'?)"},
      {"source.party = cue.prty",
       "r.yaml:3:29: error: 'prty' is neither a field of a token nor a feature of a label (did you mean 'party'?)"},
      {"source.lemma < cue.lemma",
       "r.yaml:3:17: error: 'lemma' is no number and has no order (compare it with = or !=)\n"
       "r.yaml:3:29: error: 'lemma' is no number and has no order (compare it with = or !=)"},
      {"source.feats = cue.feats.Mod",
       "r.yaml:3:17: error: 'feats' holds many features: one has to be named (as in source.feats.Number)\n"
       "r.yaml:3:29: error: unknown morphological feature 'Mod' (did you mean 'Mood'?)"},
      {"source.lemma.x = cue.lemma",
       "r.yaml:3:17: error: 'lemma' has no features (only feats has, as in source.feats.Number)"},
      {"tokens(source) > few",
       "r.yaml:3:27: error: 'tokens' is compared with 'few', not with a number (it counts tokens, as in "
       "distance(source, cue) <= 5)"},
      {"source[upos=VREB]", "r.yaml:3:22: error: unknown part of speech 'VREB' (did you mean 'VERB'?)"},
  });
}

TEST_CASE("Pattern: knows which captures conditions speak of") {
  Interner vocabulary;
  Diagnostics out;
  auto pattern = Pattern::compile("(?<a> x) (?<b> y) (?<c> z)", {}, {}, vocabulary, out);
  REQUIRE(pattern->require("a before c", {}, {}, vocabulary, out));
  CHECK(pattern->is_required(0));
  CHECK_FALSE(pattern->is_required(1));
  CHECK(pattern->is_required(2));
}

}  // namespace
}  // namespace claimgraph::pattern
