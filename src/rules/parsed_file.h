#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/emit_table.h"
#include "rules/source.h"
#include "rules/written.h"
#include "rules/yaml_tree.h"

// The first of a rule's three states: parsed -> checked -> compiled (Rule).
namespace claimgraph::rules {

// A pattern as the pattern compiler takes it.
struct PatternText {
  // The value of a variable in `text`.
  struct Insert {
    std::uint32_t line = 0;     // of the file
    std::uint32_t column = 0;   // counted in `text`
    std::uint32_t size = 0;     // of the value
    std::uint32_t written = 0;  // of the variable
  };

  std::string text;             // may begin with spaces, and all its lines begin in one column
  SourcePos where;              // of the first byte that is no space
  SourcePos begin;              // of the first byte of `text`
  bool exact = false;           // places in `text`, counted from `begin`, are places in the file, but for the inserts
  std::vector<Insert> inserts;  // in text order

  // Whether `place` was counted from the beginning of this text.
  bool holds(const SourcePos& place) const;
  // Where in the file a place stands that was counted in `text`.
  SourcePos in_file(SourcePos place) const;
};

struct ParsedImport {
  Written file;  // relative to the YAML file
  std::optional<Written> as;
  std::vector<std::pair<Written, std::string>> values;  // by parameter
  SourcePos where;
};

// A label and the labels directly below it.
struct ParsedFamily {
  Written above;
  std::vector<Written> below;
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

struct ParsedWhen {
  std::vector<Written> inside;
  std::vector<Written> outside;
  std::vector<DateBound> dates;
  std::vector<DocumentTest> tests;
};

// A rule whose keys and types are right; nothing is said yet of what its names mean.
struct ParsedRule {
  Written name;
  Scope scope = Scope::sentence;
  ParsedWhen when;
  std::int32_t priority = 100;
  std::optional<Overlap> overlap;
  SourcePos overlap_where;
  double confidence = 0.5;
  double weight = 0.0;
  Emits emits = Emits::mention;
  SourcePos emit_where;
  std::vector<ParsedField> fields;
  std::vector<Written> of;  // what a discard or scope rule is for
  PatternText pattern;
  bool tree = false;                    // the pattern is a tree pattern
  std::vector<PatternText> conditions;  // on its captures
  std::vector<Example> examples;
};

struct ParsedFile {
  std::string prefix;       // the namespace
  std::string imported_at;  // the places of the imports that led here; empty for a file of the folder
  std::vector<ParsedImport> imports;
  std::vector<ParsedFamily> taxonomy;
  std::vector<ParsedLexicon> lexicons;
  std::vector<ParsedDefinition> definitions;
  std::vector<ParsedRule> rules;
};

// The pattern that the scalar `node` holds. The text is the stretch of the file itself, with its line ends and its
// comments, whatever YAML folds them to: white space says nothing in a pattern, and places in it need no map. Only
// escapes in a quoted scalar make that impossible.
PatternText pattern_text(const Node& node, const Source& source);

// Reads the tree of one file, its variables replaced. What has a finding is left out or incomplete. `prefix` is the
// namespace of a file that names none.
ParsedFile parse_file(const Node& root, const Source& source, std::string_view prefix, Diagnostics& out);

}  // namespace claimgraph::rules
