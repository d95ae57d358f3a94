#include "article.h"

#include <utility>

#include <doctest/doctest.h>

namespace claimgraph::query {

Article::Article(std::string id, std::string published, std::string publisher) {
  extraction_.source.id = std::move(id);
  extraction_.source.uri = "https://news.example/" + extraction_.source.id;
  extraction_.source.title = "Title of " + extraction_.source.id;
  extraction_.source.published = std::move(published);
  extraction_.source.publisher = std::move(publisher);
}

Article& Article::text(std::string_view words) {
  extraction_.source.text += words;
  return *this;
}

Span Article::span_of(std::string_view words) {
  std::string& text = extraction_.source.text;
  std::size_t at = text.find(words);
  if (at == std::string::npos) {
    if (!text.empty()) text.push_back(' ');
    at = text.size();
    text += words;
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

kg::EntityIndex Article::entity(std::string_view name, kg::EntityType type, std::vector<std::string> aliases,
                                std::size_t mentions) {
  kg::Entity entity{.name = std::string(name), .type = type, .aliases = std::move(aliases)};
  for (std::size_t i = 0; i < mentions; ++i) {
    text(extraction_.source.text.empty() ? "" : " ");
    const auto begin = static_cast<std::uint32_t>(extraction_.source.text.size());
    text(name);
    entity.mentions.push_back({.span = {begin, static_cast<std::uint32_t>(extraction_.source.text.size())}});
  }
  extraction_.entities.push_back(std::move(entity));
  return static_cast<kg::EntityIndex>(extraction_.entities.size() - 1);
}

kg::ClaimIndex Article::claim(const Said& said) {
  extraction_.claims.push_back({.source = said.source,
                                .cue_spans = {span_of(said.cue)},
                                .content_spans = {span_of(said.content)},
                                .form = said.form,
                                .about = said.about,
                                .certainty = said.certainty,
                                .rule = "en/attribution/test",
                                .confidence = said.confidence});
  return static_cast<kg::ClaimIndex>(extraction_.claims.size() - 1);
}

void Article::stance(const Held& held) {
  extraction_.stances.push_back({.actor = held.actor,
                                 .position = held.position,
                                 .target = held.target,
                                 .according_to = held.according_to,
                                 .claim = held.claim,
                                 .evidence_spans = {span_of(held.evidence)},
                                 .rule = "en/stance/test",
                                 .confidence = held.confidence});
}

ArticleStore::ArticleStore(const std::vector<Article>& articles, const std::vector<kg::Link>& links) {
  auto opened = store::Store::open((folder_.path() / "kg").string(), {.mode = store::Mode::read_write, .create = true});
  REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
  store_ = std::move(*opened);
  for (const Article& article : articles) {
    const Status put = store_->put(article.extraction(), "test");
    REQUIRE_MESSAGE(put.has_value(), put.error().message);
  }
  for (const kg::Link& link : links) REQUIRE(store_->link(link).has_value());
  snapshot_ = store_->snapshot();
}

}  // namespace claimgraph::query
