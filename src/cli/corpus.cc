#include "cli/corpus.h"

#include <utility>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/extract/limits.h"
#include "claimgraph/pipeline/annotate.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/stored_text.h"

namespace claimgraph::cli {
namespace {

using Work = std::function<std::function<void()>(nlp::AnnotatedDocument)>;

Result<pipeline::Counts> analyse_store(const pipeline::Resources& resources, const std::string& store,
                                       const pipeline::Listener& listener, const Work& work) {
  const auto snapshot = open_snapshot(store);
  if (!snapshot) return fail(snapshot.error());
  pipeline::Counts counts;
  const auto read = each_stored_document(*snapshot, [&](text::Document document) {
    auto analysed = resources.analyser->analyse(std::move(document));
    for (const auto& limit : extract::limits_hit(analysed)) listener.diagnostic(limit);
    work(std::move(analysed))();
    ++counts.documents;
    listener.progress(counts);
  });
  if (!read) return fail(read.error());
  return counts;
}

}  // namespace

void add_corpus_options(CLI::App& command, CorpusOptions& options) {
  add_input_options(command, options.reading);
  command.get_option("INPUT")->required(false);
  command.add_option("--store", options.store, "look at the documents of a store instead")->type_name("DIR");
}

Status check_corpus(const CorpusOptions& options) {
  if (options.store.empty() != options.reading.inputs.empty()) return {};
  return fail(
      {.code = ErrorCode::usage,
       .message = options.store.empty() ? "there is nothing to look at" : "--store and INPUT exclude each other",
       .hint = "name files or folders, or a store with --store"});
}

Result<pipeline::Counts> analyse_corpus(const pipeline::Resources& resources, const CorpusOptions& options,
                                        const Terminal& terminal, const Work& work) {
  Progress progress(terminal, options.reading.quiet || terminal.out_is_terminal());
  const auto listener = progress.listener();
  auto counts = options.store.empty() ? pipeline::analyse(resources, options.reading.inputs,
                                                          options.reading.pipeline_options(), listener, work)
                                      : analyse_store(resources, options.store, listener, work);
  progress.finish();
  return counts;
}

std::string dump_below(const std::string& folder, SourcePos where) {
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  if (where.file.starts_with(prefix)) where.file.erase(0, prefix.size());
  return dump(where);
}

}  // namespace claimgraph::cli
