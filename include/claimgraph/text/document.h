#pragma once

#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// An entity mention that the input brought along instead of leaving it to be found.
struct GivenMention {
  Span span;
  std::string name;
  std::string type;  // as written in the input; empty when it was not given

  friend bool operator==(const GivenMention&, const GivenMention&) = default;
};

// One article as a reader found it. All strings are well-formed UTF-8.
struct Document {
  std::string id;  // unique in a store: given by the input, else the URI
  std::string uri;
  std::string title;
  std::string publisher;
  std::string author;
  std::string published;  // ISO 8601 date "2025-10-24", or empty when unknown
  std::string language = "en";
  std::string text;  // what all spans count in
  std::vector<GivenMention> mentions;
  std::vector<std::pair<std::string, std::string>> metadata;  // unknown fields: name and JSON value, in input order

  friend bool operator==(const Document&, const Document&) = default;
};

// A line for each field that is not empty, an empty line, and the text with a line end after it.
std::string dump(const Document& document);

}  // namespace claimgraph::text
