#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/emit_table.h"
#include "rules/source.h"
#include "rules/yaml_tree.h"

// The first of a rule's three states: parsed -> checked -> compiled (Rule).
namespace claimgraph::rules {

// A text and where it stands.
struct Written {
  std::string text;
  SourcePos where;
};

// A pattern as the pattern compiler takes it.
struct PatternText {
  std::string text;    // may begin with spaces, and all its lines begin in one column
  SourcePos where;     // of the first byte that is no space
  SourcePos begin;     // of the first byte of `text`
  bool exact = false;  // places in `text`, counted from `begin`, are places in the file
};

struct ParsedLexicon {
  Written name;
  Written file;  // relative to the YAML file
  nlp::TermUnit unit = nlp::TermUnit::lemma;
};

struct ParsedDefinition {
  Written name;
  PatternText pattern;
};

struct ParsedField {
  Written name;
  Written value;
};

// A rule whose keys and types are right; nothing is said yet of what its names mean.
struct ParsedRule {
  Written name;
  Scope scope = Scope::sentence;
  std::int32_t priority = 100;
  double confidence = 0.5;
  Emits emits = Emits::mention;
  SourcePos emit_where;
  std::vector<ParsedField> fields;
  PatternText pattern;
  bool tree = false;  // the pattern is a tree pattern
  std::vector<Example> examples;
};

struct ParsedFile {
  std::string prefix;  // the namespace
  std::vector<ParsedLexicon> lexicons;
  std::vector<ParsedDefinition> definitions;
  std::vector<ParsedRule> rules;
};

// The pattern that the scalar `node` holds. The text is the stretch of the file itself, with its line ends and its
// comments, whatever YAML folds them to: white space says nothing in a pattern, and places in it need no map. Only
// escapes in a quoted scalar make that impossible.
PatternText pattern_text(const Node& node, const Source& source);

// Reads the tree of one file. What has a finding is left out or incomplete. `prefix` is the namespace of a file that
// names none.
ParsedFile parse_file(const Node& root, const Source& source, std::string_view prefix, Diagnostics& out);

}  // namespace claimgraph::rules
