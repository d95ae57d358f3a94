#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "claimgraph/readers/reader.h"
#include "readers/format.h"
#include "readers/glob.h"

namespace claimgraph::readers {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// "x.yaml" and "x.meta.yaml" beside "x.txt".
bool is_sidecar(const fs::path& path) {
  if (path.extension() != ".yaml") return false;
  std::error_code ignored;
  const fs::path stem = path.parent_path() / path.stem();
  const fs::path inner = stem.extension() == ".meta" ? path.parent_path() / stem.stem() : stem;
  return fs::exists(stem.string() + ".txt", ignored) || fs::exists(inner.string() + ".txt", ignored);
}

// The article files below `folder`, by path. No pipes and devices, which may never end.
Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> out;
  std::vector<fs::path> open = {folder};
  while (!open.empty()) {
    const fs::path next = std::move(open.back());
    open.pop_back();
    const auto entries = list_folder(next);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      std::error_code ignored;
      if (entry.path().filename().native().starts_with('.')) continue;
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored)) open.push_back(entry.path());
      } else if (!entry.is_other(ignored) && format_of_ending(entry.path().native())) {
        out.push_back(entry.path());
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::vector<fs::path>> of_folder(const fs::path& folder) {
  auto files = files_below(folder);
  if (files && files->empty()) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("folder '{}' holds no article files", folder.string()),
                 .hint = fmt::format("files below folders are found by their endings: {}", kEndings)});
  }
  return files;
}

Result<std::vector<fs::path>> of_glob(const std::string& pattern) {
  const auto found = expand_glob(pattern);
  if (!found) return fail(found.error());
  std::vector<fs::path> out;
  for (const auto& path : *found) {
    std::error_code ignored;
    if (is_sidecar(path) || fs::is_other(path, ignored)) continue;
    if (!is_folder(path)) {
      out.push_back(path);
      continue;
    }
    const auto files = files_below(path);
    if (!files) return fail(files.error());
    out.insert(out.end(), files->begin(), files->end());
  }
  if (out.empty()) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("no file matches '{}'", pattern),
                 .hint = "'*' stays within one folder; '**' goes through any number of them"});
  }
  return out;
}

Error no_such(const fs::path& path) {
  std::vector<std::string> names;
  if (const auto entries = list_folder(path.parent_path())) {
    for (const auto& entry : *entries) names.push_back(entry.path().filename().string());
  }
  const std::string near = did_you_mean(path.filename().string(), names);
  return {.code = ErrorCode::not_found,
          .message = fmt::format("no file or folder '{}'", path.string()),
          .hint = near.empty() ? "inputs are files, folders, globs, or - for standard input" : near};
}

Result<std::vector<fs::path>> of_name(const std::string& name) {
  const fs::path path = fs::path(name).lexically_normal();
  std::error_code error;
  if (is_folder(path)) return of_folder(path);
  if (fs::exists(path, error)) return std::vector<fs::path>{path};
  if (is_glob(name)) return of_glob(name);
  if (error) {
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot look at '{}': {}", name, error.message())});
  }
  return fail(no_such(path));
}

}  // namespace

Result<std::vector<std::string>> find_inputs(const std::vector<std::string>& inputs) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(path).second) out.push_back(path);
  };
  for (const auto& name : inputs) {
    if (name == "-") {
      add(name);
      continue;
    }
    const auto paths = of_name(name);
    if (!paths) return fail(paths.error());
    for (const auto& path : *paths) add(path.lexically_normal().string());
  }
  return out;
}

}  // namespace claimgraph::readers
