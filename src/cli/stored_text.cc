#include "cli/stored_text.h"

#include <utility>

namespace claimgraph::cli {

Result<text::Document> stored_document(const store::Snapshot& snapshot, const store::DocumentFact& fact) {
  auto text = snapshot.text(fact.id);
  if (!text) return fail(text.error());
  return text::Document{.id = fact.name,
                        .uri = fact.uri,
                        .title = fact.title,
                        .publisher = fact.publisher,
                        .author = fact.author,
                        .published = fact.published,
                        .language = fact.language,
                        .text = *std::move(text),
                        .mentions = {},
                        .metadata = fact.metadata};
}

Status each_stored_document(const store::Snapshot& snapshot, const std::function<void(text::Document)>& take) {
  Status status;
  const auto visited = snapshot.documents([&](const store::DocumentFact& fact) {
    auto document = stored_document(snapshot, fact);
    if (!document) {
      status = fail(document.error());
      return false;
    }
    take(*std::move(document));
    return true;
  });
  return status ? visited : status;
}

}  // namespace claimgraph::cli
