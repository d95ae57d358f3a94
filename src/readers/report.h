#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "claimgraph/base/error.h"
#include "claimgraph/readers/reader.h"

namespace claimgraph::readers {

// Where the findings about one input go, each with its place. Refers to the Sink it was made with. Thread-compatible.
class Report {
 public:
  Report(std::string file, const Sink& sink) : file_(std::move(file)), sink_(sink) {}

  const std::string& file() const { return file_; }
  // The file's name as the id of its document: well-formed UTF-8.
  std::string id() const;
  const Sink& sink() const { return sink_; }

  // A document was refused.
  void error(ErrorCode code, std::string message, std::uint32_t line = 0, std::string hint = {}) const;
  // As above, for an error that already knows its place or lies in the whole file.
  void error(Error error) const;
  // Something was repaired or left out.
  void warning(std::string message, std::uint32_t line = 0, std::string hint = {}) const;
  void warning(Error error) const;
  void document(text::Document document) const { sink_.document(std::move(document)); }

 private:
  void send(Severity severity, Error error) const;

  std::string file_;
  const Sink& sink_;
};

}  // namespace claimgraph::readers
