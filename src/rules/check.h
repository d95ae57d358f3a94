#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/parsed_file.h"
#include "rules/taxonomy.h"

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
  const ParsedFile* file = nullptr;
  std::string name;  // with its namespace
  SourcePos where;
  Emits emits = Emits::mention;
  SourcePos emit_where;
  Scope scope = Scope::sentence;
  When when;
  std::int32_t priority = 100;
  Overlap overlap = Overlap::first;
  double confidence = 0.5;
  double weight = 0.0;
  std::string label;                      // of a mention
  std::vector<std::string> labels_above;  // of that label
  std::vector<CheckedField> fields;
  std::vector<std::string> of;  // what a discard or scope rule is for
  PatternText pattern;
  bool tree = false;                    // the pattern is a tree pattern
  std::vector<PatternText> conditions;  // on its captures
  std::vector<Example> examples;
};

// "cue.certainty" is the feature `certainty` within the capture `cue`; any other text is itself.
Value parse_value(std::string_view text);

// Adds findings about `file` to `out`; about an imported file they say where the import stands.
void append_findings(const Diagnostics& findings, const ParsedFile& file, Diagnostics& out);

// A finding for each lexicon, definition and rule whose name another one has already, and for what is called like a
// label that exists without any rule. Definitions of an imported file are its own.
void check_names(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons, Diagnostics& out);

// All that patterns may speak of: labels that exist without any rule, the lexicons, what mention rules emit with their
// captures, and the definitions but for those of imported files.
pattern::Scheme make_scheme(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons,
                            const Taxonomy& taxonomy);
// The same with the definitions of `file`, where it is an imported one.
pattern::Scheme scheme_of_file(const pattern::Scheme& scheme, const ParsedFile& file);
// Whether the label exists without any rule, for stance rules only.
bool is_of_claims(std::string_view label);

// Checks all fields and conditions: literals against the closed vocabularies, features against `scheme`, and the cells
// and features that fields of a closed vocabulary take their values from. Rules come in the order of the files; what
// has findings is there all the same, so that its pattern is looked at too.
std::vector<CheckedRule> check_rules(std::span<const ParsedFile> files, std::span<const LoadedLexicon> lexicons,
                                     const pattern::Scheme& scheme, const Taxonomy& taxonomy, Diagnostics& out);

}  // namespace claimgraph::rules
