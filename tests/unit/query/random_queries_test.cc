#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "generated_store.h"
#include "model/naive_query.h"

// Random questions of random stores, against a scan of everything. CLAIMGRAPH_QUERIES says how many there are.
namespace claimgraph::query {
namespace {

constexpr int kQueries = 600;  // unless it says otherwise
constexpr int kQueriesAStore = 100;
constexpr std::size_t kDocuments = 25;

int queries_wanted() {
  const char* given = std::getenv("CLAIMGRAPH_QUERIES");
  return given != nullptr ? std::atoi(given) : kQueries;
}

// What is asked for in one question, and both answers.
struct Answers {
  std::string question;
  std::string got;
  std::string want;
};

class Questions {
 public:
  Questions(const store::Snapshot& snapshot, std::mt19937& random)
      : snapshot_(snapshot), corpus_(snapshot), random_(random) {}

  Answers next() {
    switch (random_() % 8) {
      case 0:
      case 1: return claims_question();
      case 2: return stances_question();
      case 3: return entities_question();
      case 4: return neighbours_question();
      case 5: return timeline_question();
      case 6: return contradictions_question();
      default: return compare_question();
    }
  }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }
  std::string name() { return generated_name(random_); }
  std::string name_or_nothing() { return chance(2) ? "" : name(); }
  // Up to 4 rows, all, or as many as there may ever be.
  Page page() {
    const std::size_t limit = random_() % 6;
    return {.skip = random_() % 3, .limit = limit == 5 ? std::numeric_limits<std::size_t>::max() : limit};
  }
  std::string says() {
    constexpr const char* kWords[] = {"levy",   "dear levy", "\"levy is\"", "Quill", "\"dear, dear\" harbour",
                                      "\"open", "'"};
    return chance(2) ? "" : kWords[random_() % std::size(kWords)];
  }

  static std::string shown(const Filter& filter) {
    std::string out = " since '" + filter.since + "' until '" + filter.until + "'";
    for (const auto& publisher : filter.publishers) out += " by " + publisher;
    if (filter.form) out += " form " + std::string(kg::spell(*filter.form));
    if (filter.certainty) out += " certainty " + std::string(kg::spell(*filter.certainty));
    return out + " above " + std::to_string(filter.min_confidence);
  }

  Answers claims_question() {
    const ClaimQuery query{.by = name_or_nothing(),
                           .about = name_or_nothing(),
                           .says = says(),
                           .filter = generated_filter(random_),
                           .page = page()};
    return {"claims by '" + query.by + "' about '" + query.about + "' says '" + query.says + "'" + shown(query.filter),
            naive::shown(claims(snapshot_, query)), naive::claims(corpus_, query)};
  }
  Answers stances_question() {
    StanceQuery query{.actor = name_or_nothing(),
                      .target = name_or_nothing(),
                      .according_to = chance(3) ? name() : "",
                      .says = says(),
                      .filter = generated_filter(random_),
                      .page = page()};
    if (chance(2)) query.position = static_cast<kg::Position>(random_() % 3);
    return {"stances of '" + query.actor + "' toward '" + query.target + "' according to '" + query.according_to +
                "' says '" + query.says + "'" + shown(query.filter),
            naive::shown(stances(snapshot_, query)), naive::stances(corpus_, query)};
  }
  Answers entities_question() {
    const std::string words = name_or_nothing();
    const Page some = page();
    return {"entities '" + words + "'", naive::shown(entities(snapshot_, words, some)),
            naive::entities(corpus_, words, some)};
  }
  Answers neighbours_question() {
    NeighbourQuery query{.name = name(), .filter = generated_filter(random_), .page = page()};
    if (chance(3)) query.kinds = {graph::EdgeKind::support, graph::EdgeKind::claim};
    return {"neighbours of '" + query.name + "'" + shown(query.filter), naive::shown(neighbours(snapshot_, query)),
            naive::neighbours(corpus_, query)};
  }
  Answers timeline_question() {
    const TimelineQuery query{.actor = name_or_nothing(),
                              .target = name_or_nothing(),
                              .by = static_cast<Period>(random_() % 4),
                              .filter = generated_filter(random_)};
    return {"timeline of '" + query.actor + "' toward '" + query.target + "'" + shown(query.filter),
            naive::shown(timeline(snapshot_, query)), naive::timeline(corpus_, query)};
  }
  Answers contradictions_question() {
    const ContradictionQuery query{
        .actor = name_or_nothing(), .target = name_or_nothing(), .filter = generated_filter(random_), .page = page()};
    return {"contradictions of '" + query.actor + "' toward '" + query.target + "'" + shown(query.filter),
            naive::shown(contradictions(snapshot_, query)), naive::contradictions(corpus_, query)};
  }
  Answers compare_question() {
    const std::string subject = name();
    const Filter filter = generated_filter(random_);
    return {"compare '" + subject + "'" + shown(filter), naive::shown(compare(snapshot_, subject, filter)),
            naive::compare(corpus_, subject, filter)};
  }

  const store::Snapshot& snapshot_;
  naive::Corpus corpus_;
  std::mt19937& random_;
};

TEST_CASE("queries: random ones agree with a scan of everything") {
  const int wanted = queries_wanted();
  std::mt19937 random(23);
  int with_rows = 0;
  for (int asked = 0; asked < wanted;) {
    const auto articles = generated_articles(random, kDocuments);
    std::vector<kg::Link> links;
    for (std::size_t i = random() % 4; i > 0; --i) links.push_back(generated_link(random));
    const ArticleStore store(articles, links);
    Questions questions(store.snapshot(), random);
    for (int i = 0; i < kQueriesAStore && asked < wanted; ++i, ++asked) {
      const Answers answers = questions.next();
      CAPTURE(asked);
      CAPTURE(answers.question);
      CHECK(answers.got == answers.want);
      if (!answers.got.starts_with("error") && !answers.got.starts_with("0\n")) ++with_rows;
    }
  }
  CHECK(with_rows * 4 > wanted);
}

}  // namespace
}  // namespace claimgraph::query
