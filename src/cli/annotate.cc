#include "claimgraph/pipeline/annotate.h"

#include <memory>
#include <optional>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/nlp/conllu.h"
#include "cli/annotation_formats.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/reading_options.h"

namespace claimgraph::cli {
namespace {

enum class AnnotationFormat { conllu, jsonl, text };

struct AnnotateOptions : ReadingOptions {
  std::optional<AnnotationFormat> format;
  bool from_conllu = false;
  bool show = false;
};

std::string formatted(const nlp::AnnotatedDocument& document, const AnnotateOptions& options, std::size_t width) {
  if (options.show) return drawn_trees(document, width);
  switch (options.format.value_or(AnnotationFormat::conllu)) {
    case AnnotationFormat::jsonl: return annotation_record(document);
    case AnnotationFormat::text: return tokens_in_lines(document);
    case AnnotationFormat::conllu: break;
  }
  return nlp::dump_conllu(document);
}

Result<int> run_annotate(const AnnotateOptions& options, Terminal& terminal) {
  if (options.show && options.format) {
    return fail({.code = ErrorCode::usage,
                 .message = "--show and --format exclude each other",
                 .hint = "--show draws for reading, --format writes for programs"});
  }
  const auto resources = load_resources(options, terminal);
  if (!resources) return fail(resources.error());
  Progress progress(terminal, options.quiet || terminal.out_is_terminal());
  const std::size_t width = terminal.text_options(Color::never).width;
  Status written;
  const pipeline::AnnotationSink sink{
      .format = [&](const nlp::AnnotatedDocument& document) { return formatted(document, options, width); },
      .take =
          [&](const std::string& document) {
            if (written) written = terminal.write(document);
          }};
  const auto run = options.from_conllu ? pipeline::annotate_conllu : pipeline::annotate;
  const auto counts = run(*resources, options.inputs, options.pipeline_options(), progress.listener(), sink);
  progress.finish();
  if (!counts) return fail(counts.error());
  if (!written) return fail(written.error());
  return exit_status(*counts);
}

}  // namespace

void add_annotate(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<AnnotateOptions>();
  add_reading_options(command, *options);
  add_choice(command, "--format", "else conllu", {"conllu", "jsonl", "text"},
             [options = options.get()](std::size_t i) { options->format = static_cast<AnnotationFormat>(i); });
  command.add_flag("--from-conllu", options->from_conllu, "inputs are CoNLL-U; fill in what their columns leave out");
  command.add_flag("--show", options->show, "draw the tree of every sentence");
  command.footer("Example:\n  claimgraph annotate article.txt --show");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_annotate(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
