#include "debate.h"

namespace claimgraph::exporters {
namespace {

using graph::EdgeKind;
using graph::VertexId;
using kg::EntityType;

constexpr kg::DocumentId kDocument{0x0123456789abcdef};

query::DocumentRef harbour() {
  return {.id = "a1",
          .uri = "https://example.org/a?id=1&lang=en",
          .title = "Harbour plan splits council",
          .publisher = "The Courier",
          .published = "2025-10-24"};
}

query::DocumentRef untitled() { return {.id = "notes.txt"}; }

graph::Edge edge(std::uint32_t from, std::uint32_t to, EdgeKind kind, std::uint32_t count, double weight) {
  return {.from = VertexId{from}, .to = VertexId{to}, .kind = kind, .count = count, .weight = weight};
}

}  // namespace

std::vector<query::ClaimRow> claim_rows() {
  return {{.id = {kDocument, 0},
           .source = "Mara Lindqvist",
           .cue = "has repeatedly said",
           .content = "“The harbour plan,\nif it is one, costs 3 % more | every year”",
           .about = {"harbour plan", "Port Authority"},
           .form = kg::Form::direct,
           .rule = "en/attribution/said-that",
           .confidence = 0.93,
           .document = harbour()},
          {.id = {kDocument, 1},
           .source = "Tomás Ó Briain",
           .cue = ":",
           .content = "‘We were first’",
           .about = {"Port Authority"},
           .rule = "en/attribution/headline",
           .confidence = 0.8,
           .document = untitled()},
          {.id = {kDocument, 11},
           .cue = "denied",
           .content = "that *anybody* was asked",
           .form = kg::Form::indirect,
           .polarity = kg::Polarity::negative,
           .certainty = kg::Certainty::possible,
           .within = kg::FactId{kDocument, 0},
           .rule = "en/attribution/denied",
           .confidence = 0.5,
           .document = untitled()}};
}

std::vector<query::StanceRow> stance_rows() {
  return {{.id = {kDocument, 0},
           .actor = "Mara Lindqvist",
           .position = kg::Position::oppose,
           .target = "harbour plan",
           .according_to = "Mara Lindqvist",
           .claim = kg::FactId{kDocument, 0},
           .evidence = "“The harbour plan, if it is one, costs 3 % more every year”",
           .rule = "en/stance/costs",
           .confidence = 0.81,
           .document = harbour()},
          {.id = {kDocument, 1},
           .position = kg::Position::support,
           .target = "Port Authority",
           .according_to = "Tomás Ó Briain",
           .evidence = "a sound piece of work",
           .rule = "en/stance/praise",
           .confidence = 0.6,
           .document = untitled()}};
}

std::vector<query::EntityRow> entity_rows() {
  return {{.entity = {.id = kg::EntityId{1},
                      .name = "Mara Lindqvist",
                      .type = EntityType::person,
                      .aliases = {"Councillor Lindqvist", "Lindqvist", "the leader of the opposition in the council"},
                      .mentions = 42,
                      .documents = 7,
                      .first_seen = "2025-01-03",
                      .last_seen = "2025-10-24"},
           .claims_made = 12,
           .claims_about = 3,
           .stances_held = 5,
           .stances_toward = 1},
          {.entity = {.id = kg::EntityId{2}, .name = "港湾局", .type = EntityType::organisation, .mentions = 3}}};
}

std::vector<query::EdgeRow> path_rows() {
  return {{.from = "Mara Lindqvist",
           .kind = "oppose",
           .to = "harbour plan",
           .count = 3,
           .weight = 2.4,
           .quote = "it costs too much",
           .fact = "s:0123456789abcdef:1",
           .document = harbour(),
           .path = 1},
          {.from = "Port Authority",
           .kind = "claim",
           .to = "harbour plan",
           .count = 1,
           .weight = 0.9,
           .quote = "it will be built",
           .fact = "c:0123456789abcdef:4",
           .document = untitled(),
           .path = 1,
           .forward = false}};
}

std::vector<query::ClusterRow> cluster_rows() {
  return {{.cluster = 1, .entity = "Mara Lindqvist", .type = "person", .stability = 1, .supports = 4, .opposes = 0},
          {.cluster = 1, .entity = "dockers", .type = "group", .stability = 0.875, .supports = 2, .opposes = 1},
          {.cluster = 2, .entity = "Port Authority", .type = "organisation", .stability = 1, .supports = 1}};
}

std::vector<query::CompanionRow> companion_rows() {
  return {{.cluster = 1, .entity = "dockers", .type = "group", .together = 0.9},
          {.cluster = 2, .entity = "港湾局", .type = "organisation", .together = 0.1}};
}

std::vector<query::TimelineRow> timeline_rows() {
  return {{.period = "2025-W43", .documents = 12, .claims = 30, .supports = 4, .opposes = 11, .neutral = 2},
          {.period = "", .documents = 1, .claims = 1}};
}

std::vector<query::ContradictionRow> contradiction_rows() {
  const auto stances = stance_rows();
  query::StanceRow later = stances.front();
  later.position = kg::Position::support;
  later.evidence = "I have always wanted this plan";
  later.document = untitled();
  return {{.actor = "Mara Lindqvist",
           .target = "harbour plan",
           .supports = 1,
           .opposes = 3,
           .earlier = stances.front(),
           .later = later}};
}

std::vector<query::ComparisonRow> comparison_rows() {
  return {{.publisher = "The Courier",
           .documents = 14,
           .claims_by = 9,
           .claims_about = 21,
           .supported = 1,
           .opposed = 8,
           .neutral = 2,
           .supports = 0,
           .opposes = 4,
           .first_date = "2025-01-03",
           .last_date = "2025-10-24"},
          {.publisher = "", .documents = 1, .claims_about = 1}};
}

std::vector<query::TieRow> tie_rows() {
  return {{.from = "Mara Lindqvist", .to = "dockers", .weight = 2.5, .agreements = 3, .conflicts = 1},
          {.from = "Mara Lindqvist", .to = "港湾局", .weight = -1, .agreements = 0, .conflicts = 1}};
}

std::vector<query::MeasureRow> measure_rows() {
  return {{.entity = "Mara Lindqvist",
           .type = "person",
           .page_rank = 0.3125,
           .betweenness = 0.125,
           .degree = {.supports = 2, .opposes = 3, .others = 4, .supported = 1, .opposed = 5, .mentioned = 6},
           .triangles = 4,
           .frustrated = 1},
          {.entity = "港湾局", .type = "organisation", .page_rank = 0.03}};
}

query::GraphResult debate() {
  std::vector<graph::Vertex> vertices = {
      {kg::EntityId{0x1001}, "Mara Lindqvist", EntityType::person},
      {kg::EntityId{0x1002}, "dockers & their \"union\"", EntityType::group},
      {kg::EntityId{0x1003}, "Port Authority of the Eastern <Harbour>", EntityType::organisation},
      {kg::EntityId{0x1004}, "harbour plan", EntityType::concept_},
      {kg::EntityId{0x1005}, "C:\\New\\Notes", EntityType::work},
      {kg::EntityId{0x1006}, "港湾局", EntityType::place},
  };
  std::vector<graph::Edge> edges = {
      edge(0, 1, EdgeKind::support, 4, 3.5),  edge(0, 3, EdgeKind::oppose, 8, 6.25),
      edge(2, 3, EdgeKind::support, 1, 0.75), edge(0, 2, EdgeKind::claim, 2, 1.5),
      edge(4, 0, EdgeKind::neutral, 1, 0.5),
  };
  graph::Clustering clusters{
      .cluster_of = {0, 0, 1, 1, 2, 3}, .count = 4, .quality = 0.5, .stability = {1, 1, 0.9, 0.9, 1, 1}};
  // A fact an edge, with the number of where the edge begins.
  graph::Evidence evidence{.first = {0}};
  for (const auto& link : edges) {
    evidence.facts.push_back({.document = kDocument, .index = static_cast<std::uint32_t>(link.from)});
    evidence.first.push_back(static_cast<std::uint32_t>(evidence.facts.size()));
  }
  return {.view = graph::View(std::move(vertices), std::move(edges), std::move(evidence)),
          .clusters = std::move(clusters),
          .evidence = {{.quote = "we stand together",
                        .fact = "s:0123456789abcdef:0",
                        .document = harbour(),
                        .documents = {"a1", "notes.txt"},
                        .first_date = "2025-01-03",
                        .last_date = "2025-03-03"},
                       {.quote = "“no” & <never>\\",
                        .document = {.id = "minutes",
                                     .uri = "file:///home/mara/minutes.txt",
                                     .title = "Minutes of \"the\" council\\",
                                     .published = "2025-02-01"},
                        .documents = {"minutes"},
                        .first_date = "2025-02-01",
                        .last_date = "2025-02-01"},
                       {},
                       {.quote = "they, \"the port\", said so",
                        .document = {.id = "x", .uri = "HTTP://x.example/%22?a=\"b\"", .publisher = "X & <Y>"},
                        .documents = {"x"},
                        .first_date = "2025-10-24",
                        .last_date = "2025-10-24"},
                       {.quote = "line one\nline two", .document = untitled(), .documents = {"notes.txt"}}},
          .edges_total = 8};
}

query::GraphResult ring(std::size_t edges) {
  std::vector<graph::Vertex> vertices;
  std::vector<graph::Edge> links;
  for (std::size_t i = 0; i < edges; ++i) {
    vertices.push_back({kg::EntityId{i + 1}, "entity", EntityType::other});
    links.push_back(
        edge(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>((i + 1) % edges), EdgeKind::support, 1, 1));
  }
  return {.view = graph::View(std::move(vertices), std::move(links)), .clusters = {}, .edges_total = edges};
}

}  // namespace claimgraph::exporters
