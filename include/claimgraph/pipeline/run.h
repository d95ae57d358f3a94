#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/pipeline/resources.h"
#include "claimgraph/readers/reader.h"
#include "claimgraph/store/store.h"

namespace claimgraph::pipeline {

// What a run has done so far.
struct Counts {
  std::uint64_t documents = 0;  // read, whether stored or known already
  std::uint64_t unchanged = 0;  // of these: in the store already, made from the same text and rules
  std::uint64_t entities = 0;   // in the extractions made
  std::uint64_t claims = 0;
  std::uint64_t stances = 0;
  std::uint64_t skipped = 0;  // documents or files that could not be read, stored or analysed
  std::uint64_t warnings = 0;
  std::uint64_t limited = 0;  // of these: limits that kept rules from seeing all, see extract::limits_hit()
  std::uint64_t removed = 0;
};

struct Options {
  unsigned threads = 0;  // 0: one a processor
  readers::ReadOptions read;
};

// What a run tells on its way; called from one thread at a time. The diagnostics of a document come in input order, as
// its result does, so that a run says the same whatever the thread count.
struct Listener {
  std::function<void(const Diagnostic&)> diagnostic = [](const Diagnostic&) {};
  std::function<void(const Counts&)> progress = [](const Counts&) {};  // after each document
};

// Reads every document of `inputs` (paths, folders, globs, "-") and gives its extraction to `take`, in input order.
// Fails when an input does not exist; one bad document is reported and counted.
Result<Counts> extract(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                       const Listener& listener, const std::function<void(kg::Extraction)>& take);

struct BuildOptions : Options {
  bool prune = false;  // remove stored documents that are not among the inputs
};

// Likewise, into `store`: documents that it holds already, made from the same text, rules and program, are left as they
// are. A document that cannot be stored stops the run only when the store itself fails.
Result<Counts> build(const Resources& resources, const std::vector<std::string>& inputs, const BuildOptions& options,
                     const Listener& listener, store::Store& store);

}  // namespace claimgraph::pipeline
