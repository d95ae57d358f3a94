#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "cli/options.h"

namespace claimgraph::cli {
namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::optional<unsigned> digits(std::string_view text, std::size_t count) {
  if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return number_in<unsigned>(text);
}

bool is_date(std::string_view text) {
  if (!digits(text.substr(0, 4), 4)) return false;
  if (text.size() == 4) return true;
  if (text.size() != 7 && text.size() != 10) return false;
  const auto month = digits(text.substr(5, 2), 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return false;
  if (text.size() == 7) return true;
  const auto day = digits(text.substr(8), 2);
  return text[7] == '-' && day && *day >= 1 && *day <= 31;
}

}  // namespace

std::string check_count(const std::string& written) {
  if (number_in<std::size_t>(written)) return {};
  return fmt::format("'{}' is not a whole number from 0", written);
}

std::string check_share(const std::string& written) {
  const auto value = number_in<double>(written);
  if (value && *value >= 0 && *value <= 1) return {};
  return fmt::format("'{}' is not a number from 0 to 1", written);
}

std::string check_positive(const std::string& written) {
  const auto value = number_in<double>(written);
  if (value && *value > 0 && std::isfinite(*value)) return {};
  return fmt::format("'{}' is not a number above 0", written);
}

std::string check_date(const std::string& written) {
  if (is_date(written)) return {};
  return fmt::format("'{}' is not a date such as 2025, 2025-10 or 2025-10-24", written);
}

}  // namespace claimgraph::cli
