#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/exporters/answers.h"
#include "claimgraph/kg/vocabulary.h"
#include "exporters/document_text.h"

namespace claimgraph::exporters {
namespace {

std::string verb_of(kg::Position position) {
  switch (position) {
    case kg::Position::support: return "supports";
    case kg::Position::oppose: return "opposes";
    case kg::Position::neutral: return "is neutral on";
  }
  return {};
}

std::string verb_of(std::string_view kind) {
  if (kind == "claim") return "speaks of";
  const auto position = kg::parse<kg::Position>(kind);
  return position ? verb_of(*position) : std::string(kind);
}

// A headline's cue may be its colon alone.
bool has_words(std::string_view cue) {
  return std::any_of(cue.begin(), cue.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;  // part of a letter beyond ASCII, or one within
  });
}

// "said" of "said:", which would be one more mark between dashes.
std::string_view without_end_mark(std::string_view cue) {
  if (cue.ends_with(':') || cue.ends_with(',')) cue.remove_suffix(1);
  return cue;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string place_of(const query::DocumentRef& document, std::string_view fact) {
  return listed({name_of(document), document.publisher, document.published, fact});
}

std::string heading_of(const query::ClaimRow& row) {
  std::string out = row.source.empty() ? "(nobody named)" : row.source;
  if (has_words(row.cue)) out += fmt::format(" — {}", without_end_mark(row.cue));
  if (!row.about.empty()) out += fmt::format(" — {}", fmt::join(row.about, ", "));
  if (row.certainty != kg::Certainty::certain) out += fmt::format(" ({})", kg::spell(row.certainty));
  return out;
}

std::string heading_of(const query::StanceRow& row) {
  std::string out =
      fmt::format("{} — {} — {}", row.actor.empty() ? "(the article)" : row.actor, verb_of(row.position), row.target);
  if (row.according_to != row.actor) {
    out += fmt::format(" (according to {})", row.according_to.empty() ? "the article" : row.according_to);
  }
  return out;
}

Card card_of(const query::StanceRow& row) {
  return {.heading = heading_of(row),
          .quote = row.evidence,
          .source = fmt::format("{} [{}, {:.2f}]", place_of(row.document, kg::dump_stance_id(row.id)), row.rule,
                                row.confidence)};
}

// Of each path, by number: "path 1: A → B → C".
std::map<std::uint32_t, std::string> routes_of(std::span<const query::EdgeRow> rows) {
  std::map<std::uint32_t, std::string> routes;
  for (const auto& row : rows) {
    std::string& route = routes[row.path];
    if (route.empty()) route = fmt::format("path {}: {}", row.path, row.forward ? row.from : row.to);
    route += " → " + (row.forward ? row.to : row.from);
  }
  return routes;
}

}  // namespace

std::vector<Card> cards_of(std::span<const query::ClaimRow> rows) {
  std::vector<Card> cards;
  for (const auto& row : rows) {
    cards.push_back({.heading = heading_of(row),
                     .quote = row.content,
                     .source = fmt::format("{} [{}, {:.2f}]", place_of(row.document, kg::dump_claim_id(row.id)),
                                           row.rule, row.confidence)});
  }
  return cards;
}

std::vector<Card> cards_of(std::span<const query::EntityRow> rows) {
  std::vector<Card> cards;
  for (const auto& row : rows) {
    const auto& entity = row.entity;
    std::string counts =
        fmt::format("{} in {}", counted(entity.mentions, "mention"), counted(entity.documents, "document"));
    if (!entity.first_seen.empty()) counts += fmt::format(", {} to {}", entity.first_seen, entity.last_seen);
    cards.push_back(
        {.heading = fmt::format("{} — {}", entity.name, kg::spell(entity.type)),
         .quote = entity.aliases.empty() ? "" : fmt::format("also {}", fmt::join(entity.aliases, ", ")),
         .source = fmt::format("{}; {} made, {} about; {} held, {} toward", counts, counted(row.claims_made, "claim"),
                               row.claims_about, counted(row.stances_held, "stance"), row.stances_toward)});
  }
  return cards;
}

std::vector<Card> cards_of(std::span<const query::StanceRow> rows) {
  std::vector<Card> cards;
  for (const auto& row : rows) cards.push_back(card_of(row));
  return cards;
}

std::vector<Card> cards_of(std::span<const query::ContradictionRow> rows) {
  std::vector<Card> cards;
  for (const auto& row : rows) {
    for (const auto* side : {&row.earlier, &row.later}) {
      cards.push_back(card_of(*side));
      cards.back().section =
          fmt::format("{} on {}: {} for, {} against", row.actor, row.target, row.supports, row.opposes);
    }
  }
  return cards;
}

std::vector<Card> cards_of(std::span<const query::EdgeRow> rows) {
  std::vector<Card> cards;
  const auto routes = routes_of(rows);
  for (const auto& row : rows) {
    const std::string times = row.count > 1 ? fmt::format(" ({} times)", row.count) : "";
    cards.push_back({.heading = fmt::format("{} — {} — {}{}", row.from, verb_of(row.kind), row.to, times),
                     .quote = row.quote,
                     .source = place_of(row.document, row.fact),
                     .section = row.path == 0 ? "" : routes.at(row.path)});
  }
  return cards;
}

}  // namespace claimgraph::exporters
