#include "store/bytes.h"

#include <limits>

#include <fmt/format.h>

namespace claimgraph::store {
namespace {

constexpr int kVarintMaxBytes = 10;  // 64 bits, 7 a byte

template <typename Number>
void append_big_endian(std::string& out, Number value) {
  for (int shift = static_cast<int>(sizeof(value)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xFF));
  }
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = (value << 8) | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

void append_fixed32(std::string& out, std::uint32_t value) { append_big_endian(out, value); }
void append_fixed64(std::string& out, std::uint64_t value) { append_big_endian(out, value); }

void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}

void append_string(std::string& out, std::string_view value) {
  append_varint(out, value.size());
  out += value;
}

void ByteReader::refuse(std::string_view reason) {
  if (ok()) reason_ = fmt::format("{} before byte {} of {}", reason, at_, bytes_.size());
}

std::string_view ByteReader::take(std::size_t size) {
  if (size > bytes_.size() - at_) refuse("a number runs past the end");
  if (!ok()) return {};
  at_ += size;
  return bytes_.substr(at_ - size, size);
}

std::uint8_t ByteReader::byte() {
  const auto taken = take(1);
  return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken.front());
}

std::uint32_t ByteReader::fixed32() { return static_cast<std::uint32_t>(big_endian(take(4))); }
std::uint64_t ByteReader::fixed64() { return big_endian(take(8)); }

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (int i = 0; i < kVarintMaxBytes && ok(); ++i) {
    const std::uint8_t next = byte();
    const bool last = next < 0x80;
    if ((i == kVarintMaxBytes - 1 && next > 1) || (last && next == 0 && i > 0)) break;
    value |= std::uint64_t{next & 0x7FU} << (7 * i);
    if (last) return ok() ? value : 0;
  }
  refuse("a number is not written as it should be");
  return 0;
}

std::uint32_t ByteReader::varint32() {
  const std::uint64_t value = varint();
  if (value <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(value);
  refuse(fmt::format("the number {} is larger than 32 bits", value));
  return 0;
}

std::string_view ByteReader::string() {
  const std::uint64_t size = varint();
  if (size > bytes_.size() - at_) refuse(fmt::format("a string of {} bytes runs past the end", size));
  return ok() ? take(size) : std::string_view();
}

std::size_t ByteReader::count(std::size_t part_bytes) {
  const std::uint64_t value = varint();
  if (value <= (bytes_.size() - at_) / part_bytes) return ok() ? value : 0;
  refuse(fmt::format("a list of {} parts runs past the end", value));
  return 0;
}

std::string_view ByteReader::rest() { return take(bytes_.size() - at_); }

Status ByteReader::finish() {
  if (ok() && !at_end()) refuse(fmt::format("{} bytes too many", bytes_.size() - at_));
  if (ok()) return {};
  return fail({.code = ErrorCode::corruption, .message = reason_});
}

}  // namespace claimgraph::store
