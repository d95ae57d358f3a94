#include "pipeline/reading.h"

#include <utility>

namespace claimgraph::pipeline {

Reading::Reading(std::vector<std::string> paths, const readers::ReadOptions& options, std::size_t ahead) {
  queue_.set_capacity(static_cast<std::ptrdiff_t>(ahead));
  thread_ = std::jthread([this, paths = std::move(paths), options] { read_all(paths, options); });
}

Reading::~Reading() {
  // Wakes the reader where it waits for room; it then sees the abort and ends.
  thread_.request_stop();
  queue_.abort();
}

std::optional<Read> Reading::next() {
  Slot slot;
  queue_.pop(slot);
  if (std::holds_alternative<End>(slot)) return std::nullopt;
  return std::get<Read>(std::move(slot));
}

void Reading::read_all(const std::vector<std::string>& paths, const readers::ReadOptions& options) {
  const std::stop_token stop = thread_.get_stop_token();
  const auto put = [&](Slot slot) {
    if (!stop.stop_requested()) queue_.push(std::move(slot));
  };
  try {
    const readers::Sink sink{.document = [&](text::Document document) { put(Read(std::move(document))); },
                             .diagnostic = [&](Diagnostic diagnostic) { put(Read(std::move(diagnostic))); }};
    for (const std::string& path : paths) {
      if (stop.stop_requested()) return;
      readers::read_file(path, options, sink);
    }
    put(End{});
  } catch (const tbb::user_abort&) {
    return;  // nobody takes any more
  }
}

}  // namespace claimgraph::pipeline
