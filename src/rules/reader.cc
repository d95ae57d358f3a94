#include "rules/reader.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "rules/source.h"
#include "rules/variables.h"
#include "rules/yaml_tree.h"

namespace claimgraph::rules {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRuleBytes = std::size_t{1} << 20;
constexpr std::size_t kMostLexiconBytes = std::size_t{64} << 20;
// Templates that import templates twice double at every step.
constexpr std::size_t kMostImports = 1000;
constexpr std::size_t kMostImportedBytes = std::size_t{8} << 20;

// The names of the files beside `path` that may have been meant, as a hint.
std::string near_files(const fs::path& path) {
  std::vector<std::string> beside;
  std::error_code failed;
  for (auto it = fs::directory_iterator(path.parent_path(), failed); !failed && it != fs::directory_iterator();
       it.increment(failed)) {
    beside.push_back(it->path().filename().string());
  }
  const std::string near = did_you_mean(path.filename().string(), beside);
  return near.empty() ? "it is looked for beside the rule file" : near;
}

// Replaces the variables of a file in all but the sections that say what they are.
void replace_variables(Node& root, Variables& variables, Diagnostics& out) {
  for (Node& section : root.children) {
    if (section.key != "parameters" && section.key != "variables") variables.replace_in(section, out);
  }
}

}  // namespace

std::string Reader::relative(const fs::path& path) const {
  return path.lexically_relative(directory_).generic_string();
}

void Reader::refuse(Error error, const std::string& imported_at) {
  Diagnostics finding;
  finding.error(std::move(error));
  append_findings(finding, ParsedFile{.imported_at = imported_at}, out_);
}

void Reader::read_file(const fs::path& path) { read(path, nullptr); }

void Reader::read(const fs::path& path, const Importing* importing) {
  Source source{.file = path.generic_string(), .text = ""};
  auto bytes = read_bytes(path, kMostRuleBytes);
  if (!bytes) {
    if (importing == nullptr) return out_.error(std::move(bytes.error()));
    bytes.error().where = importing->import->file.where;
    if (bytes.error().code == ErrorCode::not_found) bytes.error().hint = near_files(path);
    return refuse(std::move(bytes.error()), "");
  }
  fingerprint_.add(relative(path), *bytes);
  source.text = std::move(*bytes);
  if (importing != nullptr) imported_bytes_ += source.text.size();
  Diagnostics findings;
  std::optional<Node> root;
  if (check_source(source, findings)) root = parse_yaml(source, findings);
  append_findings(findings, ParsedFile{.imported_at = importing == nullptr ? "" : importing->places}, out_);
  if (!root) return;
  const Node* parameters = root->find("parameters");
  if (parameters != nullptr && importing == nullptr) {
    templates_.emplace(path.lexically_normal(), parameters->key_where);
  } else if (parameters == nullptr && importing != nullptr) {
    refuse({.code = ErrorCode::invalid,
            .message = fmt::format("'{}' is no template: it has no 'parameters'", importing->import->file.text),
            .where = importing->import->file.where,
            .hint = "a file below the rules folder is loaded anyway; write 'parameters: {}' in it to import it"},
           "");
  } else {
    read_parts(*root, source, path, importing);
  }
}

void Reader::read_parts(const Node& written, const Source& source, const fs::path& path, const Importing* importing) {
  Node root = written;
  Diagnostics findings;
  Variables variables(source);
  variables.read(written.find("parameters"), written.find("variables"), findings);
  if (importing != nullptr) {
    Diagnostics given;
    for (const auto& [name, value] : importing->import->values) variables.give(name, value, given);
    variables.check_given(importing->import->where, given);
    out_.append(given);
  }
  replace_variables(root, variables, findings);
  // What would be said of texts without their values is no news.
  if (!findings.ok()) {
    const ParsedFile unread{.imported_at = importing == nullptr ? "" : importing->places};
    return append_findings(findings, unread, out_);
  }
  const std::string own = fs::path(relative(path)).replace_extension().generic_string();
  ParsedFile file = parse_file(root, source, own, findings);
  variables.warn_of_unused(findings);
  if (importing != nullptr) {
    file.imported_at = importing->places;
    if (importing->import->as) file.prefix = importing->prefix + "/" + importing->import->as->text;
  }
  append_findings(findings, file, out_);
  files_.push_back(file);
  for (const auto& lexicon : file.lexicons) read_lexicon(lexicon, file, path.parent_path());
  for (const auto& each : file.imports) import(each, file, path, importing);
}

void Reader::import(const ParsedImport& import, const ParsedFile& file, const fs::path& path,
                    const Importing* importing) {
  const fs::path wanted = (path.parent_path() / import.file.text).lexically_normal();
  Importing next{.import = &import, .prefix = file.prefix, .places = dump(import.where)};
  if (importing != nullptr) {
    next.chain = importing->chain;
    next.places += ", " + importing->places;
  }
  next.chain.push_back(path.lexically_normal());
  imported_.insert(wanted);
  if (const auto at = std::find(next.chain.begin(), next.chain.end(), wanted); at != next.chain.end()) {
    std::string chain;
    for (auto it = at; it != next.chain.end(); ++it) chain += relative(*it) + " -> ";
    return refuse({.code = ErrorCode::invalid,
                   .message = fmt::format("'{}' imports itself: {}{}", relative(wanted), chain, relative(wanted)),
                   .where = import.file.where,
                   .hint = "take one of these imports out"},
                  file.imported_at);
  }
  if (imports_ == kMostImports || imported_bytes_ > kMostImportedBytes) {
    if (std::exchange(too_many_, true)) return;
    return refuse({.code = ErrorCode::limit,
                   .message = fmt::format("this is import number {}, and {} bytes were imported before", imports_ + 1,
                                          imported_bytes_),
                   .where = import.file.where,
                   .hint = fmt::format("at most {} and {} are taken; do templates import one another many times?",
                                       kMostImports, kMostImportedBytes)},
                  file.imported_at);
  }
  ++imports_;
  read(wanted, &next);
}

void Reader::refuse_lexicon(const ParsedLexicon& named, const ParsedFile& file, const fs::path& path, Error error) {
  error.where = named.file.where;
  if (error.code == ErrorCode::not_found) error.hint = near_files(path);
  refuse(std::move(error), file.imported_at);
}

void Reader::read_lexicon(const ParsedLexicon& named, const ParsedFile& file, const fs::path& folder) {
  const fs::path path = (folder / named.file.text).lexically_normal();
  const std::string name = path.generic_string();
  // One that templates share is one lexicon.
  const bool added =
      known_lexicons_.emplace(named.name.text, fmt::format("{} {}", name, static_cast<int>(named.unit))).second;
  if (!added && !file.imported_at.empty()) return;
  const auto bytes = read_bytes(path, kMostLexiconBytes);
  if (!bytes) return refuse_lexicon(named, file, path, bytes.error());
  fingerprint_.add(relative(path), *bytes);
  lexicons_.push_back({.lexicon = nlp::parse_lexicon(*bytes, named.name.text, named.unit, name, out_),
                       .file = name,
                       .where = named.name.where});
}

void Reader::finish() {
  for (const auto& [path, where] : templates_) {
    if (imported_.contains(path)) continue;
    out_.warning({.message = fmt::format("no file imports the template '{}'", relative(path)),
                  .where = where,
                  .hint = "write it under 'import' of another file"});
  }
}

}  // namespace claimgraph::rules
