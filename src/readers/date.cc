#include "readers/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <locale>
#include <sstream>
#include <vector>

#include <date/date.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::readers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The date in our form, when there is such a day in a year of four digits.
std::optional<std::string> shown(date::year_month_day day) {
  if (!day.ok() || day.year() < date::year{1000} || day.year() > date::year{9999}) return std::nullopt;
  return date::format(std::locale::classic(), "%F", day);
}

std::optional<std::string> of_digits(std::string_view digits) {
  const auto number = [&](std::size_t at, std::size_t size) {
    long long value = 0;
    std::from_chars(digits.data() + at, digits.data() + at + size, value);
    return value;
  };
  if (digits.size() == 8 || digits.size() == 14) {
    return shown(date::year{static_cast<int>(number(0, 4))} / static_cast<int>(number(4, 2)) /
                 static_cast<int>(number(6, 2)));
  }
  const bool seconds = digits.size() >= 9 && digits.size() <= 11;
  const bool milliseconds = digits.size() >= 12 && digits.size() <= 13;
  if (!seconds && !milliseconds) return std::nullopt;
  const std::chrono::seconds since(milliseconds ? number(0, digits.size()) / 1000 : number(0, digits.size()));
  return shown(date::floor<date::days>(date::sys_seconds(since)));
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A word as one spelling of it: "" for one that says nothing about the day.
std::string_view plain_word(std::string_view word) {
  if (word == "sept") return "sep";
  if (one_of(word, {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"})) return "";
  if (one_of(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})) return "";
  if (one_of(word, {"published", "updated", "posted", "on", "date", "at", "of", "the"})) return "";
  return word;
}

// Lower case; weekdays, ordinal endings, commas and the dots of abbreviations gone; words and numbers apart by one
// space where anything but a mark parted them.
std::string simplified(std::string_view written) {
  const std::string text = to_lower(written);
  std::string out;
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) {
      const std::string_view word = std::string_view(text).substr(at, end - at);
      const bool after_digit = at > 0 && is_digit(text[at - 1]);
      if (!(after_digit && one_of(word, {"st", "nd", "rd", "th"}))) out += plain_word(word);
      if (end < text.size() && text[end] == '.') ++end;
      at = end;
    } else if (one_of(text.substr(at, 1), {" ", ",", "\t", "\n", "\r"})) {
      space();
      ++at;
    } else if (text[at] == ':' && out.empty()) {
      ++at;  // "Published: 20 January 2024"
    } else {
      out.push_back(text[at++]);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Whether `rest`, which follows a date, is nothing or a time of day with whatever zone.
bool is_time_or_nothing(std::string_view rest) {
  if (rest.empty()) return true;
  if (!one_of(rest.substr(0, 1), {" ", "t", "z", "+", "|"})) return false;
  const bool known = std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view(" :.+-|()/").find(c) != std::string_view::npos;
  });
  const bool zone_only = rest[0] == 'z' || rest[0] == '+';
  const std::size_t digit = rest.find_first_of("0123456789");
  return known && (zone_only || (digit != std::string_view::npos && digit <= 4));
}

// The formats of date::from_stream, for simplified text; a space stands for any number of them.
constexpr std::array kFormats = {"%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %b %Y",
                                 "%b %d %Y", "%d-%b-%Y", "%d/%b/%Y", "%Y %b %d"};

std::optional<std::string> of_format(const std::string& text, const char* format) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  date::year_month_day day;
  if (!date::from_stream(in, format, day)) return std::nullopt;
  const auto end = in.eof() ? text.size() : static_cast<std::size_t>(in.tellg());
  if (!is_time_or_nothing(std::string_view(text).substr(end))) return std::nullopt;
  return shown(day);
}

// The numbers of `text` until something else than `between` parts them; at most four.
std::vector<int> leading_numbers(std::string_view text, char between, std::size_t& at) {
  std::vector<int> numbers;
  while (numbers.size() < 4) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc{} || !is_digit(text[at])) break;
    numbers.push_back(value);
    at = static_cast<std::size_t>(end - text.data());
    if (at == text.size() || text[at] != between) break;
    ++at;
  }
  return numbers;
}

// "20/01/2024" and "01/20/2024", where they cannot be mistaken for one another.
std::optional<std::string> of_slashes(std::string_view text) {
  for (const char between : {'/', '.', '-'}) {
    std::size_t at = 0;
    const std::vector<int> numbers = leading_numbers(text, between, at);
    if (numbers.size() != 3 || numbers[0] > 31 || numbers[1] > 31 || numbers[2] < 1000 ||
        !is_time_or_nothing(text.substr(at)))
      continue;
    const auto day_first = shown(date::year{numbers[2]} / numbers[1] / numbers[0]);
    const auto month_first = shown(date::year{numbers[2]} / numbers[0] / numbers[1]);
    if (day_first && month_first && day_first != month_first) return std::nullopt;
    return day_first ? day_first : month_first;
  }
  return std::nullopt;
}

// "20 jan 24 10:00:00 gmt": RFC 822 before it was given years of four digits.
std::optional<std::string> of_short_year(const std::string& text) {
  std::istringstream in(text);
  in.imbue(std::locale::classic());
  date::year_month_day day;
  if (!date::from_stream(in, "%d %b %y", day) || in.eof()) return std::nullopt;
  const std::string_view rest = std::string_view(text).substr(static_cast<std::size_t>(in.tellg()));
  if (!rest.starts_with(' ') || !is_time_or_nothing(rest)) return std::nullopt;
  return shown(day);
}

// "jan 20 10:00:00 2024" and "jan 20 10:00:00 utc 2024" as C's asctime() and date(1) write it.
std::optional<std::string> of_asctime(const std::string& text) {
  const std::size_t year = text.rfind(' ');
  if (year == std::string::npos || text.size() - year != 5 || text.find(':') == std::string::npos) return std::nullopt;
  const std::size_t day_end = text.find(' ', text.find(' ') + 1);
  return of_format(text.substr(0, day_end) + text.substr(year), "%b %d %Y");
}

}  // namespace

std::optional<std::string> parse_date(std::string_view written) {
  constexpr std::size_t kMostBytes = 80;  // no date is longer
  if (written.size() > kMostBytes) return std::nullopt;
  const std::string text = simplified(written);
  if (text.empty()) return std::nullopt;
  if (std::all_of(text.begin(), text.end(), is_digit)) return of_digits(text);
  if (text.size() > 8 && text[8] == 't' && std::all_of(text.begin(), text.begin() + 8, is_digit)) {
    return is_time_or_nothing(text.substr(8)) ? of_digits(text.substr(0, 8)) : std::nullopt;
  }
  for (const char* format : kFormats) {
    if (auto day = of_format(text, format)) return day;
  }
  if (auto day = of_slashes(text)) return day;
  if (auto day = of_short_year(text)) return day;
  return of_asctime(text);
}

}  // namespace claimgraph::readers
