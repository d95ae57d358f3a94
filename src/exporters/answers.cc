#include "claimgraph/exporters/answers.h"

#include <initializer_list>
#include <iterator>

#include <fmt/format.h>

#include "claimgraph/kg/vocabulary.h"
#include "exporters/document_text.h"

namespace claimgraph::exporters {
namespace {

std::vector<Column> columns(std::initializer_list<const char*> names) {
  std::vector<Column> out;
  for (const char* name : names) out.push_back({.name = name});
  return out;
}

template <typename Enum>
std::string spelled(Enum value) {
  return std::string(kg::spell(value));
}

constexpr const char* kDocumentColumns[] = {"document", "title", "publisher", "published", "uri"};

// Adds the columns that document_values() fills.
std::vector<Column> with_document(std::vector<Column> out) {
  for (const char* name : kDocumentColumns) out.push_back({.name = name});
  return out;
}

std::vector<Value> with_document(std::vector<Value> row, const query::DocumentRef& document) {
  row.insert(row.end(), {known(document.id), known(document.title), known(document.publisher),
                         known(document.published), known(document.uri)});
  return row;
}

Link title_of(const query::DocumentRef& document) { return {.text = name_of(document), .address = document.uri}; }

Value fact_or_nothing(const std::optional<kg::FactId>& claim) {
  return claim ? known(kg::dump_claim_id(*claim)) : Value{};
}

}  // namespace

Table table_of(std::span<const query::ClaimRow> rows) {
  Table table{.columns = with_document(columns({"id", "source", "cue", "content", "about", "form", "polarity",
                                                "certainty", "within", "rule", "confidence"}))};
  for (const auto& row : rows) {
    table.rows.push_back(with_document(
        {kg::dump_claim_id(row.id), known(row.source), row.cue, row.content, row.about, spelled(row.form),
         spelled(row.polarity), spelled(row.certainty), fact_or_nothing(row.within), row.rule, row.confidence},
        row.document));
  }
  return table;
}

Table table_of(std::span<const query::StanceRow> rows) {
  Table table{.columns = with_document(columns(
                  {"id", "actor", "position", "target", "according_to", "claim", "evidence", "rule", "confidence"}))};
  for (const auto& row : rows) {
    table.rows.push_back(
        with_document({kg::dump_stance_id(row.id), known(row.actor), spelled(row.position), row.target,
                       known(row.according_to), fact_or_nothing(row.claim), row.evidence, row.rule, row.confidence},
                      row.document));
  }
  return table;
}

Table table_of(std::span<const query::EntityRow> rows) {
  Table table{.columns = columns({"name", "type", "mentions", "documents", "claims_made", "claims_about",
                                  "stances_held", "stances_toward", "first_seen", "last_seen", "aliases"})};
  for (const auto& row : rows) {
    const auto& entity = row.entity;
    table.rows.push_back({entity.name, spelled(entity.type), entity.mentions, entity.documents, row.claims_made,
                          row.claims_about, row.stances_held, row.stances_toward, known(entity.first_seen),
                          known(entity.last_seen), entity.aliases});
  }
  return table;
}

Table table_of(std::span<const query::EdgeRow> rows) {
  Table table{
      .columns = with_document(columns({"path", "from", "kind", "to", "forward", "count", "weight", "quote", "fact"}))};
  for (const auto& row : rows) {
    table.rows.push_back(with_document({row.path == 0 ? Value{} : Value{std::uint64_t{row.path}}, row.from, row.kind,
                                        row.to, row.path == 0 ? Value{} : Value{row.forward}, std::uint64_t{row.count},
                                        row.weight, known(row.quote), known(row.fact)},
                                       row.document));
  }
  return table;
}

Table table_of(std::span<const query::ClusterRow> rows) {
  Table table{.columns = columns({"cluster", "entity", "type", "stability", "supports", "opposes"}), .grouped = true};
  table.columns[1].elastic = true;
  for (const auto& row : rows) {
    table.rows.push_back({std::uint64_t{row.cluster}, row.entity, row.type, row.stability, row.supports, row.opposes});
  }
  return table;
}

Table table_of(std::span<const query::CompanionRow> rows) {
  Table table{.columns = columns({"cluster", "entity", "type", "together"})};
  table.columns[1].elastic = true;
  for (const auto& row : rows) table.rows.push_back({std::uint64_t{row.cluster}, row.entity, row.type, row.together});
  return table;
}

Table table_of(std::span<const query::MeasureRow> rows) {
  Table table{.columns = columns({"entity", "type", "page_rank", "betweenness", "supports", "opposes", "others",
                                  "supported", "opposed", "mentioned", "triangles", "frustrated"})};
  table.columns.front().elastic = true;
  for (const auto& row : rows) {
    const auto& degree = row.degree;
    table.rows.push_back({row.entity, row.type, row.page_rank, row.betweenness, std::uint64_t{degree.supports},
                          std::uint64_t{degree.opposes}, std::uint64_t{degree.others}, std::uint64_t{degree.supported},
                          std::uint64_t{degree.opposed}, std::uint64_t{degree.mentioned}, row.triangles,
                          row.frustrated});
  }
  return table;
}

Table table_of(std::span<const query::TieRow> rows) {
  Table table{.columns = columns({"from", "to", "weight", "agreements", "conflicts"})};
  table.columns[0].elastic = true;
  table.columns[1].elastic = true;
  for (const auto& row : rows) table.rows.push_back({row.from, row.to, row.weight, row.agreements, row.conflicts});
  return table;
}

Table table_of(std::span<const query::TimelineRow> rows) {
  Table table{.columns = columns({"period", "documents", "claims", "supports", "opposes", "neutral"})};
  for (const auto& row : rows) {
    table.rows.push_back({known(row.period), row.documents, row.claims, row.supports, row.opposes, row.neutral});
  }
  return table;
}

Table table_of(std::span<const query::ComparisonRow> rows) {
  Table table{.columns = columns({"publisher", "documents", "claims_by", "claims_about", "supported", "opposed",
                                  "neutral", "supports", "opposes", "first", "last"})};
  table.columns.front().elastic = true;
  for (const auto& row : rows) {
    table.rows.push_back({known(row.publisher), row.documents, row.claims_by, row.claims_about, row.supported,
                          row.opposed, row.neutral, row.supports, row.opposes, known(row.first_date),
                          known(row.last_date)});
  }
  return table;
}

Table table_of(std::span<const query::ContradictionRow> rows) {
  Table table{.columns = with_document(columns({"contradiction", "actor", "target", "supports", "opposes", "id",
                                                "position", "according_to", "evidence", "rule", "confidence"}))};
  std::uint64_t number = 0;
  for (const auto& row : rows) {
    ++number;
    for (const auto* side : {&row.earlier, &row.later}) {
      table.rows.push_back(with_document(
          {number, row.actor, row.target, row.supports, row.opposes, kg::dump_stance_id(side->id),
           spelled(side->position), known(side->according_to), side->evidence, side->rule, side->confidence},
          side->document));
    }
  }
  return table;
}

Table table_of(const store::Stats& stats) {
  Table table{.columns = columns({"documents", "entities", "claims", "stances", "first_published", "last_published",
                                  "disk_bytes", "format_version"})};
  table.rows.push_back({stats.documents, stats.entities, stats.claims, stats.stances, known(stats.first_published),
                        known(stats.last_published), stats.disk_bytes, std::uint64_t{stats.format_version}});
  return table;
}

Table table_of(const query::Context& context) {
  Table table{.columns = with_document(columns({"before", "fact", "after"}))};
  table.rows.push_back(with_document({context.before, context.fact, context.after}, context.document));
  return table;
}

Table digest_of(std::span<const query::ClaimRow> rows) {
  Table table{.columns = columns({"source", "cue", "about", "content", "document", "published", "id"})};
  for (const auto& row : rows) {
    table.rows.push_back({known(row.source), row.cue, row.about, row.content, title_of(row.document),
                          known(row.document.published), kg::dump_claim_id(row.id)});
  }
  return table;
}

Table digest_of(std::span<const query::StanceRow> rows) {
  Table table{.columns = columns({"actor", "position", "target", "evidence", "document", "published", "id"})};
  for (const auto& row : rows) {
    table.rows.push_back({known(row.actor), spelled(row.position), row.target, row.evidence, title_of(row.document),
                          known(row.document.published), kg::dump_stance_id(row.id)});
  }
  return table;
}

Table digest_of(std::span<const query::EdgeRow> rows) {
  Table table{.columns = columns({"from", "kind", "to", "count", "quote", "document", "published", "fact"})};
  for (const auto& row : rows) {
    table.rows.push_back({row.from, row.kind, row.to, std::uint64_t{row.count}, known(row.quote),
                          title_of(row.document), known(row.document.published), known(row.fact)});
  }
  return table;
}

Table digest_of(std::span<const query::ComparisonRow> rows) {
  Table table{.columns = columns(
                  {"publisher", "documents", "by", "about", "supported", "opposed", "supports", "opposes", "last"})};
  table.columns.front().elastic = true;
  for (const auto& row : rows) {
    table.rows.push_back({known(row.publisher), row.documents, row.claims_by, row.claims_about, row.supported,
                          row.opposed, row.supports, row.opposes, known(row.last_date)});
  }
  return table;
}

Table digest_of(std::span<const query::MeasureRow> rows) {
  Table table{.columns = columns(
                  {"entity", "type", "rank", "between", "supports", "opposes", "supported", "opposed", "frustrated"})};
  table.columns.front().elastic = true;
  for (const auto& row : rows) {
    const auto& degree = row.degree;
    table.rows.push_back({row.entity, row.type, fmt::format("{:.4f}", row.page_rank),
                          fmt::format("{:.4f}", row.betweenness), std::uint64_t{degree.supports},
                          std::uint64_t{degree.opposes}, std::uint64_t{degree.supported}, std::uint64_t{degree.opposed},
                          fmt::format("{} of {}", row.frustrated, row.triangles)});
  }
  return table;
}

Table digest_of(std::span<const query::ContradictionRow> rows) {
  Table table{.columns = columns({"actor", "position", "target", "evidence", "document", "published", "id"})};
  for (const auto& row : rows) {
    for (const auto* side : {&row.earlier, &row.later}) {
      table.rows.push_back({row.actor, spelled(side->position), row.target, side->evidence, title_of(side->document),
                            known(side->document.published), kg::dump_stance_id(side->id)});
    }
  }
  return table;
}

Table digest_of(std::span<const query::EntityRow> rows) {
  Table table{.columns = columns({"name", "type", "mentions", "claims", "stances", "last_seen", "aliases"})};
  table.columns.front().elastic = true;
  table.columns.back().elastic = true;
  for (const auto& row : rows) {
    const auto& entity = row.entity;
    table.rows.push_back({entity.name, spelled(entity.type), entity.mentions, row.claims_made, row.stances_held,
                          known(entity.last_seen), entity.aliases});
  }
  return table;
}

}  // namespace claimgraph::exporters
