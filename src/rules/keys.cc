#include "rules/keys.h"

#include <algorithm>
#include <cassert>

namespace claimgraph::rules {
namespace {

// In the order of their enumerations.
constexpr std::string_view kUnits[] = {"lemma", "norm", "word"};
constexpr std::string_view kScopes[] = {"sentence", "paragraph", "document"};
constexpr std::string_view kOverlaps[] = {"first", "longest", "all"};

constexpr Key kFileKeys[] = {
    {.name = "namespace", .about = "what goes before the names of the file's rules, as in en/attribution"},
    {.name = "parameters",
     .about = "makes the file a template: names that an import gives values to, each with its default, or none",
     .form = Form::named_text},
    {.name = "variables", .about = "texts that stand for ${name} in this file", .form = Form::named_text},
    {.name = "import", .about = "templates to load, with values", .form = Form::entries, .table = "import"},
    {.name = "taxonomy", .about = "labels, each with the labels below it", .form = Form::named_texts},
    {.name = "lexicons", .about = "tables of terms, by name", .form = Form::named_entry, .table = "lexicon"},
    {.name = "define", .about = "parts of patterns, used as $name", .form = Form::named_text},
    {.name = "rules", .about = "the rules", .form = Form::entries, .table = "rule"},
};
constexpr Key kImportKeys[] = {
    {.name = "file", .about = "the template, relative to this file", .required = true},
    {.name = "as", .about = "its namespace, below that of this file; else its own"},
    {.name = "with", .about = "values of its parameters", .form = Form::named_text},
};
constexpr Key kLexiconKeys[] = {
    {.name = "file", .about = "a table with tabs between its columns, relative to this file", .required = true},
    {.name = "match",
     .about = "what of a token the terms are compared with",
     .form = Form::choice,
     .required = true,
     .choices = kUnits},
};
constexpr Key kRuleKeys[] = {
    {.name = "name", .about = "lower-case letters, digits, '-' and '_'", .required = true},
    {.name = "scope",
     .about = "the text that the pattern runs over at a time; else sentence",
     .form = Form::choice,
     .choices = kScopes},
    {.name = "when", .about = "where the rule runs, and in which documents", .form = Form::entry, .table = "when"},
    {.name = "priority",
     .about = "lower comes first; else 100",
     .form = Form::whole,
     .least = -1'000'000,
     .most = 1'000'000},
    {.name = "overlap",
     .about = "which matches stay where they overlap others of the same label, or other stances",
     .form = Form::choice,
     .choices = kOverlaps},
    {.name = "confidence", .about = "of the claims and stances; else 0.5", .form = Form::number, .least = 0, .most = 1},
    {.name = "weight",
     .about = "added to the log-odds of the confidence; else 0",
     .form = Form::number,
     .least = -20,
     .most = 20},
    {.name = "emit", .about = "what a match becomes", .form = Form::entry, .required = true, .table = "emit"},
    {.name = "pattern", .about = "over tokens; this or tree", .form = Form::pattern},
    {.name = "tree", .about = "over the parse; this or pattern", .form = Form::pattern},
    {.name = "where", .about = "conditions on what the captures of a match hold", .form = Form::texts},
    {.name = "examples", .about = "what it must find, and what it must not", .form = Form::entry, .table = "examples"},
};
constexpr Key kExamplesKeys[] = {
    {.name = "match",
     .about = "texts in which the rule finds something",
     .form = Form::texts_or_entries,
     .table = "example"},
    {.name = "no_match",
     .about = "texts in which it finds nothing, or not this",
     .form = Form::texts_or_entries,
     .table = "example"},
};
constexpr Key kExampleTextKeys[] = {
    {.name = "text", .about = "a sentence or more", .required = true},
    {.name = "document", .about = "the article that it stands in", .form = Form::entry, .table = "document"},
};
constexpr Key kDocumentKeys[] = {
    {.name = "title", .about = "its headline; the words of the text that repeat it are the headline there"},
    {.name = "date", .about = "when it was published: \"2020-05-17\""},
    {.name = "publisher", .about = "who published it"},
    {.name = "language", .about = "as \"en-GB\"; else en"},
    {.name = "section", .about = "the metadata 'section'"},
    {.name = "metadata", .about = "other metadata by its name", .form = Form::named_text},
};
constexpr Key kWhenKeys[] = {
    {.name = "inside", .about = "labels: only within a stretch that has one of them", .form = Form::texts},
    {.name = "outside", .about = "labels: only apart from stretches that have one of them", .form = Form::texts},
    {.name = "date",
     .about = "when the document was published: \">=2020-01-01\", \"<2021\", \"2020-05\"; all hold",
     .form = Form::texts},
    {.name = "publisher", .about = "one of these; a name behind ! is none; * is any text", .form = Form::texts},
    {.name = "section", .about = "as publisher, of the metadata 'section'", .form = Form::texts},
    {.name = "language", .about = "as publisher; \"en\" is also \"en-GB\"", .form = Form::texts},
    {.name = "metadata", .about = "as publisher, of other metadata by its name", .form = Form::named_texts},
};

constexpr KeyTable kTables[] = {
    {.name = "file", .about = "Rules for claimgraph", .keys = kFileKeys},
    {.name = "import", .about = "A template to load", .keys = kImportKeys},
    {.name = "lexicon", .about = "A table of terms", .keys = kLexiconKeys},
    {.name = "rule", .about = "A rule", .keys = kRuleKeys},
    {.name = "when", .about = "Where a rule runs", .keys = kWhenKeys},
    {.name = "examples", .about = "Examples of a rule", .keys = kExamplesKeys},
    {.name = "example",
     .about = "A text, and what captures and fields hold there; an empty text where one holds nothing",
     .keys = kExampleTextKeys,
     .open = true},
    {.name = "document", .about = "The article that an example stands in", .keys = kDocumentKeys},
};

}  // namespace

std::span<const KeyTable> key_tables() { return kTables; }

const KeyTable& key_table(std::string_view name) {
  const auto* at = std::find_if(std::begin(kTables), std::end(kTables), [&](const auto& t) { return t.name == name; });
  assert(at != std::end(kTables));
  return *at;
}

const Key& key_of(const KeyTable& table, std::string_view key) {
  const auto at = std::find_if(table.keys.begin(), table.keys.end(), [&](const auto& k) { return k.name == key; });
  assert(at != table.keys.end());
  return *at;
}

std::vector<std::string> names_of(const KeyTable& table) {
  std::vector<std::string> out;
  for (const Key& key : table.keys) out.emplace_back(key.name);
  return out;
}

std::vector<std::string> choices_of(const Key& key) { return {key.choices.begin(), key.choices.end()}; }

}  // namespace claimgraph::rules
