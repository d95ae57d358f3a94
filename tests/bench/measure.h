#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace claimgraph::bench {

inline double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The median time of seven rounds of `work`, in seconds. `prepare` goes before each round and is not timed.
template <typename Prepare, typename Work>
double median_seconds(const Prepare& prepare, const Work& work) {
  constexpr std::size_t kRounds = 7;
  std::vector<double> times;
  for (std::size_t round = 0; round < kRounds; ++round) {
    prepare();
    const double begin = seconds_now();
    work();
    times.push_back(seconds_now() - begin);
  }
  std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
  return times[kRounds / 2];
}
template <typename Work>
double median_seconds(const Work& work) {
  return median_seconds([] {}, work);
}

// One figure as a JSON line; `peer` names what `ratio` compares with.
inline void print(std::string_view name, double value, std::string_view unit) {
  fmt::print("{{\"name\":\"{}\",\"value\":{:.6g},\"unit\":\"{}\",\"peer\":null,\"ratio\":null}}\n", name, value, unit);
}
inline void print(std::string_view name, double value, std::string_view unit, std::string_view peer, double ratio) {
  fmt::print("{{\"name\":\"{}\",\"value\":{:.6g},\"unit\":\"{}\",\"peer\":\"{}\",\"ratio\":{:.4g}}}\n", name, value,
             unit, peer, ratio);
}

}  // namespace claimgraph::bench
