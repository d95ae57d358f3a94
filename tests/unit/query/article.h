#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/store/store.h"
#include "support/temp_folder.h"

namespace claimgraph::query {

// An extraction written by hand: spans are found by their words, in the text so far unless they are not in it yet, and
// are then appended to it. Chain the calls and read `extraction`.
class Article {
 public:
  Article(std::string id, std::string published, std::string publisher = "The Gazette");

  // Words that no fact covers.
  Article& text(std::string_view words);
  kg::EntityIndex entity(std::string_view name, kg::EntityType type, std::vector<std::string> aliases = {},
                         std::size_t mentions = 1);

  struct Said {
    std::optional<kg::EntityIndex> source;
    std::string_view cue = "said";
    std::string_view content;
    std::vector<kg::EntityIndex> about = {};
    double confidence = 0.5;
    kg::Form form = kg::Form::indirect;
    kg::Certainty certainty = kg::Certainty::certain;
  };
  kg::ClaimIndex claim(const Said& said);

  struct Held {
    std::optional<kg::EntityIndex> actor;
    kg::Position position = kg::Position::support;
    kg::EntityIndex target{};
    std::string_view evidence;
    std::optional<kg::EntityIndex> according_to = {};
    std::optional<kg::ClaimIndex> claim = {};
    double confidence = 0.5;
  };
  void stance(const Held& held);

  const kg::Extraction& extraction() const { return extraction_; }

 private:
  Span span_of(std::string_view words);

  kg::Extraction extraction_;
};

// A store of these articles in a folder of its own.
class ArticleStore {
 public:
  explicit ArticleStore(const std::vector<Article>& articles, const std::vector<kg::Link>& links = {});

  const store::Snapshot& snapshot() const { return *snapshot_; }

 private:
  test::TempFolder folder_;
  std::optional<store::Store> store_;
  std::optional<store::Snapshot> snapshot_;
};

}  // namespace claimgraph::query
