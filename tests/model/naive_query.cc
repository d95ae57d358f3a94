#include "naive_query.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "claimgraph/base/utf8.h"
#include "query/entity_groups.h"
#include "query/periods.h"
#include "query/phrases.h"
#include "query/resolve.h"
#include "query/words.h"

namespace claimgraph::query::naive {
namespace {

using Ids = std::optional<std::set<kg::EntityId>>;  // nothing: anybody

// A question being answered: the groups of all entities, and its filter.
class Asked {
 public:
  Asked(const Corpus& corpus, const Filter& filter)
      : corpus_(corpus), filter_(filter), groups_(corpus.entities), sound_(check(filter)) {}

  // The first thing that is wrong with the question.
  const Status& sound() const { return sound_; }
  const EntityGroups& groups() const { return groups_; }

  Ids who(const std::string& name) {
    if (name.empty() || !sound_) return {};
    const auto group = resolve_group(corpus_.snapshot, groups_, name);
    if (!group) sound_ = fail(group.error());
    if (!group) return {};
    const auto ids = groups_.ids(*group);
    return std::set<kg::EntityId>(ids.begin(), ids.end());
  }

  const store::DocumentFact& document(kg::FactId id) const {
    const auto at = std::find_if(corpus_.documents.begin(), corpus_.documents.end(),
                                 [&](const auto& document) { return document.id == id.document; });
    return *at;
  }
  std::string name(const std::optional<kg::EntityId>& id) const {
    if (!id) return "";
    for (const auto& entity : corpus_.entities) {
      if (entity.id == *id) return entity.name;
    }
    return "?";
  }

  bool accepts(const kg::ClaimFact& claim) const {
    return accepts(claim.id, claim.confidence) && manner_fits(claim.form, claim.certainty);
  }
  bool accepts(const kg::StanceFact& stance) const {
    if (!accepts(stance.id, stance.confidence)) return false;
    if (!filter_.form && !filter_.certainty) return true;
    if (!stance.claim) return false;
    for (const auto& claim : corpus_.claims) {
      if (claim.id == *stance.claim) return manner_fits(claim.form, claim.certainty);
    }
    return false;
  }

 private:
  // Filters are generated whole; a wrong one is not compared.
  static Status check(const Filter&) { return {}; }

  bool manner_fits(kg::Form form, kg::Certainty certainty) const {
    return (!filter_.form || form == *filter_.form) && (!filter_.certainty || certainty == *filter_.certainty);
  }
  // By the letter of Filter's comments: compared as far as both are written.
  bool accepts(kg::FactId id, double confidence) const {
    const store::DocumentFact& from = document(id);
    const std::string& date = from.published;
    const auto common = [&](const std::string& bound) { return std::min(bound.size(), date.size()); };
    const auto& [since, until] = std::tie(filter_.since, filter_.until);
    if ((!since.empty() || !until.empty()) && date.empty()) return false;
    if (date.substr(0, common(since)) < since.substr(0, common(since))) return false;
    if (date.substr(0, common(until)) > until.substr(0, common(until))) return false;
    bool published = filter_.publishers.empty();
    for (const auto& publisher : filter_.publishers) published = published || fold(publisher) == fold(from.publisher);
    return published && confidence >= filter_.min_confidence;
  }

  const Corpus& corpus_;
  const Filter& filter_;
  EntityGroups groups_;
  Status sound_;
};

bool is_in(const Ids& ids, const std::optional<kg::EntityId>& id) { return !ids || (id && ids->contains(*id)); }
bool is_any_in(const Ids& ids, const std::vector<kg::EntityId>& about) {
  return !ids || std::any_of(about.begin(), about.end(), [&](kg::EntityId id) { return ids->contains(id); });
}

template <typename Row>
Rows<Row> page_of(std::vector<Row> rows, const Page& page) {
  Rows<Row> out{.total = rows.size()};
  for (std::size_t i = page.skip; i < rows.size() && (page.limit == 0 || i - page.skip < page.limit); ++i) {
    out.rows.push_back(rows[i]);
  }
  return out;
}

template <typename Row>
void newest_first(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(b.document.published, a.document.id, a.id) < std::tie(a.document.published, b.document.id, b.id);
  });
}

DocumentRef reference(const store::DocumentFact& document) {
  return {.id = document.name, .publisher = document.publisher, .published = document.published};
}

StanceRow row_of(const Asked& asked, const kg::StanceFact& stance) {
  return {.id = stance.id,
          .actor = asked.name(stance.actor),
          .position = stance.position,
          .target = asked.name(stance.target),
          .according_to = asked.name(stance.according_to),
          .document = reference(asked.document(stance.id))};
}

}  // namespace

