#include "store/values.h"

#include <limits>

#include <doctest/doctest.h>

#include "store/bytes.h"

namespace claimgraph::store {
namespace {

constexpr kg::DocumentId kDocument{0xFEDCBA9876543210};
constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();

DocumentRow document_row() {
  return {.fact = {.id = kDocument,
                   .name = "a/1",
                   .uri = "https://example.org/1",
                   .title = std::string(200, 't'),  // a size of two bytes
                   .publisher = "Harbour Post",
                   .author = "",
                   .published = "2025-03-01",
                   .language = "en",
                   .metadata = {{"section", "\"World\""}, {"", ""}},
                   .fingerprint = std::string("\0\xFF", 2),
                   .entities = 2,
                   .claims = 300,
                   .stances = kMax},
          .entities = {kg::EntityId{1}, kg::EntityId{~std::uint64_t{0}}}};
}

EntityRow entity_row() {
  return {.fact = {.id = kg::EntityId{7},
                   .name = "Ana Vela",
                   .type = kg::EntityType::other,
                   .aliases = {"", "Vela", "the minister"},
                   .mentions = {{{0, 8}, kg::MentionKind::name}, {{9, 300}, kg::MentionKind::pronoun}}},
          .published = "2025-03-01"};
}

kg::ClaimFact claim() {
  return {.id = {kDocument, 3},
          .source = kg::EntityId{7},
          .about = {kg::EntityId{9}, kg::EntityId{8}},
          .within = kg::FactId{kDocument, kMax},
          .form = kg::Form::mixed,
          .polarity = kg::Polarity::negative,
          .certainty = kg::Certainty::doubtful,
          .confidence = 0.93,
          .rule = "en/said-that",
          .source_spans = {{0, 4}},
          .cue_spans = {{5, 9}, {200, 200}},
          .content_spans = {{kMax - 1, kMax}, {0, kMax}},
          .cue = "said … ",
          .content = "no"};
}

kg::StanceFact stance() {
  return {.id = {kDocument, 4},
          .actor = kg::EntityId{7},
          .position = kg::Position::oppose,
          .target = kg::EntityId{8},
          .according_to = kg::EntityId{9},
          .claim = kg::FactId{kDocument, 0},
          .confidence = 1,
          .rule = "en/condemns",
          .evidence_spans = {{1, 2}, {3, 4}},
          .evidence = "a … b"};
}

// Whatever `bytes` are: they are refused as corruption, or they are what their value encodes to.
template <typename Encode, typename Decode>
void check_bytes(const std::string& bytes, const Encode& encode, const Decode& decode) {
  const auto value = decode(bytes);
  if (value) {
    CHECK(encode(*value) == bytes);
  } else {
    CHECK(value.error().code == ErrorCode::corruption);
    CHECK_FALSE(value.error().message.empty());
  }
}

template <typename Value, typename Encode, typename Decode>
void check_value(const Value& value, const Encode& encode, const Decode& decode) {
  const std::string bytes = encode(value);
  const auto back = decode(bytes);
  REQUIRE(back.has_value());
  const bool round_trip = *back == value;
  CHECK(round_trip);
  for (std::size_t size = 0; size < bytes.size(); ++size) check_bytes(bytes.substr(0, size), encode, decode);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    check_bytes(flipped, encode, decode);
  }
}

const auto decode_this_document = [](std::string_view bytes) { return decode_document(kDocument, bytes); };
const auto decode_this_entity = [](std::string_view bytes) { return decode_entity(kg::EntityId{7}, bytes); };
const auto decode_this_claim = [](std::string_view bytes) { return decode_claim({kDocument, 3}, bytes); };
const auto decode_this_stance = [](std::string_view bytes) { return decode_stance({kDocument, 4}, bytes); };

TEST_CASE("values: round trip; cut and flipped bytes are refused or mean themselves") {
  check_value(std::uint32_t{300}, encode_format_version, decode_format_version);
  check_value(Counts{1, 200, 3, std::numeric_limits<std::uint64_t>::max(), 0}, encode_counts, decode_counts);
  check_value(document_row(), encode_document, decode_this_document);
  check_value(entity_row(), encode_entity, decode_this_entity);
  check_value(claim(), encode_claim, decode_this_claim);
  check_value(stance(), encode_stance, decode_this_stance);
  check_value(std::string("text\0text", 9), encode_text, decode_text);
  check_value(kg::Link{kg::LinkKind::split, {{"Ana Vela", kg::EntityType::person}, {}}}, encode_link, decode_link);
}

TEST_CASE("values: nothing but defaults") {
  check_value(DocumentRow{.fact = {.id = kDocument}}, encode_document, decode_this_document);
  check_value(EntityRow{.fact = {.id = kg::EntityId{7}}}, encode_entity, decode_this_entity);
  check_value(kg::ClaimFact{.id = {kDocument, 3}}, encode_claim, decode_this_claim);
  check_value(kg::StanceFact{.id = {kDocument, 4}}, encode_stance, decode_this_stance);
  check_value(std::string(), encode_text, decode_text);
  check_value(Counts{}, encode_counts, decode_counts);
}

TEST_CASE("values: what is wrong and where") {
  const std::string short_entity = encode_entity({.fact = {.name = "Tarn"}});
  const auto changed = [](std::string bytes, std::size_t at, char to) {
    bytes[at] = to;
    return bytes;
  };
  struct Case {
    std::string bytes;
    const char* message;
  };
  // 02 | 04 "Tarn" | 07 type | 00 aliases | 00 mentions | 00 published
  const Case kCases[] = {
      {"", "a number runs past the end before byte 0 of 0"},
      {changed(short_entity, 0, '\1'), "value version 1 instead of 2 before byte 1 of 10"},
      {changed(short_entity, 1, '\x7F'), "a string of 127 bytes runs past the end before byte 2 of 10"},
      {changed(short_entity, 6, '\x8'), "the kind 8 where there are 8 before byte 7 of 10"},
      {changed(short_entity, 7, '\x9'), "a list of 9 parts runs past the end before byte 8 of 10"},
      {changed(short_entity, 9, '\x80') + std::string(1, '\0'),
       "a number is not written as it should be before byte 11 of 11"},
      {short_entity + "x", "1 bytes too many before byte 10 of 11"},
      {encode_entity({.fact = {.name = "Tarn", .aliases = {"b", "a"}}}), "a list out of order before byte 12 of 14"},
      {encode_entity({.fact = {.name = "Tarn", .aliases = {"a", "a"}}}), "a list out of order before byte 12 of 14"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.message);
    const auto value = decode_this_entity(c.bytes);
    REQUIRE_FALSE(value.has_value());
    CHECK(value.error() == Error{.code = ErrorCode::corruption, .message = c.message});
  }
}

TEST_CASE("values: confidences and spans that no fact has") {
  const auto message_of = [](const kg::StanceFact& wrong) {
    const auto value = decode_this_stance(encode_stance(wrong));
    return value ? std::string() : value.error().message;
  };
  for (const double confidence : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    kg::StanceFact wrong = stance();
    wrong.confidence = confidence;
    CHECK(message_of(wrong) == "a confidence that is not from 0 to 1 before byte 37 of 62");
  }
  kg::StanceFact wrong = stance();
  wrong.evidence_spans = {{kMax, 3}};
  CHECK(message_of(wrong) == "a span that ends after 32 bits before byte 56 of 64");
}

TEST_CASE("varint: one way to write a number") {
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) {
    std::string bytes;
    append_varint(bytes, number);
    ByteReader in(bytes);
    CHECK(in.varint() == number);
    CHECK(in.finish().has_value());
  }
  using namespace std::string_literals;
  for (const std::string& bytes : {"\x80\0"s, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\2"s, std::string(11, '\x80')}) {
    ByteReader in(bytes);
    CHECK(in.varint() == 0);
    CHECK_FALSE(in.ok());
  }
}

}  // namespace
}  // namespace claimgraph::store
