#include "claimgraph/pipeline/run.h"

#include <tbb/enumerable_thread_specific.h>

#include "claimgraph/extract/extractor.h"
#include "pipeline/ordered_run.h"

namespace claimgraph::pipeline {

Result<Counts> extract(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                       const Listener& listener, const std::function<void(kg::Extraction)>& take) {
  tbb::enumerable_thread_specific<claimgraph::extract::Extractor> extractors(
      [&] { return claimgraph::extract::Extractor(*resources.rules, resources.attribution.get()); });
  const auto work = [&](text::Document document, std::vector<Diagnostic>& findings) {
    return extractors.local().extract(analysed(resources, std::move(document), findings));
  };
  const auto finish = [&](kg::Extraction extraction, Counts& counts) -> Status {
    counts.entities += extraction.entities.size();
    counts.claims += extraction.claims.size();
    counts.stances += extraction.stances.size();
    take(std::move(extraction));
    return {};
  };
  return run_in_order<kg::Extraction>(inputs, options, listener, work, finish);
}

}  // namespace claimgraph::pipeline
