#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace claimgraph::test {

// A folder of its own below `parent`, else the system's temporary one, gone with everything in it when this goes.
class TempFolder {
 public:
  explicit TempFolder(const std::filesystem::path& parent = std::filesystem::temp_directory_path());
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  const std::filesystem::path& path() const { return path_; }
  // Writes `bytes` to `name` below the folder, making folders as needed, and returns the path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace claimgraph::test
