// Every fault a tree pattern can have, with the whole message.
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"

#include "fault_table.h"

namespace claimgraph::pattern {
namespace {

Scheme scheme() {
  Scheme scheme;
  scheme.labels = {{"Actor", {"type"}}};
  const auto define = [&](const char* name, const char* text) {
    scheme.definitions[name] = {.text = text, .where = {.file = "defs.yaml", .line = 7, .column = 5}};
  };
  define("below", "(>obj | >obl)+");
  define("far", "$below <conj");
  define("word", "[upos=VERB]");
  define("self", ">obj $self");
  define("broken", ">objj");
  return scheme;
}

// The findings for `text`, that starts in line 3, column 5 of a file.
std::string findings(std::string_view text) {
  Interner vocabulary;
  Diagnostics out;
  const auto pattern =
      Pattern::compile_tree(text, {.file = "r.yaml", .line = 3, .column = 5}, scheme(), vocabulary, out);
  CHECK(pattern.has_value() == out.ok());
  return shown(out);
}

void check(std::initializer_list<Fault> faults) { check_faults(findings, faults); }

TEST_CASE("compile_tree: what is right") {
  check({
      {"cue = [upos=VERB]\nsource = >nsubj", ""},
      {"cue = said source=>nsubj content=>ccomp|>parataxis as rest", ""},
      {"cue = (said | (?<negation> not) say)\nnot x = >obj\ny? = <{acl, advcl acl:relcl} (>conj+ | >[norm=b])?", ""},
      {"cue = a\nx* = (< >)* [norm=b] >\"nmod:poss\"", ""},
  });
}

TEST_CASE("compile_tree: clauses") {
  check({
      {"", "r.yaml:3:5: error: a tree pattern has to begin with its trigger (as in cue = [upos=VERB])"},
      {"[upos=VERB]", "r.yaml:3:5: error: a tree pattern has to begin with its trigger (as in cue = [upos=VERB])"},
      {">nsubj", "r.yaml:3:5: error: a tree pattern has to begin with its trigger (as in cue = [upos=VERB])"},
      {"cue = said",
       "r.yaml:3:5: error: the tree pattern has no argument (add one, as in source = >nsubj; a token pattern needs "
       "none)"},
      {"cue = >nsubj",
       "r.yaml:3:11: error: the trigger, which comes first, is a pattern of tokens, not a path (begin with the word "
       "that paths start from, as in cue = [upos=VERB])"},
      {"cue? = said x = >obj",
       "r.yaml:3:5: error: the trigger, which comes first, cannot be forbidden, optional or several (write name = [a "
       "token])"},
      {"not cue = said x = >obj",
       "r.yaml:3:5: error: the trigger, which comes first, cannot be forbidden, optional or several (write name = [a "
       "token])"},
      {"cue = x = >obj", "r.yaml:3:11: error: the pattern is empty (write at least one token, as in [lemma=say])"},
      {"cue = said\nx =", "r.yaml:4:8: error: the path ends where '>' or '<' should stand"},
      {"cue = said\nnot x? = >obj", "r.yaml:4:10: error: a forbidden argument cannot be marked '?' (remove it)"},
      {"cue = said\nx = >obj\nx = >iobj",
       "r.yaml:5:5: error: 'x' stands twice in the tree pattern (put '|' between two ways to one argument, or name it "
       "otherwise)\n"
       "r.yaml:5:5: error: 'x2', the second part of 'x', stands before it (name the other argument otherwise)"},
      {"cue = said\ncue = >obj",
       "r.yaml:4:5: error: 'cue' stands twice in the tree pattern (put '|' between two ways to one argument, or name "
       "it otherwise)"},
      {"cue = (?<x> said)\nx = >obj",
       "r.yaml:4:5: error: 'x' stands twice in the tree pattern (put '|' between two ways to one argument, or name it "
       "otherwise)"},
      {"cue = said\nx2 = >obj\nx = >iobj",
       "r.yaml:5:5: error: 'x2', the second part of 'x', stands before it (name the other argument otherwise)"},
      {"cue = a?\nx = >obj",
       "r.yaml:3:11: error: the pattern can match without any token (make at least one step of it required)"},
      {"cue = [lema=say]\nx = >nsbj",
       "r.yaml:3:12: error: unknown field 'lema' (did you mean 'lemma'?)\n"
       "r.yaml:4:10: error: unknown relation 'nsbj' (did you mean 'nsubj'?)"},
  });
}

TEST_CASE("compile_tree: paths") {
  check({
      {"cue = said\nx = nsubj",
       "r.yaml:4:9: error: found 'nsubj' where '>' or '<' should stand (write >nsubj to go to a dependent, <nsubj to "
       "go to the head)"},
      {"cue = said\nx = >nsubj obj",
       "r.yaml:4:16: error: found 'obj' where '>' or '<' should stand (write >obj to go to a dependent, <obj to go to "
       "the head)"},
      {"cue = said\nx = >nsubjj", "r.yaml:4:10: error: unknown relation 'nsubjj' (did you mean 'nsubj'?)"},
      {"cue = said\nx = >{nsubj, dobj:x}",
       "r.yaml:4:18: error: unknown relation 'dobj:x' (did you mean 'iobj' or 'obj'?)"},
      {"cue = said\nx = >{}",
       "r.yaml:4:10: error: no relation stands between '{' and '}' (for any relation, write nothing)"},
      {"cue = said\nx = >{nsubj", "r.yaml:4:10: error: '{' is never closed (close it with '}')"},
      {"cue = said\nx = >{nsubj, [",
       "r.yaml:4:18: error: found '[' where a relation should stand (as in >{nsubj, csubj})"},
      {"cue = said\nx = (>nsubj", "r.yaml:4:9: error: '(' is never closed (close it with ')')"},
      {"cue = said\nx = >nsubj)", "r.yaml:4:15: error: ')' closes no group (remove it, or open a group with '(')"},
      {"cue = said\nx = >nsubj |", "r.yaml:4:17: error: the path ends where '>' or '<' should stand"},
      {"cue = said\nx = >conj*+",
       "r.yaml:4:15: error: a quantifier cannot follow a quantifier (put the repeated part in ( ))"},
      {"cue = said\nx = *", "r.yaml:4:9: error: found '*' where '>' or '<' should stand"},
      {"cue = said\nx = >conj[norm=a", "r.yaml:4:14: error: '[' is never closed (close it with ']')"},
      {"cue = said\nx = >conj[colour=a]",
       "r.yaml:4:15: error: unknown field 'colour' (known fields: word, norm, lemma, shape, upos, xpos, feats, deprel, "
       "name, side, len, in, quoted)"},
      {"cue = said\nx = []", "r.yaml:4:9: error: this test holds of every token (remove it)"},
      {"cue = said\nx = [norm=a]",
       "r.yaml:4:9: error: the path of 'x' never leaves the trigger (add a step, as in >nsubj, or put the test into "
       "the trigger)"},
      {"cue = said\nx = (>conj) [norm=a]*",
       "r.yaml:4:25: error: a test cannot be repeated or optional (put the quantifier before it)"},
      {"cue = said\nx = >conj as",
       "r.yaml:4:17: error: what follows 'as' is no part of a tree (one of subtree, rest, phrase, token, or a label, "
       "as in as @NP)"},
      {"cue = said\nx = >conj as words",
       "r.yaml:4:18: error: what follows 'as' is no part of a tree (one of subtree, rest, phrase, token, or a label, "
       "as in as @NP)"},
      {"cue = said\nx = >conj as token >obj",
       "r.yaml:4:24: error: found '>' where the next argument should stand (as in target = >obj as phrase)"},
      {"cue = said\nx = >/n.*/", "r.yaml:4:10: error: found '/n.*/' where '>' or '<' should stand"},
  });
}

TEST_CASE("compile_tree: quantities and stretches") {
  check({
      {"cue = said\na{2} = >obj\nb{1,3} = >obl\nc+ = >conj\nd{,2} = > as @Actor[type=body]\ne{2,} = < as @Actor", ""},
      {"cue = @Actor[type=body]\nx = >obj{2}", ""},
      {"cue = said\nx{3,2} = >obj",
       "r.yaml:4:6: error: {3,2} asks for more at least than at most (write the smaller number first)"},
      {"cue = said\nx{0} = >obj", "r.yaml:4:6: error: a part that is repeated 0 times can never match (remove it)"},
      {"cue = said\nx{a} = >obj",
       "r.yaml:4:7: error: found 'a' where a number should stand (as in {2}, {2,}, {,4} or {2,4})"},
      {"cue = said\nnot x{2} = >obj", "r.yaml:4:10: error: a forbidden argument cannot be marked '{' (remove it)"},
      {"cue{2} = said\nx = >obj",
       "r.yaml:3:5: error: the trigger, which comes first, cannot be forbidden, optional or several (write name = [a "
       "token])"},
      {"cue = said\nx = >obj as @Acter", "r.yaml:4:17: error: unknown label 'Acter' (did you mean 'Actor'?)"},
      {"cue = said\nx = >obj as @Actor[typ=a]",
       "r.yaml:4:24: error: label 'Actor' has no feature 'typ' (did you mean 'type'?)"},
      {"cue = said\nx = >obj as @Actor token",
       "r.yaml:4:24: error: found 'token' where the next argument should stand (as in target = >obj as phrase)"},
      {"cue = said\nx = >obj{1001}",
       "r.yaml:4:14: error: '1001' is more than the 1000 times that a part may be repeated (leave the upper number out "
       "for no limit)"},
      {"cue = said\nx = ((>obj{1000}){1000})",
       "r.yaml:3:5: error: the paths need more than 20000 steps when every {n,m} and $name is written out (ask for "
       "fewer "
       "repetitions, or for any number with '*' or '+')"},
  });
}

TEST_CASE("compile_tree: lookarounds, surface steps and definitions") {
  check({
      {"cue = said\nx = >obj (?= >case[norm=to]) (?! (?= next next) <)\nnot y = previous[norm=not]{1,2}", ""},
      {"cue = $word\nx = $below{2} $far?", ""},
      {"cue = said\nx = (?= >obj)",
       "r.yaml:4:9: error: the path of 'x' never leaves the trigger (add a step, as in >nsubj, or put the test into "
       "the "
       "trigger)"},
      {"cue = said\nx = >obj (?= >case?)",
       "r.yaml:4:14: error: this lookaround always holds (what stands in it may be no step at all)"},
      {"cue = said\nx = >obj (?! next*)",
       "r.yaml:4:14: error: this lookaround never holds (what stands in it may be no step at all)"},
      {"cue = said\nx = >obj (?<= >case)",
       "r.yaml:4:14: error: a path cannot look behind it (write (?= ) or (?! ) with the way back in it, as in (?= "
       "<conj))"},
      {"cue = said\nx = >obj (?= >case)*",
       "r.yaml:4:24: error: a lookaround cannot be repeated or optional (remove this)"},
      {"cue = said\nx = >obj (?= ", "r.yaml:4:18: error: the path ends where '>' or '<' should stand"},
      {"cue = said\nx = $bellow", "r.yaml:4:9: error: unknown definition '$bellow' (did you mean 'below'?)"},
      {"cue = said\nx = $word",
       "r.yaml:4:9: error: definition '$word' is a pattern of tokens, where a path should stand (a path has a '>' or "
       "'<' "
       "outside of [ ])"},
      {"cue = $below\nx = >obj",
       "r.yaml:3:11: error: definition '$below' is a path, where a pattern of tokens should stand (a path leads to an "
       "argument of a tree pattern)"},
      {"cue = said\nx = $self",
       "defs.yaml:7:10: error: definition '$self' uses itself: $self -> $self (write what repeats with a quantifier)"},
      {"cue = said\nx = $broken", "defs.yaml:7:6: error: unknown relation 'objj' (did you mean 'obj'?)"},
  });
}

TEST_CASE("compile_tree: too deep") {
  const std::string deep(101, '(');
  CHECK(findings("cue = said\nx = " + deep + ">obj" + std::string(101, ')')) ==
        "r.yaml:4:109: error: brackets stand more than 100 deep here ("
        "give what is in some of them a name and use it as $name)");
}

}  // namespace
}  // namespace claimgraph::pattern
