#include "pipeline/reading.h"

#include <utility>

namespace claimgraph::pipeline {

Reading::Reading(std::vector<std::string> paths, const readers::ReadOptions& options, std::size_t ahead) {
  queue_.set_capacity(static_cast<std::ptrdiff_t>(ahead));
  thread_ =
      std::jthread([this, paths = std::move(paths), options](std::stop_token stop) { read_all(paths, options, stop); });
}

// After the request at most one document more is put. The slot freed here is for that one: whether the reader waits for
// room already or is about to, it goes on, and then sees the request. The thread is joined before the queue goes.
Reading::~Reading() {
  thread_.request_stop();
  Slot slot;
  queue_.try_pop(slot);
}

std::optional<Read> Reading::next() {
  Slot slot;
  queue_.pop(slot);
  if (std::holds_alternative<End>(slot)) return std::nullopt;
  return std::get<Read>(std::move(slot));
}

void Reading::read_all(const std::vector<std::string>& paths, const readers::ReadOptions& options,
                       const std::stop_token& stop) {
  const auto put = [&](Slot slot) {
    if (!stop.stop_requested()) queue_.push(std::move(slot));
  };
  const readers::Sink sink{.document = [&](text::Document document) { put(Read(std::move(document))); },
                           .diagnostic = [&](Diagnostic diagnostic) { put(Read(std::move(diagnostic))); }};
  for (const std::string& path : paths) {
    if (stop.stop_requested()) return;
    readers::read_file(path, options, sink);
  }
  put(End{});
}

}  // namespace claimgraph::pipeline
