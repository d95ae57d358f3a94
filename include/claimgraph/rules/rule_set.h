#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/pattern/dispatch.h"
#include "claimgraph/pattern/lexicon_index.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/when.h"
#include "claimgraph/text/document.h"

namespace claimgraph::rules {

// What a match becomes. Mentions and discards run together, by priority; then the others in this order.
enum class Emits { mention, discard, scope, attribution, stance };

// Of matches that overlap and compete, within a label or among stances: which stay.
enum class Overlap { first, longest, all };

// The stretch of text a pattern runs over at a time.
enum class Scope { sentence, paragraph, document };

// A field of what is emitted: a literal, or the value of a feature found within a capture.
struct Value {
  std::string literal;  // when `capture` is empty
  std::string capture;
  std::string feature;

  friend bool operator==(const Value&, const Value&) = default;
};

struct Field {
  std::string name;
  Value value;

  friend bool operator==(const Field&, const Field&) = default;
};

// A text that a rule must find something in, or nothing; tried by workbench::run_examples().
struct Example {
  // What a capture must hold, as the text writes it, or what a field must come to. An empty text: it must not be there.
  struct Part {
    std::string name;
    std::string text;
    SourcePos where;
  };
  text::Document document;  // the text, and what the example says of the article that it stands in
  SourcePos where;
  bool matches = true;      // else the rule must not match, or not so
  std::vector<Part> parts;  // what one match must have together; none: any match will do
};

// A capture of a mention rule that gets a label of its own: "Pledge.giver".
struct Part {
  std::size_t capture = 0;  // place among the captures of the pattern
  std::string label;

  friend bool operator==(const Part&, const Part&) = default;
};

// One rule as extraction runs it.
struct Rule {
  std::string name;  // with its namespace: "en/attribution/says-that"
  SourcePos where;
  Emits emits = Emits::mention;
  Scope scope = Scope::sentence;
  std::int32_t priority = 0;  // lower runs first, and wins over what comes later
  double confidence = 0.5;    // 0 to 1
  double weight = 0.0;        // added to the log-odds of the confidence; 0 changes nothing
  Overlap overlap = Overlap::first;
  When when;
  std::string label;                      // of a mention
  std::vector<std::string> labels_above;  // which its stretches get too, after the taxonomy
  std::vector<std::string> of;            // of a discard or scope: stages, labels, names of rules and namespaces
  std::vector<Part> parts;                // only those that some pattern speaks of
  std::vector<Field> fields;              // the rest of `emit`
  std::vector<std::uint32_t> limited_by;  // of a mention, attribution or stance: places of the discard rules for it
  std::vector<std::uint32_t> scoped_by;   // of an attribution or stance: places of the scope rules for it
  pattern::Pattern pattern;
  std::string text;   // the pattern as it is written
  bool tree = false;  // it is a tree pattern
  std::vector<Example> examples;

  // The value of the field called `wanted`, or nullptr. Lives as long as the rule.
  const Value* field(std::string_view wanted) const;
  // The confidence with the weight: what a claim or stance of this rule gets. 0 and 1 stay as they are.
  double weighted_confidence() const;
};

// Everything that drives extraction. Immutable once loaded; thread-safe.
struct RuleSet {
  std::shared_ptr<const Interner> vocabulary;  // shared with every document that is analysed for these rules
  std::vector<nlp::Lexicon> lexicons;          // in file order
  pattern::LexiconIndex index;
  std::vector<Rule> rules;     // by stage (see Emits), then priority, then file and place in it
  pattern::Dispatch dispatch;  // of the patterns of `rules`, in their order
  std::map<std::string, std::vector<std::string>> labels_above;  // of all labels that have some
  pattern::Scheme scheme;   // what their patterns may speak of; for patterns made later
  std::string fingerprint;  // of all files read: 16 hexadecimal digits; changes when any byte of them does
};

// Labels that exist without any rule: "Quotation" (see text::find_quotations), "Headline" and "Turn" (a paragraph of a
// transcript, with its speaker), "Given" (mentions the input brought; features "name" and "type"), "Recognised" (names
// that the analysis found; feature "kind": PER, ORG, LOC or MISC), the lexicons' names; and for stance rules the
// claims: "Claim", "Claim.source", "Claim.cue", "Claim.content" (features "certainty" and "polarity").

// Loads every *.yaml file below `directory` in the order of their paths, and the templates and lexicons they name; a
// template (a file with `parameters`) is loaded only where one imports it. All findings of all files go to `out`; the
// result is an error when there was one, whose message counts them.
Result<RuleSet> load(const std::filesystem::path& directory, Diagnostics& out);
// Likewise, with a vocabulary layered over `base`: a document that is analysed for these rules is then good for those
// of `base` too.
Result<RuleSet> load_over(std::shared_ptr<const Interner> base, const std::filesystem::path& directory,
                          Diagnostics& out);

}  // namespace claimgraph::rules
