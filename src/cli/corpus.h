#pragma once

#include <functional>
#include <string>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pipeline/resources.h"
#include "claimgraph/pipeline/run.h"
#include "cli/reading_options.h"
#include "cli/terminal.h"

// What the tools for rules look at: articles, or the documents of a store.
namespace claimgraph::cli {

struct CorpusOptions {
  ReadingOptions reading;
  std::string store;  // in place of inputs
};

// INPUT… --store and the others of add_input_options().
void add_corpus_options(CLI::App& command, CorpusOptions& options);
// Fails unless there are either inputs or a store.
Status check_corpus(const CorpusOptions& options);

// Analyses every document and gives it to `work`, as pipeline::analyse() does; those of a store one after another, by
// id.
Result<pipeline::Counts> analyse_corpus(const pipeline::Resources& resources, const CorpusOptions& options,
                                        const Terminal& terminal,
                                        const std::function<std::function<void()>(nlp::AnnotatedDocument)>& work);

// "attribution.yaml:12:11": a place in a file below `folder`, as people who know the folder need it.
std::string dump_below(const std::string& folder, SourcePos where);

}  // namespace claimgraph::cli
