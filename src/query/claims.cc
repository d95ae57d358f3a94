#include <optional>
#include <utility>

#include "claimgraph/query/query.h"

#include "query/fact_rows.h"
#include "query/phrases.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// A ClaimQuery with its names resolved.
struct Question {
  FactSearch search;
  bool is_words = false;  // nobody is called what the claims are to be about: they have to say it
};

Result<Question> question_of(Names& names, const ClaimQuery& query) {
  auto phrases = Phrases::parse(query.says);
  if (!phrases) return fail(phrases.error());
  auto sources = names.ids(query.by);
  if (!sources) return fail(sources.error());
  Question out{.search = {.from = std::move(*sources), .phrases = std::move(*phrases)}};
  if (query.about.empty()) return out;
  auto about = names.any_ids(query.about);
  if (!about) return fail(about.error());
  out.is_words = about->empty();
  if (out.is_words) {
    out.search.phrases.add(query.about);
  } else {
    out.search.to = std::move(*about);
  }
  return out;
}

// Whether anybody says the words, whoever it is and in whatever document.
Result<bool> is_spoken_of(const store::Snapshot& snapshot, std::string_view words) {
  FactReader reader(snapshot);
  bool found = false;
  const auto all = FactFilter::make({});
  if (!all) return fail(all.error());
  FactSearch search;
  search.phrases.add(words);
  const Status read = each_found(reader, *all, search, Ends::ignored, [&](const auto&) -> Status {
    found = true;
    return {};
  });
  if (!read) return fail(read.error());
  return found;
}

}  // namespace

Result<Rows<ClaimRow>> claims(const store::Snapshot& snapshot, const ClaimQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  Names names(snapshot);
  const auto question = question_of(names, query);
  if (!question) return fail(question.error());
  FactReader reader(snapshot);
  auto out = rows_found(reader, *filter, question->search, query.page, claim_row);
  if (!out || out->total > 0 || !question->is_words) return out;
  const auto spoken_of = is_spoken_of(snapshot, query.about);
  if (!spoken_of) return fail(spoken_of.error());
  if (!*spoken_of) return fail(names.unknown(query.about));
  return out;
}

}  // namespace claimgraph::query
