#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/pattern/lexicon_index.h"
#include "claimgraph/pattern/pattern.h"

namespace claimgraph::rules {

// What a match becomes. Stages run in this order.
enum class Emits { mention, attribution, stance };

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

// One rule as extraction runs it.
struct Rule {
  std::string name;  // with its namespace: "en/attribution/says-that"
  SourcePos where;
  Emits emits = Emits::mention;
  Scope scope = Scope::sentence;
  std::int32_t priority = 0;  // lower runs first, and wins over what comes later
  double confidence = 0.5;    // 0 to 1
  std::string label;          // of a mention
  std::vector<Field> fields;  // the rest of `emit`
  pattern::Pattern pattern;

  // The value of the field called `wanted`, or nullptr. Lives as long as the rule.
  const Value* field(std::string_view wanted) const;
};

// Everything that drives extraction. Immutable once loaded; thread-safe.
struct RuleSet {
  std::shared_ptr<const Interner> vocabulary;  // shared with every document that is analysed for these rules
  std::vector<nlp::Lexicon> lexicons;          // in file order
  pattern::LexiconIndex index;
  std::vector<Rule> rules;  // by what they emit, then priority, then file and place in it
  std::string fingerprint;  // of all files read: 16 hexadecimal digits; changes when any byte of them does
};

// Labels that exist without any rule: "Quotation" (see text::find_quotations), "Given" (mentions the input brought;
// features "name" and "type") and the lexicons' names.

// Loads every *.yaml file below `directory` in the order of their paths, and the lexicons they name. All findings of
// all files go to `out`; the result is an error when there was one, whose message counts them.
Result<RuleSet> load(const std::filesystem::path& directory, Diagnostics& out);

}  // namespace claimgraph::rules
