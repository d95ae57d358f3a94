#include "pattern/check.h"

namespace claimgraph::pattern {

std::uint32_t Checks::add(Check check, std::span<const Symbol> values) {
  const auto number = static_cast<std::uint32_t>(all.size());
  check.begin = static_cast<std::uint32_t>(symbols.size());
  symbols.insert(symbols.end(), values.begin(), values.end());
  check.end = static_cast<std::uint32_t>(symbols.size());
  check.sieve = kNone;
  if (values.size() > kFewValues) {
    check.sieve = static_cast<std::uint32_t>(sieves.size());
    Sieve& sieve = sieves.emplace_back();
    for (const Symbol value : values) {
      const std::uint32_t rest = static_cast<std::uint32_t>(value) % kSieve;
      sieve[rest / 64] |= std::uint64_t{1} << (rest % 64);
    }
  }
  all.push_back(check);
  same.push_back(number);
  return number;
}

}  // namespace claimgraph::pattern
