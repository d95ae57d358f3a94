#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <tbb/concurrent_queue.h>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/readers/reader.h"
#include "claimgraph/text/document.h"

namespace claimgraph::pipeline {

// What a reader meets: a document, or a finding about one.
using Read = std::variant<text::Document, Diagnostic>;

// Reads files on a thread of its own, a bounded number of documents ahead of who takes them. Thread-compatible.
class Reading {
 public:
  Reading(std::vector<std::string> paths, const readers::ReadOptions& options, std::size_t ahead);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  // Stops reading at the next document.
  ~Reading();

  // The next in input order; nothing at the end.
  std::optional<Read> next();

 private:
  struct End {};
  using Slot = std::variant<Read, End>;

  void read_all(const std::vector<std::string>& paths, const readers::ReadOptions& options,
                const std::stop_token& stop);

  tbb::concurrent_bounded_queue<Slot> queue_;
  std::jthread thread_;
};

}  // namespace claimgraph::pipeline
