#include "readers/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace claimgraph::readers {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// Entering linked folders could go round in a circle.
bool may_enter(const fs::directory_entry& entry) {
  std::error_code ignored;
  return entry.is_directory(ignored) && !entry.is_symlink(ignored) && !is_hidden(entry.path());
}

// Appends `folders` and all folders below them, each before what lies below it.
Status append_folders_below(const std::vector<fs::path>& folders, std::vector<fs::path>& out) {
  std::vector<fs::path> open(folders.rbegin(), folders.rend());
  while (!open.empty()) {
    const fs::path folder = std::move(open.back());
    open.pop_back();
    out.push_back(folder);
    const auto entries = list_folder(folder);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      if (may_enter(entry)) open.push_back(entry.path());
    }
  }
  return {};
}

// The entries of `folders` whose names match `part`; where parts follow, only folders.
Result<std::vector<fs::path>> matching(const std::vector<fs::path>& folders, const std::string& part, bool is_last) {
  std::vector<fs::path> out;
  std::error_code ignored;
  for (const auto& folder : folders) {
    if (!is_glob(part)) {
      const fs::path path = folder / part;
      if (is_last ? fs::exists(path, ignored) : fs::is_directory(path, ignored)) out.push_back(path);
      continue;
    }
    const auto entries = list_folder(folder);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      const std::string name = entry.path().filename().string();
      if (fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) != 0) continue;
      if (is_last || entry.is_directory(ignored)) out.push_back(folder / name);
    }
  }
  return out;
}

}  // namespace

bool is_glob(std::string_view name) { return name.find_first_of("*?[") != std::string_view::npos; }

Result<std::vector<fs::directory_entry>> list_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::directory_entry> out;
  fs::directory_iterator at(folder.empty() ? fs::path(".") : folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    out.emplace_back(folder / at->path().filename());
  }
  if (error) {
    return fail({.code = ErrorCode::io,
                 .message = fmt::format("cannot read folder '{}': {}", folder.string(), error.message())});
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::vector<fs::path>> expand_glob(const std::string& pattern) {
  const fs::path whole = fs::path(pattern).lexically_normal();
  std::vector<std::string> parts;
  for (const auto& part : whole.relative_path()) {
    if (!part.empty()) parts.push_back(part.string());
  }
  std::vector<fs::path> found = {whole.root_path()};
  bool files_only = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == "**") {
      std::vector<fs::path> folders;
      if (auto status = append_folders_below(found, folders); !status) return fail(status.error());
      found = std::move(folders);
      if (i + 1 < parts.size()) continue;
      parts.push_back("*");  // a last `**` is the files in those folders
      files_only = true;
      continue;
    }
    auto next = matching(found, parts[i], i + 1 == parts.size());
    if (!next) return next;
    found = std::move(*next);
  }
  std::error_code ignored;
  if (files_only) std::erase_if(found, [&](const fs::path& path) { return fs::is_directory(path, ignored); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace claimgraph::readers
