#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "store/keys.h"
#include "store/seal.h"
#include "store/values.h"

namespace {

using namespace claimgraph;
using namespace claimgraph::store;

[[noreturn]] void broken(const char* what) {
  std::fprintf(stderr, "store_key_fuzz: broken: %s\n", what);
  std::abort();
}

// A key is refused or is exactly what its decoded form encodes to.
template <typename Key, typename Encode>
void check_key(const std::optional<Key>& key, std::string_view bytes, const Encode& encode) {
  if (key && encode(*key) != bytes) broken("a key is what its decoded form encodes to");
}

// A value is refused as corruption, with a reason, or is exactly what its decoded form encodes to.
template <typename Value, typename Encode>
void check_value(const Result<Value>& value, std::string_view bytes, const Encode& encode) {
  if (value && encode(*value) != bytes) broken("a value is what its decoded form encodes to");
  if (!value && value.error().code != ErrorCode::corruption) broken("a refused value is corruption");
  if (!value && value.error().message.empty()) broken("a refused value has a reason");
}

void check_seal(std::string_view bytes) {
  const auto seal = parse_seal(bytes);
  if (seal && dump(*seal) != bytes) broken("a seal is what its parsed form is written as");
  if (!seal && seal.error().code != ErrorCode::corruption && seal.error().code != ErrorCode::version) {
    broken("a refused seal is corruption or of another version");
  }
}

constexpr kg::DocumentId kDocument{0x0102030405060708};
constexpr kg::EntityId kEntity{0x1112131415161718};
constexpr kg::FactId kFact{kDocument, 3};

using Check = void (*)(std::string_view);
constexpr std::array<Check, 24> kChecks = {
    [](std::string_view b) { check_key(decode_document_key(b), b, encode_document_key); },
    [](std::string_view b) { check_key(decode_date_key(b), b, encode_date_key); },
    [](std::string_view b) { check_key(decode_entity_key(b), b, encode_entity_key); },
    [](std::string_view b) { check_key(decode_name_key(b), b, encode_name_key); },
    [](std::string_view b) { check_key(decode_fact_key(b), b, encode_fact_key); },
    [](std::string_view b) { check_key(decode_index_key(b), b, encode_index_key); },
    [](std::string_view b) { check_value(decode_format_version(b), b, encode_format_version); },
    [](std::string_view b) { check_value(decode_counts(b), b, encode_counts); },
    [](std::string_view b) { check_value(decode_document(kDocument, b), b, encode_document); },
    [](std::string_view b) { check_value(decode_text(b), b, encode_text); },
    [](std::string_view b) { check_value(decode_entity(kEntity, b), b, encode_entity); },
    [](std::string_view b) { check_value(decode_claim(kFact, b), b, encode_claim); },
    [](std::string_view b) { check_value(decode_stance(kFact, b), b, encode_stance); },
    check_seal,
    [](std::string_view b) { check_key(decode_pair_key(b), b, encode_pair_key); },
    [](std::string_view b) { check_key(decode_text_key(b), b, encode_text_key); },
    [](std::string_view b) { check_key(decode_link_key(b), b, encode_link_key); },
    [](std::string_view b) { check_value(decode_link(b), b, encode_link); },
    [](std::string_view b) { check_key(decode_sum_key(b), b, entity_prefix); },
    [](std::string_view b) { check_key(decode_alias_key(b), b, encode_alias_key); },
    [](std::string_view b) { check_value(decode_sum(b), b, encode_sum); },
    [](std::string_view b) { check_value(decode_alias(b), b, encode_alias); },
    [](std::string_view b) { check_value(decode_folded_name(b), b, encode_folded_name); },
    [](std::string_view b) {
      check_value(decode_note(b), b, [](const FactNote& note) { return encode_note(note, true); });
    },
};

}  // namespace

// The first byte chooses the codec ('a' is the first one, so that inputs can be typed), the rest is what it decodes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t choice = static_cast<std::uint8_t>(input.front() - 'a') % kChecks.size();
  kChecks[choice](input.substr(1));
  return 0;
}
