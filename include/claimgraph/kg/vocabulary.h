#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

// The closed vocabularies of the graph. Enumerators are spelled as in YAML and JSON.
namespace claimgraph::kg {

enum class EntityType { person, organisation, place, group, work, event, concept_, other };
enum class MentionKind { name, nominal, pronoun };
enum class Form { direct, indirect, mixed };
enum class Polarity { positive, negative };
enum class Certainty { certain, probable, possible, doubtful };
enum class Position { support, oppose, neutral };

// The spellings of an enumeration, in the order of its enumerators.
template <typename Enum>
struct Spelling;
template <>
struct Spelling<EntityType> {
  static constexpr std::array<std::string_view, 8> kNames = {"person", "organisation", "place",   "group",
                                                             "work",   "event",        "concept", "other"};
};
template <>
struct Spelling<MentionKind> {
  static constexpr std::array<std::string_view, 3> kNames = {"name", "nominal", "pronoun"};
};
template <>
struct Spelling<Form> {
  static constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
};
template <>
struct Spelling<Polarity> {
  static constexpr std::array<std::string_view, 2> kNames = {"positive", "negative"};
};
template <>
struct Spelling<Certainty> {
  static constexpr std::array<std::string_view, 4> kNames = {"certain", "probable", "possible", "doubtful"};
};
template <>
struct Spelling<Position> {
  static constexpr std::array<std::string_view, 3> kNames = {"support", "oppose", "neutral"};
};

// The spelling of `value`; lives forever.
template <typename Enum>
constexpr std::string_view spell(Enum value) {
  return Spelling<Enum>::kNames[static_cast<std::size_t>(value)];
}

// The enumerator spelled `name`, if there is one. The inverse of spell().
template <typename Enum>
constexpr std::optional<Enum> parse(std::string_view name) {
  for (std::size_t i = 0; i < Spelling<Enum>::kNames.size(); ++i) {
    if (Spelling<Enum>::kNames[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace claimgraph::kg
