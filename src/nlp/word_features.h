#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace claimgraph::nlp {

// What the network sees of a word apart from its neighbours, as rows of its embedding tables. The trainer and the
// parser share this file: a model is only good with the features it was trained on.
//
// DO NOT CHANGE what is computed here without a new kModelVersion.
inline constexpr std::uint32_t kAffixRows = 8192;
inline constexpr std::uint32_t kShapeRows = 512;
inline constexpr std::uint32_t kContextRows = 8;  // in the shape table, behind the shapes
// Lists of words that a model knows to be parts of names; a word may be on several.
inline constexpr std::array<std::string_view, 7> kGazetteers = {"given_name",   "surname",           "place", "demonym",
                                                                "organisation", "organisation_head", "role"};
inline constexpr std::uint32_t kGazetteerRows = 1U << kGazetteers.size();  // in the shape table, behind the contexts
inline constexpr std::size_t kAffixesPerWord = 8;

// Rows of the affix table: the word as written, and the first one to three and last one to four code points of its key,
// each hashed with its kind. An affix longer than the word is the word.
using AffixRows = std::array<std::uint32_t, kAffixesPerWord>;

// The word as the vocabulary has it: lower case, every digit a zero, "`" and curly marks made straight.
std::string vocabulary_key(std::string_view word);
// REQUIRES: `key` is what vocabulary_key() gives for `word`.
AffixRows affix_rows(std::string_view word, std::string_view key);
std::uint32_t shape_row(std::string_view word);

// How a sentence uses capitals, which tells what a capital in it is worth.
enum class Capitals : std::uint8_t { usual, titled, upper, none };
Capitals capitals_of(std::span<const std::string_view> words);
// The row of the shape table that tells where a word stands.
std::uint32_t context_row(Capitals capitals, bool is_first);
// The row that tells on which lists a word stands: bit n of `lists` for the n-th of kGazetteers.
inline std::uint32_t gazetteer_row(std::uint32_t lists) { return kShapeRows + kContextRows + lists; }
inline constexpr std::uint32_t kLookRows = kShapeRows + kContextRows + kGazetteerRows;  // of the whole shape table

}  // namespace claimgraph::nlp
