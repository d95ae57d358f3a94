#pragma once

#include <span>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/parsed_file.h"

// The second of a rule's three states: parsed -> checked -> compiled (Rule).
namespace claimgraph::rules {

// A lexicon and the file it came from, as findings name it.
struct LoadedLexicon {
  nlp::Lexicon lexicon;
  std::string file;
  SourcePos where;  // of its name in the YAML file
};

struct CheckedField {
  Field field;
  SourcePos where;  // of the value
};

// A rule whose fields mean something; its pattern is still text.
struct CheckedRule {
  std::string name;  // with its namespace
  SourcePos where;
  Emits emits = Emits::mention;
  SourcePos emit_where;
  Scope scope = Scope::sentence;
  std::int32_t priority = 100;
  double confidence = 0.5;
  std::string label;  // of a mention
  std::vector<CheckedField> fields;
  PatternText pattern;
  bool tree = false;  // the pattern is a tree pattern
  std::vector<Example> examples;
};

// "cue.certainty" is the feature `certainty` within the capture `cue`; any other text is itself.
Value parse_value(std::string_view text);

// A finding for each lexicon, definition and rule whose name another one has already.
void check_names(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons, Diagnostics& out);

// All that patterns may speak of: labels that exist without any rule, the lexicons, what mention rules emit, and the
// definitions.
pattern::Scheme make_scheme(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons);

// Checks all fields: literals against the closed vocabularies, features against `scheme`, and the cells and features
// that fields of a closed vocabulary take their values from. Rules come in the order of the files; what has findings
// is there all the same, so that its pattern is looked at too.
std::vector<CheckedRule> check_rules(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons,
                                     const pattern::Scheme& scheme, Diagnostics& out);

}  // namespace claimgraph::rules
