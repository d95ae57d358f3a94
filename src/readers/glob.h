#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::readers {

// Whether `name` has a character that stands for others: * ? [
bool is_glob(std::string_view name);

// The files and folders that `pattern` matches, by path. A part that is `**` stands for any number of folders.
// Linked folders are not entered by `**`. Error io when a folder cannot be read.
Result<std::vector<std::filesystem::path>> expand_glob(const std::string& pattern);

// The entries of `folder` by name. Error io when it cannot be read.
Result<std::vector<std::filesystem::directory_entry>> list_folder(const std::filesystem::path& folder);

}  // namespace claimgraph::readers
