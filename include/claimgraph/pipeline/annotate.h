#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pipeline/resources.h"
#include "claimgraph/pipeline/run.h"

namespace claimgraph::pipeline {

// What becomes of analysed documents.
struct AnnotationSink {
  // The document in some format. Called from many threads.
  std::function<std::string(const nlp::AnnotatedDocument&)> format;
  // Takes what format() gave, in input order, one at a time.
  std::function<void(std::string)> take;
};

// Reads and analyses every document of `inputs` as extract() does.
Result<Counts> annotate(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                        const Listener& listener, const AnnotationSink& sink);

// Likewise, where `inputs` name files in CoNLL-U: words, sentences and what else they say is kept, what is missing is
// filled in. A file is held in memory as a whole; one of more than 1 GiB is refused.
Result<Counts> annotate_conllu(const Resources& resources, const std::vector<std::string>& inputs,
                               const Options& options, const Listener& listener, const AnnotationSink& sink);

// As annotate(), for whoever wants the analysis itself: `work` is called from many threads, what it gives one at a
// time, in input order.
Result<Counts> analyse(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                       const Listener& listener,
                       const std::function<std::function<void()>(nlp::AnnotatedDocument)>& work);

}  // namespace claimgraph::pipeline
