#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/table.h"
#include "claimgraph/workbench/hits.h"
#include "cli/corpus.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct MatchOptions {
  CorpusOptions corpus;
  std::string pattern;
  workbench::PatternOptions with;
  bool only_count = false;
  std::size_t context = 60;  // bytes
  OutputOptions output;
};

// Prints hits as they come, and counts them.
class HitPrinter {
 public:
  HitPrinter(const MatchOptions& options, Terminal& terminal) : options_(options), terminal_(terminal) {}

  void print(const std::vector<workbench::Hit>& hits) {
    ++documents_;
    hits_ += hits.size();
    documents_with_ += hits.empty() ? 0 : 1;
    if (hits.empty() || options_.only_count || !written_) return;
    written_ = terminal_.write(options_.output.format == Format::table ? in_context(hits) : rows(hits));
  }

  Result<int> finish() {
    const std::string summary = fmt::format("{} match{} in {} of {} document{}", hits_, hits_ == 1 ? "" : "es",
                                            documents_with_, documents_, documents_ == 1 ? "" : "s");
    if (options_.only_count && written_) written_ = terminal_.write(summary + "\n");
    if (!written_) return fail(written_.error());
    if (!options_.only_count) terminal_.note(summary);
    return 0;
  }

 private:
  static std::string in_context(const std::vector<workbench::Hit>& hits) {
    std::string out = hits.front().document + "\n";
    for (const auto& hit : hits) {
      out += fmt::format("  {}{}| {} |{}{}\n", hit.before, hit.before.empty() ? "" : " ", hit.marked,
                         hit.after.empty() ? "" : " ", hit.after);
    }
    return out;
  }

  std::string rows(const std::vector<workbench::Hit>& hits) {
    exporters::Table table{.columns = {{"document"}, {"begin"}, {"end"}, {"before"}, {"text"}, {"after"}, {"captures"}},
                           .rows = {}};
    for (const auto& hit : hits) {
      std::vector<std::string> captures;
      for (const auto& capture : hit.captures) captures.push_back(capture.name + "=" + capture.text);
      table.rows.push_back({hit.document, std::uint64_t{hit.span.begin}, std::uint64_t{hit.span.end}, hit.before,
                            hit.text, hit.after, std::move(captures)});
    }
    std::string out = formatted(table, options_.output, terminal_);
    // The heading stands once, before the first.
    const std::size_t heading = options_.output.format == Format::csv        ? out.find('\n') + 1
                                : options_.output.format == Format::markdown ? out.find('\n', out.find('\n') + 1) + 1
                                                                             : 0;
    if (std::exchange(headed_, true)) out.erase(0, heading);
    return out;
  }

  const MatchOptions& options_;
  Terminal& terminal_;
  std::uint64_t documents_ = 0, documents_with_ = 0, hits_ = 0;
  bool headed_ = false;
  Status written_;
};

Result<int> run_match(const MatchOptions& options, Terminal& terminal) {
  if (const auto checked = check_corpus(options.corpus); !checked) return fail(checked.error());
  auto rules = load_rules(options.corpus.reading.rules, terminal);
  if (!rules) return fail(rules.error());
  Diagnostics findings;
  const auto rule = workbench::make_rule(*rules, options.pattern, options.with, findings);
  for (const auto& finding : findings.all()) terminal.note(dump(finding));
  if (!rule) return fail(rule.error());
  const auto resources = pipeline::load_resources(*std::move(rules), options.corpus.reading.model);
  if (!resources) return fail(resources.error());
  HitPrinter printer(options, terminal);
  const auto work = [&](nlp::AnnotatedDocument document) -> std::function<void()> {
    auto hits = workbench::find_hits(*resources->rules, resources->attribution.get(), *rule, std::move(document),
                                     options.context);
    return [&printer, hits = std::move(hits)] { printer.print(hits); };
  };
  const auto counts = analyse_corpus(*resources, options.corpus, terminal, work);
  if (!counts) return fail(counts.error());
  const auto finished = printer.finish();
  if (!finished) return finished;
  return exit_status(*counts);
}

}  // namespace

void add_rules_match(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<MatchOptions>();
  auto& match = *rules.add_subcommand("match", "try a pattern on texts: every match in its context");
  match.add_option("PATTERN", options->pattern, "as in a rule, with its labels and definitions")->required();
  add_rules_option(match, options->corpus.reading.rules);
  add_corpus_options(match, options->corpus);
  match.add_flag("--tree", options->with.tree, "PATTERN is a tree pattern, its clauses a line each");
  add_choice(match, "--scope", "what it runs over at a time (else sentence)", {"sentence", "paragraph", "document"},
             [options = options.get()](std::size_t i) { options->with.scope = static_cast<rules::Scope>(i); });
  match.add_flag("--count", options->only_count, "print how many there are, and no more");
  match.add_option("--context", options->context, "bytes to show on either side")
      ->type_name("N")
      ->check(check_count)
      ->capture_default_str();
  add_output_options(match, options->output);
  match.footer("Example:\n  claimgraph rules match '(?<source> @Name) (?<cue> @cue_verbs[quote=yes])' articles/");
  match.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_match(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
