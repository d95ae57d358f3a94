#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::test {

// The folder tests/data of the source tree.
std::filesystem::path data_folder();

// The folder of the English model that is shipped.
std::filesystem::path model_folder();

// The bytes of a file. Fails the running test when it cannot be read.
std::string read_file(const std::filesystem::path& path);

// The files below `folder` whose names end in `ending`, by path. Fails the running test when there are none, so that a
// golden test without inputs cannot pass.
std::vector<std::filesystem::path> golden_inputs(const std::filesystem::path& folder, std::string_view ending);

// Compares `got` with the file `<input>.golden`. With CLAIMGRAPH_ACCEPT=1 in the environment writes the file instead.
void check_golden(const std::filesystem::path& input, std::string_view got);

}  // namespace claimgraph::test
