#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include "claimgraph/extract/limits.h"
#include "claimgraph/pipeline/run.h"
#include "pipeline/reading.h"

namespace claimgraph::pipeline {

inline unsigned threads_of(const Options& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

// What has become of one thing that was read.
template <typename Made>
struct Outcome {
  std::optional<Made> made;
  std::vector<Diagnostic> diagnostics;
};

// Runs `work` on a document; whatever it throws becomes a finding about that document, so that the batch goes on.
template <typename Made, typename Work>
Outcome<Made> worked(Read read, const Work& work) {
  Outcome<Made> out;
  if (auto* diagnostic = std::get_if<Diagnostic>(&read)) {
    out.diagnostics.push_back(std::move(*diagnostic));
    return out;
  }
  auto& document = std::get<text::Document>(read);
  const std::string id = document.id;
  try {
    out.made = work(std::move(document), out.diagnostics);
  } catch (const std::exception& error) {
    out.diagnostics.push_back(
        {.severity = Severity::error,
         .error = {.code = ErrorCode::invalid,
                   .message = fmt::format("document '{}' could not be analysed: {}", id, error.what()),
                   .hint = "this is a fault of the program: please report it with the document"}});
  }
  return out;
}

// The analysis of a document; limits that it hit become findings.
inline nlp::AnnotatedDocument analysed(const Resources& resources, text::Document document,
                                       std::vector<Diagnostic>& findings) {
  auto out = resources.analyser->analyse(std::move(document));
  findings = claimgraph::extract::limits_hit(out);
  return out;
}

inline void tell(const Diagnostic& diagnostic, const Listener& listener, Counts& counts) {
  const bool error = diagnostic.severity == Severity::error;
  ++(error ? counts.skipped : counts.warnings);
  counts.limited += !error && diagnostic.error.code == ErrorCode::limit ? 1 : 0;
  listener.diagnostic(diagnostic);
}

// Reads `inputs` on one thread, makes something of each document with `work` on many, and gives it to `finish` in input
// order, one at a time. `work(text::Document, std::vector<Diagnostic>&) -> Made` must be thread-safe. `finish(Made,
// Counts&) -> Status`: an error stops the run.
template <typename Made, typename Work, typename Finish>
Result<Counts> run_in_order(const std::vector<std::string>& inputs, const Options& options, const Listener& listener,
                            const Work& work, const Finish& finish) {
  auto paths = readers::find_inputs(inputs);
  if (!paths) return fail(paths.error());
  const unsigned threads = threads_of(options);
  const std::size_t in_flight = std::size_t{4} * threads;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  Reading reading(*std::move(paths), options.read, in_flight);
  Counts counts;
  Status status;
  std::atomic<bool> failed = false;  // what the reading filter sees of `status`
  const auto read = tbb::make_filter<void, Read>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
    auto next = failed ? std::nullopt : reading.next();
    if (!next) control.stop();
    return next ? *std::move(next) : Read();
  });
  const auto make = tbb::make_filter<Read, Outcome<Made>>(
      tbb::filter_mode::parallel, [&](Read next) { return worked<Made>(std::move(next), work); });
  const auto end = tbb::make_filter<Outcome<Made>, void>(tbb::filter_mode::serial_in_order, [&](Outcome<Made> outcome) {
    for (const Diagnostic& diagnostic : outcome.diagnostics) tell(diagnostic, listener, counts);
    if (!outcome.made || !status) return;
    ++counts.documents;
    status = finish(*std::move(outcome.made), counts);
    failed = !status;
    listener.progress(counts);
  });
  tbb::parallel_pipeline(in_flight, read & make & end);
  if (!status) return fail(status.error());
  return counts;
}

}  // namespace claimgraph::pipeline
