#include "pattern/shared_checks.h"

#include <fmt/format.h>

namespace claimgraph::pattern {
namespace {

// What a comparison compares, spelled. Its numbers are those of shared checks.
std::string spelled(const Check& check, const Symbol* values) {
  std::string out =
      fmt::format("{} {} {} {} {} {} {} {} {}", static_cast<int>(check.kind), static_cast<int>(check.field),
                  static_cast<std::uint32_t>(check.name), check.length.min, check.length.max,
                  static_cast<int>(check.comparison), check.number, check.regex, check.features);
  for (std::uint32_t i = check.begin; i < check.end; ++i) {
    out += fmt::format(" {}", static_cast<std::uint32_t>(values[i]));
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> SharedChecks::add(const Checks& checks) {
  std::vector<std::uint32_t> out;
  const auto moved = [&](std::uint32_t check) { return check >= Check::kFails ? check : out[check]; };
  for (Check check : checks.all) {
    check.next[0] = moved(check.next[0]);
    check.next[1] = moved(check.next[1]);
    check.features = moved(check.features);
    const bool matches = check.kind == Check::Kind::field_matches || check.kind == Check::Kind::feature_matches;
    if (matches) check.regex = add(checks.regexes[check.regex]);
    out.push_back(add(check, checks));
  }
  return out;
}

std::uint32_t SharedChecks::add(const Check& check, const Checks& from) {
  const auto number = static_cast<std::uint32_t>(checks_.all.size());
  const std::string compares = spelled(check, from.symbols.data());
  const auto [known, is_new] =
      known_.try_emplace(fmt::format("{} ? {} {}", compares, check.next[0], check.next[1]), number);
  if (!is_new) return known->second;
  checks_.add(check, std::span(from.symbols).subspan(check.begin, check.end - check.begin));
  checks_.same.back() = first_.try_emplace(compares, number).first->second;
  return number;
}

std::uint32_t SharedChecks::add(const checked::Regex& regex) {
  const auto number = static_cast<std::uint32_t>(checks_.regexes.size());
  const auto key = fmt::format("{} {}", regex->options().case_sensitive() ? "/" : "/i", regex->pattern());
  const auto [known, is_new] = regexes_.try_emplace(key, number);
  if (is_new) checks_.regexes.push_back(regex);
  return known->second;
}

}  // namespace claimgraph::pattern
