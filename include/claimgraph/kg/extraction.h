#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::kg {

// Places in the vectors of one Extraction; written "e1", "c1", "s1" in records, from 1.
enum class EntityIndex : std::uint32_t {};
enum class ClaimIndex : std::uint32_t {};

struct Mention {
  Span span;
  MentionKind kind = MentionKind::name;

  friend auto operator<=>(const Mention&, const Mention&) = default;
};

// Somebody or something that an article speaks of, with all the places where it does.
struct Entity {
  std::string name;  // canonical
  EntityType type = EntityType::other;
  std::vector<std::string> aliases;  // other names the article uses for it, without pronouns; sorted, distinct
  std::vector<Mention> mentions;     // in text order

  friend bool operator==(const Entity&, const Entity&) = default;
};

// Who says what: an attribution with its source resolved.
struct Claim {
  std::optional<EntityIndex> source;  // nothing when the text names nobody
  std::vector<Span> source_spans;
  std::vector<Span> cue_spans;
  std::vector<Span> content_spans;
  Form form = Form::indirect;
  std::optional<ClaimIndex> within;  // the claim that reports this one
  std::vector<EntityIndex> about;    // in order of first mention in the content
  Polarity polarity = Polarity::positive;
  Certainty certainty = Certainty::certain;
  std::string rule;
  double confidence = 0;  // 0 to 1

  friend bool operator==(const Claim&, const Claim&) = default;
};

// Who is for or against whom or what.
struct Stance {
  std::optional<EntityIndex> actor;  // nothing: the article's own voice
  Position position = Position::neutral;
  EntityIndex target{};
  std::optional<EntityIndex> according_to;  // whose words show it; nothing: the article's own voice
  std::optional<ClaimIndex> claim;          // the claim it was read from
  std::vector<Span> evidence_spans;         // at least one
  std::string rule;
  double confidence = 0;  // 0 to 1

  friend bool operator==(const Stance&, const Stance&) = default;
};

// An article as the graph knows it: what identifies and dates it, and the text that all spans count in.
struct Source {
  std::string id;
  std::string uri;
  std::string title;
  std::string publisher;
  std::string author;
  std::string published;  // "2025-10-24" or empty
  std::string language = "en";
  std::string text;
  std::vector<std::pair<std::string, std::string>> metadata;  // name and JSON value

  friend bool operator==(const Source&, const Source&) = default;
};

// All that was read out of one article.
struct Extraction {
  Source source;
  std::vector<Entity> entities;
  std::vector<Claim> claims;
  std::vector<Stance> stances;

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

}  // namespace claimgraph::kg
