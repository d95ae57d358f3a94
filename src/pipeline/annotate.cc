#include "claimgraph/pipeline/annotate.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include "claimgraph/nlp/conllu.h"
#include "pipeline/ordered_run.h"

namespace claimgraph::pipeline {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{1} << 30;

// All bytes of an open stream.
Result<std::string> rest_of(std::istream& in, const std::string& path) {
  std::string out;
  std::vector<char> chunk(std::size_t{1} << 16);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), in.gcount() > 0) {
    out.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    if (out.size() <= kMostFileBytes) continue;
    return fail({.code = ErrorCode::limit,
                 .message = fmt::format("'{}' is larger than {} bytes", path, kMostFileBytes),
                 .hint = "split it between documents"});
  }
  if (in.bad()) return fail({.code = ErrorCode::io, .message = fmt::format("cannot read '{}' to its end", path)});
  return out;
}

Result<std::string> bytes_of(const std::string& path) {
  if (path == "-") return rest_of(std::cin, "standard input");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (in) return rest_of(in, path);
  const std::error_code error(errno, std::generic_category());
  return fail({.code = error == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::io,
               .message = fmt::format("cannot open '{}': {}", path, error.message())});
}

}  // namespace

Result<Counts> annotate(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                        const Listener& listener, const AnnotationSink& sink) {
  const auto work = [&](text::Document document, std::vector<Diagnostic>& findings) {
    return sink.format(analysed(resources, std::move(document), findings));
  };
  const auto finish = [&](std::string formatted, Counts&) -> Status {
    sink.take(std::move(formatted));
    return {};
  };
  return run_in_order<std::string>(inputs, options, listener, work, finish);
}

Result<Counts> analyse(const Resources& resources, const std::vector<std::string>& inputs, const Options& options,
                       const Listener& listener,
                       const std::function<std::function<void()>(nlp::AnnotatedDocument)>& work) {
  const auto start = [&](text::Document document, std::vector<Diagnostic>& findings) {
    return work(analysed(resources, std::move(document), findings));
  };
  const auto finish = [](const std::function<void()>& made, Counts&) -> Status {
    made();
    return {};
  };
  return run_in_order<std::function<void()>>(inputs, options, listener, start, finish);
}

Result<Counts> annotate_conllu(const Resources& resources, const std::vector<std::string>& inputs,
                               const Options& options, const Listener& listener, const AnnotationSink& sink) {
  const auto paths = readers::find_inputs(inputs);
  if (!paths) return fail(paths.error());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads_of(options));
  Counts counts;
  for (const std::string& path : *paths) {
    const auto bytes = bytes_of(path);
    if (!bytes) {
      tell({.error = bytes.error()}, listener, counts);
      continue;
    }
    Diagnostics findings;
    auto documents = nlp::parse_conllu(*bytes, path, resources.rules->vocabulary, findings);
    for (const Diagnostic& finding : findings.all()) tell(finding, listener, counts);
    std::vector<std::string> formatted(documents.size());
    tbb::parallel_for(std::size_t{0}, documents.size(), [&](std::size_t i) {
      formatted[i] = sink.format(resources.analyser->complete(std::move(documents[i])));
    });
    for (std::string& document : formatted) {
      sink.take(std::move(document));
      ++counts.documents;
      listener.progress(counts);
    }
  }
  return counts;
}

}  // namespace claimgraph::pipeline
