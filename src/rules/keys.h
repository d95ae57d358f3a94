#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The keys of rule files: what the loader takes and what the JSON Schema says are read from the same tables.
namespace claimgraph::rules {

// What the value of a key is.
enum class Form {
  text,
  pattern,           // a text in the pattern language
  whole,             // a whole number from `least` to `most`
  number,            // a number from `least` to `most`
  choice,            // one of `choices`
  texts,             // a text or a list of texts
  entry,             // a mapping, as the table `table` has it
  entries,           // a list of such mappings
  named_entry,       // a mapping of free names to such mappings
  named_text,        // a mapping of free names to texts
  named_texts,       // a mapping of free names to texts or lists of texts
  texts_or_entries,  // a list of texts or of mappings, as the table `table` has them
};

struct Key {
  std::string_view name;
  std::string_view about;  // one clause, for people
  Form form = Form::text;
  bool required = false;
  double least = 0;
  double most = 0;
  std::span<const std::string_view> choices = {};
  std::string_view table = {};  // the name of another table
};

struct KeyTable {
  std::string_view name;
  std::string_view about;
  std::span<const Key> keys;
  bool open = false;  // other keys are good too, and their values texts
};

// All tables but that of `emit`, whose keys depend on its kind (see emit_table.h); the first is that of a file.
std::span<const KeyTable> key_tables();
// REQUIRES: there is a table of that name.
const KeyTable& key_table(std::string_view name);
// REQUIRES: the table has that key.
const Key& key_of(const KeyTable& table, std::string_view key);
std::vector<std::string> names_of(const KeyTable& table);
std::vector<std::string> choices_of(const Key& key);

}  // namespace claimgraph::rules
