#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

// The building blocks of keys and values.
//   fixed32, fixed64 := big-endian, so that byte order is numeric order
//   varint           := 7 bits a byte, lowest first, the high bit set on all bytes but the last; as short as possible
//   string           := varint(size) byte*
// DO NOT CHANGE without a new kFormatVersion: these bytes are on disk.
namespace claimgraph::store {

void append_fixed32(std::string& out, std::uint32_t value);
void append_fixed64(std::string& out, std::uint64_t value);
void append_varint(std::string& out, std::uint64_t value);
void append_string(std::string& out, std::string_view value);

// Takes building blocks off the front of some bytes, never past their end. The first thing that is wrong is kept, and
// everything read after it is zero or empty; finish() tells. Views given out live as long as the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte();
  std::uint32_t fixed32();
  std::uint64_t fixed64();
  std::uint64_t varint();
  // A varint of at most 32 bits.
  std::uint32_t varint32();
  std::string_view string();
  // The number of parts that follow, each at least `part_bytes` long: never more than there are bytes for.
  std::size_t count(std::size_t part_bytes = 1);
  std::string_view rest();

  bool ok() const { return reason_.empty(); }
  bool at_end() const { return at_ == bytes_.size(); }
  // Says that what was just read is wrong; only the first reason is kept.
  void refuse(std::string_view reason);
  // Nothing when everything was right and all bytes were taken; else `corruption` with the reason and the offset.
  Status finish();

 private:
  std::string_view take(std::size_t size);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string reason_;
};

}  // namespace claimgraph::store