Corpus::Corpus(const store::Snapshot& of) : snapshot(of) {
  const auto into = [](auto& list) {
    return [&list](const auto& value) {
      list.push_back(value);
      return true;
    };
  };
  static_cast<void>(snapshot.documents(into(documents)));
  static_cast<void>(snapshot.claims(into(claims)));
  static_cast<void>(snapshot.stances(into(stances)));
  static_cast<void>(snapshot.entities(into(entities)));
}

std::string claims(const Corpus& corpus, const ClaimQuery& query) {
  Asked asked(corpus, query.filter);
  const auto phrases = Phrases::parse(query.says);
  if (!phrases) return dump(phrases.error());
  const Ids by = asked.who(query.by);
  if (!asked.sound()) return dump(asked.sound().error());
  Ids about;
  std::string words;
  if (!query.about.empty()) {
    const auto found = candidates(corpus.snapshot, asked.groups(), query.about).value();
    if (found.empty()) words = fold(query.about);
    if (!found.empty()) about.emplace();
    for (const GroupId group : found) {
      for (const kg::EntityId id : asked.groups().ids(group)) about->insert(id);
    }
  }
  std::vector<ClaimRow> rows;
  bool spoken_of = words.empty();
  for (const kg::ClaimFact& claim : corpus.claims) {
    const bool says_it = words.empty() || says(fold(claim.content), words);
    spoken_of = spoken_of || says_it;
    if (!says_it || !is_in(by, claim.source) || !is_any_in(about, claim.about)) continue;
    if (!phrases->said_in(claim.content) || !asked.accepts(claim)) continue;
    ClaimRow row{.id = claim.id, .source = asked.name(claim.source)};
    for (const kg::EntityId id : claim.about) row.about.push_back(asked.name(id));
    row.document = reference(asked.document(claim.id));
    rows.push_back(std::move(row));
  }
  if (!spoken_of) return dump(unknown_name(asked.groups(), query.about));
  newest_first(rows);
  return shown(Result<Rows<ClaimRow>>(page_of(std::move(rows), query.page)));
}

std::string stances(const Corpus& corpus, const StanceQuery& query) {
  Asked asked(corpus, query.filter);
  const auto phrases = Phrases::parse(query.says);
  if (!phrases) return dump(phrases.error());
  const Ids actor = asked.who(query.actor);
  const Ids target = asked.who(query.target);
  const Ids according_to = asked.who(query.according_to);
  if (!asked.sound()) return dump(asked.sound().error());
  std::vector<StanceRow> rows;
  for (const kg::StanceFact& stance : corpus.stances) {
    if (!is_in(actor, stance.actor) || !is_in(target, stance.target)) continue;
    if (!is_in(according_to, stance.according_to) || !phrases->said_in(stance.evidence)) continue;
    if ((query.position && stance.position != *query.position) || !asked.accepts(stance)) continue;
    rows.push_back(row_of(asked, stance));
  }
  newest_first(rows);
  return shown(Result<Rows<StanceRow>>(page_of(std::move(rows), query.page)));
}

std::string entities(const Corpus& corpus, const std::string& name, const Page& page) {
  std::vector<EntityRow> rows;
  for (const auto& entity : corpus.entities) {
    std::vector<std::string> names = entity.aliases;
    names.push_back(entity.name);
    const auto is_said = [&](const std::string& each) { return says(fold(each), fold(name)); };
    if (!name.empty() && std::none_of(names.begin(), names.end(), is_said)) continue;
    EntityRow row{.entity = entity};
    for (const auto& claim : corpus.claims) {
      if (claim.source == entity.id) ++row.claims_made;
      if (std::find(claim.about.begin(), claim.about.end(), entity.id) != claim.about.end()) ++row.claims_about;
    }
    for (const auto& stance : corpus.stances) {
      if (stance.actor == entity.id) ++row.stances_held;
      if (stance.target == entity.id) ++row.stances_toward;
    }
    rows.push_back(std::move(row));
  }
  if (rows.empty() && !name.empty()) return dump(unknown_name(EntityGroups(corpus.entities), name));
  std::sort(rows.begin(), rows.end(), [](const EntityRow& a, const EntityRow& b) {
    return std::tie(b.entity.mentions, a.entity.name, a.entity.type, a.entity.id) <
           std::tie(a.entity.mentions, b.entity.name, b.entity.type, b.entity.id);
  });
  return shown(Result<Rows<EntityRow>>(page_of(std::move(rows), page)));
}

