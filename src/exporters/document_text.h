#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "claimgraph/query/rows.h"

// Documents as a person is told of them.
namespace claimgraph::exporters {

// The parts that are known, with commas between them.
std::string listed(std::initializer_list<std::string_view> parts);
// Its title, or its id when it has none.
std::string name_of(const query::DocumentRef& document);
// Its address when a browser opens it from anywhere (http or https), else nothing: a path means something on one
// machine alone, and other schemes can do more than open. What an address cannot hold is percent-encoded, so that it
// needs no escapes in XML but for '&'.
std::string link_to(const query::DocumentRef& document);

}  // namespace claimgraph::exporters
