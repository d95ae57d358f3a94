#include "cli/write_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

namespace claimgraph::cli {
namespace {

Error io_error(const std::string& path) {
  return {.code = ErrorCode::io, .message = fmt::format("cannot write '{}': {}", path, std::strerror(errno))};
}

// Writes to `path`; errors speak of `name`, which is what was asked for.
Status write_bytes(const std::string& path, std::string_view bytes, const std::string& name) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return fail(io_error(name));
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const Error error = io_error(name);
  if (std::fclose(file) != 0) return fail(io_error(name));
  if (!written) return fail(error);
  return {};
}

}  // namespace

Status write_file(const std::string& path, std::string_view bytes) {
  // Devices and pipes are written in place: nothing can take their name.
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return write_bytes(path, bytes, path);
  const std::string partial = path + ".partial";
  auto written = write_bytes(partial, bytes, path);
  if (written && std::rename(partial.c_str(), path.c_str()) != 0) written = fail(io_error(path));
  if (!written) std::remove(partial.c_str());
  return written;
}

}  // namespace claimgraph::cli
