#include "claimgraph/text/document.h"

#include <string_view>

#include <fmt/format.h>

namespace claimgraph::text {

std::string dump(const Document& document) {
  std::string out;
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", name, value);
  };
  line("id", document.id);
  line("uri", document.uri);
  line("title", document.title);
  line("publisher", document.publisher);
  line("author", document.author);
  line("published", document.published);
  line("language", document.language);
  for (const auto& mention : document.mentions) {
    line("mention", fmt::format("[{}, {}] {} ({})", mention.span.begin, mention.span.end, mention.name, mention.type));
  }
  for (const auto& [name, value] : document.metadata) line("metadata", fmt::format("{} = {}", name, value));
  return out + "\n" + document.text + "\n";
}

}  // namespace claimgraph::text