std::string neighbours(const Corpus& corpus, const NeighbourQuery& query) {
  Asked asked(corpus, query.filter);
  const Ids who = asked.who(query.name);
  if (!asked.sound()) return dump(asked.sound().error());
  const EntityGroups& groups = asked.groups();
  // By the name and id of the ends' first names, and the kind.
  using End = std::pair<std::string, kg::EntityId>;
  struct Edge {
    EdgeRow row;
    double best = -1;
  };
  std::map<std::tuple<End, End, graph::EdgeKind>, Edge> edges;
  std::set<std::tuple<kg::FactId, bool, GroupId>> counted;  // a fact counts once an edge
  const auto add = [&](kg::EntityId from, kg::EntityId to, graph::EdgeKind kind, kg::FactId id, double confidence) {
    const GroupId a = *groups.group_of(from);
    const GroupId b = *groups.group_of(to);
    const bool here = who->contains(from) || who->contains(to);
    const bool claim = kind == graph::EdgeKind::claim;
    if (a == b || !here || !counted.emplace(id, claim, b).second) return;
    const auto end = [&](GroupId group) { return End{groups.head(group).name, groups.head(group).id}; };
    Edge& edge = edges[{end(a), end(b), kind}];
    edge.row.from = groups.head(a).name;
    edge.row.kind = kg::spell(kind);
    edge.row.to = groups.head(b).name;
    ++edge.row.count;
    edge.row.weight += confidence;
    if (confidence <= edge.best) return;
    edge.best = confidence;
    edge.row.fact = claim ? kg::dump_claim_id(id) : kg::dump_stance_id(id);
  };
  for (const auto& claim : corpus.claims) {
    if (!claim.source || !asked.accepts(claim)) continue;
    for (const kg::EntityId about : claim.about) {
      add(*claim.source, about, graph::EdgeKind::claim, claim.id, claim.confidence);
    }
  }
  for (const auto& stance : corpus.stances) {
    if (!stance.actor || !asked.accepts(stance)) continue;
    const auto kind = kg::parse<graph::EdgeKind>(kg::spell(stance.position)).value();
    add(*stance.actor, stance.target, kind, stance.id, stance.confidence);
  }
  std::vector<EdgeRow> rows;
  for (auto& [ends, edge] : edges) {
    const bool wanted = query.kinds.empty() ||
                        std::find(query.kinds.begin(), query.kinds.end(), std::get<2>(ends)) != query.kinds.end();
    if (wanted) rows.push_back(std::move(edge.row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return shown(Result<Rows<EdgeRow>>(page_of(std::move(rows), query.page)));
}

std::string timeline(const Corpus& corpus, const TimelineQuery& query) {
  Asked asked(corpus, query.filter);
  const Ids actor = asked.who(query.actor);
  const Ids target = asked.who(query.target);
  if (!asked.sound()) return dump(asked.sound().error());
  std::map<std::pair<bool, std::string>, TimelineRow> periods;  // undated ones last
  std::map<std::string, std::set<kg::DocumentId>> documents;
  const auto row_of = [&](kg::FactId id) -> TimelineRow& {
    const std::string period = period_of(asked.document(id).published, query.by);
    documents[period].insert(id.document);
    return periods[{period.empty(), period}];
  };
  for (const auto& claim : corpus.claims) {
    if (is_in(actor, claim.source) && is_any_in(target, claim.about) && asked.accepts(claim)) ++row_of(claim.id).claims;
  }
  for (const auto& stance : corpus.stances) {
    if (!is_in(actor, stance.actor) || !is_in(target, stance.target) || !asked.accepts(stance)) continue;
    TimelineRow& row = row_of(stance.id);
    if (stance.position == kg::Position::support) ++row.supports;
    if (stance.position == kg::Position::oppose) ++row.opposes;
    if (stance.position == kg::Position::neutral) ++row.neutral;
  }
  Rows<TimelineRow> out{.total = periods.size()};
  for (auto& [period, row] : periods) {
    row.period = period.second;
    row.documents = documents[period.second].size();
    out.rows.push_back(row);
  }
  return shown(Result<Rows<TimelineRow>>(std::move(out)));
}

std::string contradictions(const Corpus& corpus, const ContradictionQuery& query) {
  Asked asked(corpus, query.filter);
  const Ids actor = asked.who(query.actor);
  const Ids target = asked.who(query.target);
  if (!asked.sound()) return dump(asked.sound().error());
  const EntityGroups& groups = asked.groups();
  struct Sides {
    std::vector<kg::StanceFact> support;
    std::vector<kg::StanceFact> oppose;
  };
  std::map<std::pair<GroupId, GroupId>, Sides> pairs;
  for (const auto& stance : corpus.stances) {
    if (!stance.actor || stance.position == kg::Position::neutral || !asked.accepts(stance)) continue;
    if (!is_in(actor, stance.actor) || !is_in(target, stance.target)) continue;
    Sides& sides = pairs[{*groups.group_of(*stance.actor), *groups.group_of(stance.target)}];
    (stance.position == kg::Position::support ? sides.support : sides.oppose).push_back(stance);
  }
  const auto age = [&](const kg::StanceFact& stance) {
    const std::string& day = asked.document(stance.id).published;
    return std::tuple(day.empty(), day, stance.id);
  };
  const auto best = [&](const std::vector<kg::StanceFact>& side) {
    return *std::min_element(side.begin(), side.end(), [&](const auto& a, const auto& b) {
      return std::tuple(-a.confidence, age(a)) < std::tuple(-b.confidence, age(b));
    });
  };
  using Key = std::tuple<std::uint64_t, std::string, std::string, kg::EntityId, kg::EntityId>;
  std::map<Key, ContradictionRow> rows;
  for (const auto& [ends, sides] : pairs) {
    if (sides.support.empty() || sides.oppose.empty()) continue;
    const auto& a = groups.head(ends.first);
    const auto& b = groups.head(ends.second);
    kg::StanceFact first = best(sides.support);
    kg::StanceFact second = best(sides.oppose);
    if (age(second) < age(first)) std::swap(first, second);
    const std::uint64_t rarer = std::min(sides.support.size(), sides.oppose.size());
    rows[{~rarer, a.name, b.name, a.id, b.id}] = {.actor = a.name,
                                                  .target = b.name,
                                                  .supports = sides.support.size(),
                                                  .opposes = sides.oppose.size(),
                                                  .earlier = row_of(asked, first),
                                                  .later = row_of(asked, second)};
  }
  std::vector<ContradictionRow> out;
  for (auto& [key, row] : rows) out.push_back(std::move(row));
  return shown(Result<Rows<ContradictionRow>>(page_of(std::move(out), query.page)));
}

std::string compare(const Corpus& corpus, const std::string& subject, const Filter& filter) {
  Asked asked(corpus, filter);
  const Ids who = asked.who(subject);
  if (!asked.sound()) return dump(asked.sound().error());
  struct Counts {
    ComparisonRow row;
    std::set<kg::DocumentId> documents;
  };
  std::map<std::string, Counts> publishers;
  const auto counts_of = [&](kg::FactId id) -> ComparisonRow& {
    const store::DocumentFact& document = asked.document(id);
    Counts& counts = publishers[fold(document.publisher)];
    ComparisonRow& row = counts.row;
    if (counts.documents.empty() || document.publisher < row.publisher) row.publisher = document.publisher;
    counts.documents.insert(id.document);
    const std::string& day = document.published;
    if (!day.empty() && (row.first_date.empty() || day < row.first_date)) row.first_date = day;
    row.last_date = std::max(row.last_date, day);
    return row;
  };
  for (const auto& claim : corpus.claims) {
    if (!asked.accepts(claim)) continue;
    if (is_in(who, claim.source)) ++counts_of(claim.id).claims_by;
    if (is_any_in(who, claim.about)) ++counts_of(claim.id).claims_about;
  }
  for (const auto& stance : corpus.stances) {
    if (!asked.accepts(stance)) continue;
    if (is_in(who, stance.actor)) {
      ComparisonRow& row = counts_of(stance.id);
      if (stance.position == kg::Position::support) ++row.supports;
      if (stance.position == kg::Position::oppose) ++row.opposes;
    }
    if (!is_in(who, stance.target)) continue;
    ComparisonRow& row = counts_of(stance.id);
    if (stance.position == kg::Position::support) ++row.supported;
    if (stance.position == kg::Position::oppose) ++row.opposed;
    if (stance.position == kg::Position::neutral) ++row.neutral;
  }
  std::vector<ComparisonRow> rows;
  for (auto& [folded, counts] : publishers) {
    counts.row.documents = counts.documents.size();
    rows.push_back(std::move(counts.row));
  }
  std::sort(rows.begin(), rows.end(), [](const ComparisonRow& a, const ComparisonRow& b) {
    return std::tie(b.documents, a.publisher) < std::tie(a.documents, b.publisher);
  });
  return shown(Result<Rows<ComparisonRow>>(page_of(std::move(rows), {})));
}

}  // namespace claimgraph::query::naive
