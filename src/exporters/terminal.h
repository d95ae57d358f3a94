#pragma once

#include <string>
#include <string_view>

// The few terminal attributes we use (ECMA-48 SGR).
namespace claimgraph::exporters {

enum class Ink { plain, bold, dim };

// `text` in `ink` when `color`, else `text`.
std::string inked(std::string_view text, Ink ink, bool color);

}  // namespace claimgraph::exporters
