#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/extract/trial.h"
#include "claimgraph/kg/json.h"
#include "claimgraph/rules/when.h"
#include "claimgraph/workbench/explanation.h"
#include "claimgraph/workbench/rule_names.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct SentenceOptions {
  ReadingOptions reading;
  std::string rule;
  std::string text;
  std::vector<std::string> fields;  // of the document: "title=Toll falls"
};

// The document that the sentence stands in.
Result<text::Document> document_of(const SentenceOptions& options) {
  text::Document out{.id = "sentence", .text = options.text};
  const std::map<std::string_view, std::string*> known = {
      {"title", &out.title}, {"publisher", &out.publisher}, {"date", &out.published}, {"language", &out.language}};
  for (const std::string& field : options.fields) {
    const std::size_t equals = field.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail({.code = ErrorCode::usage,
                   .message = fmt::format("'{}' is no field of a document", field),
                   .hint = "write --document 'publisher=Straits Wire'; other fields: title, date, language, metadata"});
    }
    const std::string value = field.substr(equals + 1);
    const auto at = known.find(std::string_view(field).substr(0, equals));
    if (at != known.end()) {
      *at->second = value;
    } else {
      out.metadata.emplace_back(field.substr(0, equals), kg::json_string(value));
    }
  }
  if (!out.published.empty() && !rules::is_date(out.published)) {
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("'{}' is no date", out.published),
                 .hint = "write --document date=2024-03-01"});
  }
  return out;
}

Result<int> explain_sentence(const SentenceOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  const auto rule = workbench::find_rule(*resources->rules, options.rule);
  if (!rule) return fail(rule.error());
  auto given = document_of(options);
  if (!given) return fail(given.error());
  auto document = resources->analyser->analyse(*std::move(given));
  if (document.size() == 0) {
    return fail({.code = ErrorCode::usage,
                 .message = "the sentence has no words",
                 .hint = "quote it: claimgraph rules explain says-that \"Ana says it fell.\""});
  }
  const extract::Trial trial(*resources->rules, std::move(document),
                             {.before = *rule, .model = resources->attribution.get()});
  const auto written = terminal.write(fmt::format("{} ({})\n{}", (*rule)->name, dump((*rule)->where),
                                                  workbench::explain(*resources->rules, **rule, trial)));
  if (!written) return fail(written.error());
  return 0;
}

}  // namespace

void add_rules_explain(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<SentenceOptions>();
  auto& explain = *rules.add_subcommand("explain", "how a rule matches a sentence, or how near it comes");
  explain.add_option("RULE", options->rule, "the rule's name, or the end of it")->required();
  explain.add_option("SENTENCE", options->text, "a text, in quotes")->required();
  explain.add_option("--document", options->fields, "of the article it stands in; may be repeated")
      ->type_name("FIELD=TEXT")
      ->allow_extra_args(false);  // a rule's name may follow
  add_rules_option(explain, options->reading.rules);
  add_model_option(explain, options->reading.model);
  explain.footer("Example:\n  claimgraph rules explain says-clause \"Ana Vela said that prices fell.\"");
  explain.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return explain_sentence(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
