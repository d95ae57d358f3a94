#include "text/web.h"

#include <algorithm>

#include "text/character.h"
#include "text/word_set.h"

namespace claimgraph::text {
namespace {

constexpr std::size_t kMaxLocalPart = 64;  // of an e-mail address (RFC 5321, 4.5.3.1.1)
constexpr std::size_t kMaxDomain = 255;    // of a domain name (RFC 1035, 2.3.4)

constexpr auto kTopLevelDomains =
    word_set("ai", "app", "au", "biz", "br", "ca", "ch", "cn", "co", "com", "cz", "de", "edu", "es", "eu", "fr", "gov",
             "hu", "ie", "il", "in", "info", "int", "io", "ir", "it", "jp", "kr", "me", "mil", "mx", "net", "news",
             "nl", "nz", "org", "pl", "ru", "se", "sk", "st", "tr", "tv", "ua", "uk", "us", "za");

constexpr auto kEmoticons =
    word_set(":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":-p", ":/", ":-/", ":o", ":O",
             "=)", "=(", "=D", "(:", "):", ":'(", ":|", "^_^", "<3", "XD", ":))");

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_alnum(char c) { return c < 0x7F && c > 0 && is_word(kind_of(static_cast<char32_t>(c))); }

bool starts_with_folded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && FoldedWord(text.substr(0, lower.size())).view() == lower;
}

// Where the run of characters that may stand in a URL ends, its own final punctuation left out.
std::size_t url_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::ptrdiff_t open = 0;  // brackets opened and not closed
  for (Character c = character_at(text, end); c.kind != CharKind::space; c = character_at(text, end)) {
    const bool quoting = c.value < 0x80 ? is_one_of(static_cast<char>(c.value), "<>\"{}|\\^`")
                                        : c.kind == CharKind::other;  // curly marks, dashes, bad bytes
    if (quoting) break;
    open += c.value == '(' ? 1 : c.value == ')' ? -1 : 0;
    end += c.size;
  }
  while (end > at) {
    const char last = text[end - 1];
    if (last == ')' && open >= 0) break;
    if (!is_one_of(last, ".,;:!?')]*")) break;
    if (last == ')') ++open;
    --end;
  }
  return end;
}

bool starts_url(std::string_view rest) {
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www.", "mailto:"}) {
    if (starts_with_folded(rest, scheme)) {
      return is_word(character_at(rest, scheme.size()).kind);
    }
  }
  return false;
}

// "example.org/path": a domain name that a path follows.
bool starts_bare_url(std::string_view rest) {
  std::size_t end = 0;
  std::size_t label = 0;
  while (end < std::min(rest.size(), kMaxLocalPart) && (is_alnum(rest[end]) || rest[end] == '.')) {
    if (rest[end++] == '.') label = end;
  }
  return label > 1 && end < rest.size() && rest[end] == '/' &&
         kTopLevelDomains.contains(FoldedWord(rest.substr(label, end - label)).view());
}

std::size_t name_end(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); is_word(c.kind) || (c.size > 0 && c.value == '_');
       c = character_at(text, at))
    at += c.size;
  return at;
}

std::size_t emoticon_end(std::string_view text, std::size_t at) {
  for (std::size_t size = 3; size >= 2; --size) {
    if (at + size > text.size() || !kEmoticons.contains(text.substr(at, size))) continue;
    if (!is_word(character_at(text, at + size).kind)) return at + size;
  }
  return at;
}

}  // namespace

bool is_address(std::string_view token) { return starts_url(token) || token.starts_with("pic.twitter."); }

bool is_emoticon(std::string_view token) { return kEmoticons.contains(token); }

std::size_t WebFinder::email_end(std::size_t at) {
  if (at_sign_ < at) at_sign_ = at;
  if (at_sign_ < text_.size() && text_[at_sign_] != '@') at_sign_ = std::min(text_.find('@', at_sign_), text_.size());
  if (at_sign_ == text_.size() || at_sign_ == at || at_sign_ - at > kMaxLocalPart) return at;
  const std::string_view local = text_.substr(at, at_sign_ - at);
  if (!std::all_of(local.begin(), local.end(), [](char c) { return is_alnum(c) || is_one_of(c, "._%+-"); })) return at;
  std::size_t end = at_sign_ + 1;
  while (end < text_.size() && end - at_sign_ <= kMaxDomain && (is_alnum(text_[end]) || is_one_of(text_[end], ".-")))
    ++end;
  while (!is_alnum(text_[end - 1]) && text_[end - 1] != '@') --end;
  return end == at_sign_ + 1 ? at : end;
}

std::size_t WebFinder::token_end(std::size_t at) {
  const Character before = character_before(text_, at);
  if (is_word(before.kind)) return at;
  const Character c = character_at(text_, at);
  if (is_word(c.kind)) {
    const std::string_view rest = text_.substr(at);
    if (starts_url(rest) || starts_bare_url(rest)) return url_end(text_, at);
    return email_end(at);
  }
  if (c.value == '@' || c.value == '#') {
    const Character next = character_at(text_, at + 1);
    if (is_letter(next.kind) || next.value == '_') return name_end(text_, at + 1);
  }
  return before.kind == CharKind::space ? emoticon_end(text_, at) : at;
}

}  // namespace claimgraph::text
