// Every fault a pattern can have, with the whole message.
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"

#include "fault_table.h"

namespace claimgraph::pattern {
namespace {

Scheme scheme() {
  Scheme scheme;
  scheme.labels = {{"Actor", {"type", "name"}}, {"cues", {"sign", "strength"}}, {"Plain", {}}};
  const auto define = [&](const char* name, const char* text) {
    scheme.definitions[name] = {.text = text, .where = {.file = "defs.yaml", .line = 7, .column = 5}};
  };
  define("saying", "said | (?<verb> told)");
  define("self", "a $self");
  define("ping", "a $pong");
  define("pong", "b | $ping");
  define("maybe", "a?");
  define("broken", "a [lema=b]");
  define("big", "a{1000}");
  return scheme;
}

// The findings for `text`, that starts in line 3, column 14 of a file.
std::string findings(std::string_view text) {
  Interner vocabulary;
  Diagnostics out;
  const auto pattern = Pattern::compile(text, {.file = "r.yaml", .line = 3, .column = 14}, scheme(), vocabulary, out);
  CHECK(pattern.has_value() == out.ok());
  return shown(out);
}

void check(std::initializer_list<Fault> faults) { check_faults(findings, faults); }

TEST_CASE("compile: bad characters and endings") {
  check({
      {"a ; b", "r.yaml:3:16: error: unexpected ';' (to match it as a token, quote it: \";\")"},
      {"a %", "r.yaml:3:16: error: unexpected '%' (to match it as a token, quote it: \"%\")"},
      {"a \x01", "r.yaml:3:16: error: unexpected byte 0x01 (remove it)"},
      {"\xff a", "r.yaml:3:14: error: the pattern is not UTF-8 here (save the file as UTF-8)"},
      {"\"open", "r.yaml:3:14: error: the string that starts here has no end (close it with '\"' on the same line)"},
      {"\"a\\n\"", "r.yaml:3:16: error: a backslash in a string must stand before '\"' or '\\'"},
      {"/open",
       "r.yaml:3:14: error: the regular expression that starts here has no end (close it with '/' on the same line)"},
      {"a /b\nc/",
       "r.yaml:3:16: error: the regular expression that starts here has no end (close it with '/' on the same line)"},
      {"/a/x",
       "r.yaml:3:17: error: unknown flag 'x' of a regular expression (the only one is 'i', which ignores case)"},
      {"@", "r.yaml:3:15: error: a label's name must follow '@' (as in @Actor)"},
      {"@ Actor", "r.yaml:3:15: error: a label's name must follow '@' (as in @Actor)"},
      {"$", "r.yaml:3:15: error: a definition's name must follow '$' (as in $saying)"},
      {"$1a(", "r.yaml:3:17: error: '(' is never closed (close it with ')')"},
      {"<b> a",
       "r.yaml:3:14: error: unexpected '<' (anchors are <s>, </s>, <p> and </p>; to match it as a token, quote it: "
       "\"<\")"},
      {"a < b",
       "r.yaml:3:16: error: unexpected '<' (anchors are <s>, </s>, <p> and </p>; to match it as a token, quote it: "
       "\"<\")"},
      {"(? a)",
       "r.yaml:3:14: error: unknown kind of group '(?' (there are (?<name> ), (?= ), (?! ), (?<= ) and (?<! ); a plain "
       "group is ( ))"},
      {"(?<> a)", "r.yaml:3:17: error: a capture's name must follow '(?<' (as in (?<cue> said))"},
      {"(?<cue a)", "r.yaml:3:20: error: '>' must follow a capture's name (as in (?<cue> said))"},
      {"(?P<x> a)",
       "r.yaml:3:14: error: unknown kind of group '(?' (there are (?<name> ), (?= ), (?! ), (?<= ) and (?<! ); a plain "
       "group is ( ))"},
      {"a ~b", "r.yaml:3:16: error: unexpected '~' (to match it as a token, quote it: \"~\")"},
  });
}

TEST_CASE("compile: bad structure") {
  check({
      {"", "r.yaml:3:14: error: the pattern is empty (write at least one token, as in [lemma=say])"},
      {"  # nothing\n", "r.yaml:4:14: error: the pattern is empty (write at least one token, as in [lemma=say])"},
      {"a |",
       "r.yaml:3:17: error: the pattern ends where a step should stand (to make a part optional, put '?' after it)"},
      {"| a", "r.yaml:3:14: error: found '|' where a step should stand (to make a part optional, put '?' after it)"},
      {"(a | )", "r.yaml:3:19: error: found ')' where a step should stand (to make a part optional, put '?' after it)"},
      {"()", "r.yaml:3:14: error: the group is empty (write at least one step in it)"},
      {"(?<cue>)", "r.yaml:3:14: error: the group is empty (write at least one step in it)"},
      {"(", "r.yaml:3:14: error: '(' is never closed (close it with ')')"},
      {"(a (", "r.yaml:3:17: error: '(' is never closed (close it with ')')"},
      {"(a", "r.yaml:3:14: error: '(' is never closed (close it with ')')"},
      {"a)", "r.yaml:3:15: error: ')' closes no group (remove it, or open a group with '(')"},
      {"(?= a", "r.yaml:3:14: error: '(?=' is never closed (close it with ')')"},
      {"[lemma=a", "r.yaml:3:14: error: '[' is never closed (close it with ']')"},
      {"[lemma=a)", "r.yaml:3:22: error: found ')' where ']' should stand"},
      {"a]", "r.yaml:3:15: error: found ']' where a step should stand (remove it, or open a token with '[')"},
      {"* a", "r.yaml:3:14: error: '*' has nothing before it to repeat (to match it as a token, quote it: \"*\")"},
      {"a{2}{3}", "r.yaml:3:18: error: a quantifier cannot follow a quantifier (put the repeated part in ( ))"},
      {"a? ?", "r.yaml:3:17: error: a quantifier cannot follow a quantifier (put the repeated part in ( ))"},
      {"a**", "r.yaml:3:16: error: a quantifier cannot follow a quantifier (put the repeated part in ( ))"},
      {"a{}", "r.yaml:3:16: error: found '}' where a number should stand (as in {2}, {2,}, {,4} or {2,4})"},
      {"a{,}", "r.yaml:3:17: error: found '}' where a number should stand (as in {2}, {2,}, {,4} or {2,4})"},
      {"a{x}", "r.yaml:3:16: error: found 'x' where a number should stand (as in {2}, {2,}, {,4} or {2,4})"},
      {"a{2,x}", "r.yaml:3:18: error: found 'x' where a number should stand (as in {2}, {2,}, {,4} or {2,4})"},
      {"a{3,2}", "r.yaml:3:15: error: {3,2} asks for more at least than at most (write the smaller number first)"},
      {"a{0}", "r.yaml:3:15: error: a part that is repeated 0 times can never match (remove it)"},
      {"a{2", "r.yaml:3:15: error: '{' is never closed (close it with '}')"},
      {"a{1001}",
       "r.yaml:3:16: error: '1001' is more than the 1000 times that a part may be repeated (leave the upper number out "
       "for no limit)"},
      {"a{99999999999}",
       "r.yaml:3:16: error: '99999999999' is more than the 1000 times that a part may be repeated (leave the upper "
       "number out for no limit)"},
      {"[/a/]",
       "r.yaml:3:15: error: found '/a/' where a field should stand (say which field it is compared with, as in "
       "norm=/a/)"},
      {"[\"a\"]",
       "r.yaml:3:15: error: found '\"a\"' where a field should stand (say which field it is compared with, as in "
       "norm=\"a\")"},
      {"[lemma]", "r.yaml:3:15: error: 'lemma' is compared with nothing (as in lemma=…)"},
      {"[lemma=]",
       "r.yaml:3:21: error: found ']' where a value should stand (a word, a \"string\", a /regex/ or a {set, of, "
       "words})"},
      {"[lemma={}]", "r.yaml:3:21: error: the set is empty (as in {say, tell})"},
      {"[lemma={a", "r.yaml:3:21: error: '{' is never closed (close it with '}')"},
      {"[lemma={a | b}]", "r.yaml:3:24: error: found '|' where a value of the set should stand (as in {say, tell})"},
      {"[lemma=a lemma=b]", "r.yaml:3:23: error: found 'lemma' where ']' should stand (put '&' between two tests)"},
      {"[& a]", "r.yaml:3:15: error: found '&' where a field should stand (as in [lemma=say & upos=VERB])"},
      {"[cues.]", "r.yaml:3:20: error: found ']' where a feature's name should stand (as in cues.sign=oppose)"},
      {"[cues.=a]", "r.yaml:3:20: error: found '=' where a feature's name should stand (as in cues.sign=oppose)"},
      {"@Actor[]",
       "r.yaml:3:20: error: no feature is tested between these brackets (remove them, or put a space before them to "
       "mean any token)"},
      {"a & b", "r.yaml:3:16: error: found '&' where a step should stand (to match it as a token, quote it: \"&\")"},
      {"a = b", "r.yaml:3:16: error: found '=' where a step should stand (to match it as a token, quote it: \"=\")"},
      {"[!]", "r.yaml:3:16: error: found ']' where a field should stand (as in [lemma=say & upos=VERB])"},
      {"[lemma!a]", "r.yaml:3:20: error: found '!' where ']' should stand"},
  });
}

TEST_CASE("compile: unknown names and values") {
  check({
      {"[lema=say]", "r.yaml:3:15: error: unknown field 'lema' (did you mean 'lemma'?)"},
      {"[said]", "r.yaml:3:15: error: unknown field 'said' (to compare the word itself, write norm=said)"},
      {"[colour=red]",
       "r.yaml:3:15: error: unknown field 'colour' (known fields: word, norm, lemma, shape, upos, xpos, feats, deprel, "
       "name, side, len, in, quoted)"},
      {"@Aktor", "r.yaml:3:14: error: unknown label 'Aktor' (did you mean 'Actor'?)"},
      {"@Nothing", "r.yaml:3:14: error: unknown label 'Nothing' (known labels: Actor, Plain, cues)"},
      {"[in=cue]", "r.yaml:3:18: error: unknown label 'cue' (did you mean 'cues'?)"},
      {"[in=/cues/]",
       "r.yaml:3:18: error: a label cannot be a regular expression (write a set of labels, as in in={cues, hedges})"},
      {"[in={cues, hedge}]", "r.yaml:3:25: error: unknown label 'hedge' (known labels: Actor, Plain, cues)"},
      {"[in]", "r.yaml:3:15: error: 'in' is compared with nothing (as in in=cues)"},
      {"[in={cues, Actor}[sign=a]]",
       "r.yaml:3:32: error: features cannot be tested of several labels at once (write one test a label and put '|' "
       "between them)"},
      {"[lemma=a[sign=b]]",
       "r.yaml:3:23: error: features can only be tested of a label (as in in=cues[sign=oppose] or @cues[sign=oppose])"},
      {"@cues[sing=oppose]", "r.yaml:3:20: error: label 'cues' has no feature 'sing' (did you mean 'sign'?)"},
      {"@Plain[sign=oppose]", "r.yaml:3:21: error: label 'Plain' has no feature 'sign' (it has no features)"},
      {"[cues.sing=oppose]", "r.yaml:3:20: error: label 'cues' has no feature 'sing' (did you mean 'sign'?)"},
      {"[cue.sign=oppose]", "r.yaml:3:15: error: unknown label 'cue' (did you mean 'cues'?)"},
      {"@cues[cues.sign=a]", "r.yaml:3:20: error: the label is named already: 'cues.' cannot stand here (write sign)"},
      {"@cues[lemma=say]", "r.yaml:3:20: error: label 'cues' has no feature 'lemma' (it has sign, strength)"},
      {"[in=cues[strenght=1]]",
       "r.yaml:3:23: error: label 'cues' has no feature 'strenght' (did you mean 'strength'?)"},
      {"[upos=verb]", "r.yaml:3:20: error: unknown part of speech 'verb' (did you mean 'VERB'?)"},
      {"[upos={VERB, Q}]", "r.yaml:3:27: error: unknown part of speech 'Q' (did you mean 'X'?)"},
      {"[quoted=true]", "r.yaml:3:22: error: 'quoted' cannot be compared with a value (write quoted or !quoted)"},
      {"[lemma=\"\" ]",
       "r.yaml:3:21: error: nothing is equal to an empty string (to test that something is absent, negate the test)"},
      {"@cues[sign=\"\"]",
       "r.yaml:3:25: error: nothing is equal to an empty string (to test that something is absent, negate the test)"},
      {"[lemma=/(/]",
       "r.yaml:3:21: error: bad regular expression: missing ): ( (the syntax is that of RE2; it has to match from the "
       "first letter to the last)"},
      {"[lemma=/a**/]",
       "r.yaml:3:21: error: bad regular expression: bad repetition operator: ** (the syntax is that of RE2; it has to "
       "match from the first letter to the last)"},
      {"@cues[sign=/[/]",
       "r.yaml:3:25: error: bad regular expression: missing ]: [ (the syntax is that of RE2; it has to match from the "
       "first letter to the last)"},
      {"[lemma={a, /b/}]",
       "r.yaml:3:25: error: a regular expression cannot stand in a set (write two tests with '|' between them)"},
      {"$sayign", "r.yaml:3:14: error: unknown definition '$sayign' (did you mean 'saying'?)"},
      {"$unknown",
       "r.yaml:3:14: error: unknown definition '$unknown' (known definitions: $big, $broken, $maybe, $ping, $pong, "
       "$saying, $self)"},
      {"$self",
       "defs.yaml:7:7: error: definition '$self' uses itself: $self -> $self (write what repeats with a quantifier)"},
      {"$ping",
       "defs.yaml:7:9: error: definition '$ping' uses itself: $ping -> $pong -> $ping (write what repeats with a "
       "quantifier)"},
      {"b $broken $broken", "defs.yaml:7:8: error: unknown field 'lema' (did you mean 'lemma'?)"},
      {"(?= $nope) [lema=a]",
       "r.yaml:3:18: error: unknown definition '$nope' (known definitions: $big, $broken, $maybe, $ping, $pong, "
       "$saying, $self)\n"
       "r.yaml:3:26: error: unknown field 'lema' (did you mean 'lemma'?)"},
  });
}

TEST_CASE("compile: what can never match, or always does") {
  check({
      {"a?", "r.yaml:3:14: error: the pattern can match without any token (make at least one step of it required)"},
      {"a* b*", "r.yaml:3:14: error: the pattern can match without any token (make at least one step of it required)"},
      {"<s>", "r.yaml:3:14: error: the pattern can match without any token (add the token that it should find)"},
      {"(?= a)", "r.yaml:3:14: error: the pattern can match without any token (add the token that it should find)"},
      {"a | b?", "r.yaml:3:14: error: the pattern can match without any token (make at least one step of it required)"},
      {"(a? b?)+",
       "r.yaml:3:15: error: what is repeated without limit can match without any token (make at least one step of it "
       "required)"},
      {"$maybe*",
       "r.yaml:3:14: error: what is repeated without limit can match without any token (make at least one step of it "
       "required)"},
      {"(<s>)? a",
       "r.yaml:3:15: error: what takes no token cannot be repeated or optional (remove the quantifier after it)"},
      {"(?= a){2} b",
       "r.yaml:3:14: error: what takes no token cannot be repeated or optional (remove the quantifier after it)"},
      {"</s>+ a",
       "r.yaml:3:14: error: what takes no token cannot be repeated or optional (remove the quantifier after it)"},
      {"(?= a*) b", "r.yaml:3:14: error: this lookaround always holds (what stands in it can match without any token)"},
      {"b (?! a?)", "r.yaml:3:16: error: this lookaround never holds (what stands in it can match without any token)"},
      {"(?<! a*) b", "r.yaml:3:14: error: this lookaround never holds (what stands in it can match without any token)"},
      {"(?<x> a) (?<x> b)",
       "r.yaml:3:26: error: capture 'x' stands twice in one sequence (name it otherwise; the same name may stand on "
       "both sides of '|')"},
      {"(?<x> a (?<x> b))", "r.yaml:3:17: error: capture 'x' lies within itself (name one of the two otherwise)"},
      {"(?= (?<x> a)) b",
       "r.yaml:3:21: error: capture 'x' stands where nothing is matched, only looked at (take it out of the "
       "lookaround)"},
      {"a (?! $saying)",
       "r.yaml:3:20: error: capture 'verb' stands where nothing is matched, only looked at (take it out of the "
       "lookaround)"},
      {"$saying $saying",
       "r.yaml:3:22: error: capture 'verb' stands twice in one sequence (name it otherwise; the same name may stand on "
       "both sides of '|')"},
      {"\"New York\"",
       "r.yaml:3:14: warning: no token is ever 'New York' (in a text it is 2 tokens: \"New\" \"York\")"},
      {"don't", "r.yaml:3:14: warning: no token is ever 'don't' (in a text it is 2 tokens: \"do\" \"n't\")"},
      {"[word={cannot, say}]",
       "r.yaml:3:21: warning: no token is ever 'cannot' (in a text it is 2 tokens: \"can\" \"not\")"},
      {"[norm=\"Mr.\"] [shape=\"a b\"]", ""},
      {"((a{100}){100}){3}",
       "r.yaml:3:14: error: the pattern needs more than 20000 instructions when every {n,m} and $name is written out "
       "(ask for fewer repetitions, or for any number with '*' or '+')"},
      {"$big{21}",
       "r.yaml:3:14: error: the pattern needs more than 20000 instructions when every {n,m} and $name is written out "
       "(ask for fewer repetitions, or for any number with '*' or '+')"},
      {"$big", ""},
  });
}

TEST_CASE("compile: limits") {
  const std::string deep = std::string(101, '(') + "a" + std::string(101, ')');
  CHECK(findings(deep) ==
        "r.yaml:3:115: error: brackets stand more than 100 deep here ("
        "give what is in some of them a name and use it as $name)");
  CHECK(findings("[" + std::string(101, '!') + "quoted]")
            .starts_with("r.yaml:3:115: error: brackets stand more than 100 deep here"));
  CHECK(findings(std::string(100, '(') + "a" + std::string(100, ')')).empty());
}

TEST_CASE("compile: several faults of names are all found") {
  CHECK(findings("[lema=a] @Aktor\n  [upos=NOM]") ==
        "r.yaml:3:15: error: unknown field 'lema' (did you mean 'lemma'?)\n"
        "r.yaml:3:23: error: unknown label 'Aktor' (did you mean 'Actor'?)\n"
        "r.yaml:4:22: error: unknown part of speech 'NOM' (did you mean 'NUM'?)");
}

TEST_CASE("compile: a text without a place has findings without one") {
  Interner vocabulary;
  Diagnostics out;
  CHECK(!Pattern::compile("(", {}, {}, vocabulary, out));
  CHECK(dump(out) == "error: '(' is never closed (close it with ')')\n");
}

TEST_CASE("compile: numbers") {
  check({
      {"[len>3 & len<=12 & len!=7] [len>=0]", ""},
      {"@cues[strength>0.5 & strength<-1.5] [cues.strength>=2]", ""},
      {"[len]", "r.yaml:3:15: error: 'len' is compared with nothing (as in len > 3)"},
      {"[len=x]", "r.yaml:3:19: error: 'len' is compared with one number (as in len > 3)"},
      {"[len={2, 3}]", "r.yaml:3:20: error: 'len' is compared with one number (as in len > 3)"},
      {"[len>2.5]", "r.yaml:3:19: error: '2.5' is no number of characters from 0 to 1000 (as in len > 3)"},
      {"[len<0]", "r.yaml:3:19: error: no word has fewer than 0 characters (remove the test)"},
      {"[lemma>3]",
       "r.yaml:3:15: error: 'lemma' is no number and has no order (<, <=, > and >= compare len, the number of a word's "
       "characters, and features that are numbers)"},
      {"@cues[strength>high]", "r.yaml:3:29: error: 'strength' is compared with one number (as in len > 3)"},
      {"[len>]",
       "r.yaml:3:19: error: found ']' where a value should stand (a word, a \"string\", a /regex/ or a {set, of, "
       "words})"},
      {"a > b", "r.yaml:3:16: error: unexpected '>' (to match it as a token, quote it: \">\")"},
  });
}

TEST_CASE("compile: tests that contradict each other") {
  const auto nothing_passes = [](int column) {
    return "r.yaml:3:" + std::to_string(column) +
           ": error: nothing can pass both this test and those before it (put '|' between what may be either, or "
           "remove "
           "one)";
  };
  struct Contradiction {
    const char* text;
    int column;
  };
  constexpr Contradiction kCases[] = {
      {"[upos=VERB & upos=NOUN]", 27},
      {"[upos=VERB & len>2 & !(upos=VERB | quoted)]", 35},
      {"[lemma={say, tell} & lemma!={tell, say}]", 35},
      {"[lemma=say & lemma=/t.*/]", 27},
      {"[len>5 & len<4]", 23},
      {"[len>5 & len!=6 & !(len>6)]", 32},
      {"[quoted & !quoted]", 24},
      {"[in=cues & in!=cues]", 25},
      {"[upos=VERB & (upos=NOUN | lemma=say & quoted & upos=ADJ)]", 28},
      {"@cues[sign=a & sign=b]", 29},
      {"[in=cues[sign=a & sign!=a]]", 32},
      {"[name & !name]", 22},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(findings(c.text) == nothing_passes(c.column));
  }
  check({
      {"[upos=VERB & upos!=NOUN & (upos=NOUN | quoted)]", ""},
      {"[cues.sign=a & cues.sign=b]", ""},
      {"[feats.Number=Sing & feats.Tense=Past]", ""},
      {"[lemma={say, tell} & lemma=/t.*/ & len>3 & len<9 & len!=5]", ""},
  });
}

}  // namespace
}  // namespace claimgraph::pattern
