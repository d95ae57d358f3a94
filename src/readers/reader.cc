#include "claimgraph/readers/reader.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include <fmt/format.h>

#include "readers/format.h"
#include "readers/html.h"
#include "readers/json_lines.h"
#include "readers/plain_text.h"
#include "readers/report.h"
#include "readers/source.h"

namespace claimgraph::readers {
namespace {

// Parsers count bytes in an int, and spans in 32 bits.
constexpr std::size_t kMostDocumentBytes = std::size_t{1} << 30;

void read(std::istream& in, const std::string& path, bool sidecar, ReadOptions options, const Sink& sink) {
  options.max_document_bytes = std::min(options.max_document_bytes, kMostDocumentBytes);
  const Report report(path, sink);
  Source source(in);
  const auto by_ending = format_of_ending(path);
  switch (by_ending ? *by_ending : format_of_bytes(source.peek(kFormatBytes))) {
    case Format::text: return read_plain_text(source, sidecar, options, report);
    case Format::html: return read_html(source, options, report);
    case Format::jsonl: return read_json_lines(source, options, report);
  }
}

}  // namespace

void read_stream(std::istream& in, const std::string& path, const ReadOptions& options, const Sink& sink) {
  read(in, path, false, options, sink);
}

void read_file(const std::string& path, const ReadOptions& options, const Sink& sink) {
  if (path == "-") return read_stream(std::cin, path, options, sink);
  std::error_code error;
  std::ifstream in;
  if (std::filesystem::is_directory(path, error)) {
    error = std::make_error_code(std::errc::is_a_directory);
  } else {
    errno = 0;
    in.open(path, std::ios::binary);
    error = in ? std::error_code() : std::error_code(errno, std::generic_category());
  }
  if (error) {
    const bool missing = error == std::errc::no_such_file_or_directory;
    return Report(path, sink)
        .error(missing ? ErrorCode::not_found : ErrorCode::io, fmt::format("cannot open: {}", error.message()));
  }
  read(in, path, true, options, sink);
}

}  // namespace claimgraph::readers
