#include "store/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace claimgraph::store {
namespace {

constexpr std::size_t kSmallFileBytes = 64 << 10;

// An open file, closed when this goes.
class File {
 public:
  File(const std::string& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (ok()) ::close(descriptor_);
  }

  bool ok() const { return descriptor_ >= 0; }
  bool sync() const { return ::fsync(descriptor_) == 0; }
  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  // At most `most` bytes, from the start.
  bool read(std::string& bytes, std::size_t most) const {
    bytes.resize(most);
    std::size_t size = 0;
    for (ssize_t got = 1; got != 0 && size < most; size += static_cast<std::size_t>(got)) {
      got = ::read(descriptor_, bytes.data() + size, most - size);
      if (got < 0) return false;
    }
    bytes.resize(size);
    return true;
  }

 private:
  int descriptor_;
};

tl::unexpected<Error> failed(std::string_view what, const std::string& path) {
  return fail({.code = ErrorCode::io, .message = fmt::format("cannot {} '{}': {}", what, path, std::strerror(errno))});
}

}  // namespace

Result<std::string> read_small_file(const std::string& path) {
  const File file(path, O_RDONLY);
  std::string bytes;
  if (!file.ok() || !file.read(bytes, kSmallFileBytes)) return failed("read", path);
  return bytes;
}

Status write_durably(const std::string& folder, const std::string& name, std::string_view bytes) {
  const std::string path = folder + "/" + name;
  const std::string temporary = path + ".new";
  {
    const File file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok() || !file.write(bytes) || !file.sync()) return failed("write", temporary);
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) return failed("write", path);
  return sync_path(folder);
}

Status sync_path(const std::string& path) {
  const File file(path, O_RDONLY);
  if (!file.ok() || !file.sync()) return failed("write", path);
  return {};
}

std::uint64_t bytes_of_folder(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;  // a compaction may delete a file meanwhile
    const auto size = at->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace claimgraph::store
