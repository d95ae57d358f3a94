#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/check.h"
#include "rules/compile.h"
#include "rules/fingerprint.h"
#include "rules/parsed_file.h"
#include "rules/source.h"
#include "rules/yaml_tree.h"

namespace claimgraph::rules {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRuleBytes = std::size_t{1} << 20;
constexpr std::size_t kMostLexiconBytes = std::size_t{64} << 20;

// The *.yaml files below `directory`, by path.
Result<std::vector<fs::path>> rule_files(const fs::path& directory) {
  std::error_code failed;
  if (!fs::is_directory(directory, failed)) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("no rules folder '{}'", directory.generic_string()),
                 .hint = "name a folder that holds *.yaml rule files, such as rules/en"});
  }
  std::vector<fs::path> out;
  auto entry = fs::recursive_directory_iterator(directory, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;  // a link to nowhere is met again when it is read
    if (entry->path().extension() == ".yaml" && !entry->is_directory(ignored)) out.push_back(entry->path());
  }
  if (failed) {
    return fail({.code = ErrorCode::io,
                 .message = fmt::format("cannot list '{}': {}", directory.generic_string(), failed.message()),
                 .hint = "may this user read it and all folders in it?"});
  }
  if (out.empty()) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("no *.yaml file below '{}'", directory.generic_string()),
                 .hint = "name a folder that holds rule files, such as rules/en"});
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Reads all files below one folder; findings go to one place, bytes into one fingerprint.
class Loader {
 public:
  Loader(const fs::path& directory, Interner vocabulary, Diagnostics& out)
      : directory_(directory), vocabulary_(std::move(vocabulary)), out_(out) {}

  void read_file(const fs::path& path);
  // The rules and lexicons of what was read. Worth nothing when there were errors.
  RuleSet finish();

 private:
  void read_lexicon(const ParsedLexicon& named, const fs::path& folder);
  void refuse_lexicon(const ParsedLexicon& named, const fs::path& path, Error error);
  std::string relative(const fs::path& path) const { return path.lexically_relative(directory_).generic_string(); }

  const fs::path& directory_;
  Interner vocabulary_;
  Diagnostics& out_;
  Fingerprint fingerprint_;
  std::vector<ParsedFile> files_;
  std::vector<LoadedLexicon> lexicons_;
};

void Loader::read_file(const fs::path& path) {
  Source source{.file = path.generic_string(), .text = ""};
  auto bytes = read_bytes(path, kMostRuleBytes);
  if (!bytes) return out_.error(std::move(bytes.error()));
  fingerprint_.add(relative(path), *bytes);
  source.text = std::move(*bytes);
  if (!check_source(source, out_)) return;
  const auto root = parse_yaml(source, out_);
  if (!root) return;
  const std::string prefix = fs::path(relative(path)).replace_extension().generic_string();
  files_.push_back(parse_file(*root, source, prefix, out_));
  for (const auto& lexicon : files_.back().lexicons) read_lexicon(lexicon, path.parent_path());
}

void Loader::refuse_lexicon(const ParsedLexicon& named, const fs::path& path, Error error) {
  error.where = named.file.where;
  std::vector<std::string> beside;
  std::error_code failed;
  for (auto it = fs::directory_iterator(path.parent_path(), failed); !failed && it != fs::directory_iterator();
       it.increment(failed)) {
    beside.push_back(it->path().filename().string());
  }
  const std::string near = did_you_mean(path.filename().string(), beside);
  if (error.code == ErrorCode::not_found) error.hint = near.empty() ? "it is looked for beside the rule file" : near;
  out_.error(std::move(error));
}

void Loader::read_lexicon(const ParsedLexicon& named, const fs::path& folder) {
  const fs::path path = (folder / named.file.text).lexically_normal();
  const auto bytes = read_bytes(path, kMostLexiconBytes);
  if (!bytes) return refuse_lexicon(named, path, bytes.error());
  fingerprint_.add(relative(path), *bytes);
  const std::string file = path.generic_string();
  lexicons_.push_back({.lexicon = nlp::parse_lexicon(*bytes, named.name.text, named.unit, file, out_),
                       .file = file,
                       .where = named.name.where});
}

RuleSet Loader::finish() {
  check_names(files_, lexicons_, out_);
  auto scheme = make_scheme(files_, lexicons_);
  const auto checked = check_rules(files_, lexicons_, scheme, out_);
  RuleSet out;
  out.rules = compile_rules(checked, files_, scheme, vocabulary_, out_);
  if (!out_.ok()) return out;
  warn_of_unused(checked, files_, lexicons_, out_);
  for (auto& loaded : lexicons_) out.lexicons.push_back(std::move(loaded.lexicon));
  out.index = pattern::LexiconIndex(out.lexicons, vocabulary_);
  out.vocabulary = std::make_shared<const Interner>(std::move(vocabulary_));
  out.scheme = std::move(scheme);
  std::stable_sort(out.rules.begin(), out.rules.end(), [](const Rule& a, const Rule& b) {
    return std::pair(a.emits, a.priority) < std::pair(b.emits, b.priority);
  });
  out.fingerprint = fingerprint_.digits();
  return out;
}

Result<RuleSet> load_into(Interner vocabulary, const fs::path& directory, Diagnostics& out) {
  auto paths = rule_files(directory);
  if (!paths) return tl::unexpected<Error>(std::move(paths.error()));
  Diagnostics findings;
  Loader loader(directory, std::move(vocabulary), findings);
  for (const auto& path : *paths) loader.read_file(path);
  // A file that could not be read takes its labels and definitions along; what their users then got wrong is no news.
  std::optional<RuleSet> loaded;
  if (findings.ok()) loaded = loader.finish();
  out.append(findings);
  if (loaded && findings.ok()) return std::move(*loaded);
  const std::size_t errors = findings.errors();
  return fail({.code = ErrorCode::parse,
               .message = fmt::format("{} error{} in the rules below '{}'", errors, errors == 1 ? "" : "s",
                                      directory.generic_string()),
               .hint = "each is listed with its place"});
}

}  // namespace

const Value* Rule::field(std::string_view wanted) const {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == wanted; });
  return at == fields.end() ? nullptr : &at->value;
}

Result<RuleSet> load(const fs::path& directory, Diagnostics& out) { return load_into(Interner(), directory, out); }

Result<RuleSet> load_over(std::shared_ptr<const Interner> base, const fs::path& directory, Diagnostics& out) {
  return load_into(Interner(std::move(base)), directory, out);
}

}  // namespace claimgraph::rules
