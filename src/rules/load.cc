#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/rules/rule_set.h"
#include "rules/check.h"
#include "rules/compile.h"
#include "rules/link.h"
#include "rules/lint.h"
#include "rules/reader.h"
#include "rules/taxonomy.h"

namespace claimgraph::rules {
namespace {

namespace fs = std::filesystem;

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

// The rules and lexicons of what was read. Worth nothing when there were errors.
RuleSet assemble(Reader& reader, Interner vocabulary, Diagnostics& out) {
  const auto& files = reader.files();
  auto& lexicons = reader.lexicons();
  const Taxonomy taxonomy(files, out);
  check_names(files, lexicons, out);
  auto scheme = make_scheme(files, lexicons, taxonomy);
  taxonomy.check_known(scheme, out);
  const auto checked = check_rules(files, lexicons, scheme, taxonomy, out);
  RuleSet set;
  set.rules = compile_rules(checked, files, scheme, vocabulary, out);
  if (!out.ok()) return set;
  link_rules(set.rules, vocabulary);
  std::vector<const pattern::Pattern*> patterns;
  for (const Rule& rule : set.rules) patterns.push_back(&rule.pattern);
  set.dispatch = pattern::Dispatch(patterns);
  const LintView all{files, lexicons, checked, set.rules, scheme, taxonomy, vocabulary};
  warn_of_unused(all, out);
  warn_of_dead(all, out);
  for (auto& loaded : lexicons) set.lexicons.push_back(std::move(loaded.lexicon));
  set.index = pattern::LexiconIndex(set.lexicons, vocabulary);
  for (const auto& [label, features] : scheme.labels) {
    if (auto above = taxonomy.above(label); !above.empty()) set.labels_above.emplace(label, std::move(above));
  }
  set.vocabulary = std::make_shared<const Interner>(std::move(vocabulary));
  set.scheme = std::move(scheme);
  set.fingerprint = reader.fingerprint().digits();
  return set;
}

Result<RuleSet> load_into(Interner vocabulary, const fs::path& directory, Diagnostics& out) {
  auto paths = rule_files(directory);
  if (!paths) return tl::unexpected<Error>(std::move(paths.error()));
  Diagnostics findings;
  Reader reader(directory, findings);
  for (const auto& path : *paths) reader.read_file(path);
  reader.finish();
  // A file that could not be read takes its labels and definitions along; what their users then got wrong is no news.
  std::optional<RuleSet> loaded;
  if (findings.ok()) loaded = assemble(reader, std::move(vocabulary), findings);
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

double Rule::weighted_confidence() const {
  if (weight == 0 || confidence <= 0 || confidence >= 1) return confidence;
  return 1 / (1 + std::exp(-(std::log(confidence / (1 - confidence)) + weight)));
}

Result<RuleSet> load(const fs::path& directory, Diagnostics& out) { return load_into(Interner(), directory, out); }

Result<RuleSet> load_over(std::shared_ptr<const Interner> base, const fs::path& directory, Diagnostics& out) {
  return load_into(Interner(std::move(base)), directory, out);
}

}  // namespace claimgraph::rules
