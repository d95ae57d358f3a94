#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/query/query.h"

#include "query/fact_reader.h"

namespace claimgraph::query {
namespace {

// Where a fact's words stand in its document.
struct Place {
  kg::DocumentId document{};
  Span span;  // from the first of them to the last
};

Span around(const std::vector<Span>& spans) {
  Span out = spans.empty() ? Span{} : spans.front();
  for (const Span span : spans) out = {std::min(out.begin, span.begin), std::max(out.end, span.end)};
  return out;
}

std::vector<Span> spans_of(const kg::ClaimFact& claim) {
  std::vector<Span> out = claim.cue_spans;
  out.insert(out.end(), claim.source_spans.begin(), claim.source_spans.end());
  out.insert(out.end(), claim.content_spans.begin(), claim.content_spans.end());
  return out;
}

std::vector<Span> spans_of(const kg::StanceFact& stance) { return stance.evidence_spans; }

// `read` is what the snapshot has under the id.
template <typename Fact>
Result<Place> place_of(const Result<std::optional<Fact>>& read, std::string_view kind, std::string_view id) {
  if (!read) return fail(read.error());
  if (!*read) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("there is no {} '{}'", kind, id),
                 .hint = "facts get new ids when their document is read again by other rules; list them anew"});
  }
  return Place{.document = (**read).id.document, .span = around(spans_of(**read))};
}

Result<Place> find_place(const store::Snapshot& snapshot, std::string_view fact) {
  const auto parsed = kg::parse_fact_id(fact);
  if (!parsed) {
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("'{}' is no id of a claim or stance", fact),
                 .hint = "ids look like c:0123456789abcdef:1 and s:0123456789abcdef:1"});
  }
  if (parsed->is_claim) return place_of(snapshot.claim(parsed->id), "claim", fact);
  return place_of(snapshot.stance(parsed->id), "stance", fact);
}

constexpr std::string_view kSpace = " \t\r\n\f\v";

std::string_view without_space_in_front(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kSpace), text.size()));
}

std::string_view without_space_behind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kSpace) + 1);  // npos + 1 is 0
}

// Lines of a text by the byte they begin at.
std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

bool is_blank_line(std::string_view text, std::size_t begin) {
  return without_space_in_front(text.substr(begin, line_end(text, begin) - begin)).empty();
}

bool has_blank_lines(std::string_view text) {
  text = without_space_behind(without_space_in_front(text));
  for (std::size_t at = 0; at < text.size(); at = line_end(text, at) + 1) {
    if (is_blank_line(text, at)) return true;
  }
  return false;
}

// The paragraph or paragraphs that `span` lies in: up to the nearest blank lines where the text has any (its lines may
// then be wrapped within a paragraph), else its lines.
Span paragraph(std::string_view text, Span span) {
  std::size_t begin = line_begin(text, span.begin);
  std::size_t end = line_end(text, span.end);
  if (has_blank_lines(text)) {
    while (begin > 0 && !is_blank_line(text, line_begin(text, begin - 1))) begin = line_begin(text, begin - 1);
    while (end < text.size() && !is_blank_line(text, end + 1)) end = line_end(text, end + 1);
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Context cut(std::string_view text, Span span) {
  const Span whole = paragraph(text, span);
  return {.before = std::string(without_space_in_front(text.substr(whole.begin, span.begin - whole.begin))),
          .fact = std::string(text.substr(span.begin, span.size())),
          .after = std::string(without_space_behind(text.substr(span.end, whole.end - span.end)))};
}

}  // namespace

Result<Context> show(const store::Snapshot& snapshot, std::string_view fact) {
  const auto place = find_place(snapshot, fact);
  if (!place) return fail(place.error());
  const auto text = snapshot.text(place->document);
  if (!text) return fail(text.error());
  if (place->span.end > text->size()) {
    return fail({.code = ErrorCode::corruption,
                 .message = fmt::format("'{}' ends at byte {} of a text of {}", fact, place->span.end, text->size()),
                 .hint = "verify the store"});
  }
  FactReader reader(snapshot);
  const auto document = reader.document(place->document);
  if (!document) return fail(document.error());
  Context out = cut(*text, place->span);
  out.document = **document;
  return out;
}

}  // namespace claimgraph::query
