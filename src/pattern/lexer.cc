#include "pattern/lexer.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::pattern {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Bytes that are part of a word when they stand between two word bytes: "anti-war", "nmod:poss", "n't".
bool is_word_joint(char c) { return c == '-' || c == ':' || c == '\''; }

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool joint = is_word_joint(text[at]) && at + 1 < text.size() && is_word_byte(text[at + 1]);
    if (!joint && !is_word_byte(text[at])) break;
    at += joint ? 2 : 1;
  }
  return at;
}

std::size_t word_size(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_byte(text[at]) ? word_end(text, at) - at : 0;
}

// The code point at `at`, as a message shows it.
std::string shown(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  if (c.value < 0x20 || c.value == 0x7F) return fmt::format("byte 0x{:02X}", static_cast<unsigned>(c.value));
  return fmt::format("'{}'", text.substr(at, c.size));
}

class Lexer {
 public:
  Lexer(const SourceView& source, Diagnostics& out, Language language)
      : source_(source), text_(source.text), out_(out), language_(language) {}

  std::optional<std::vector<Lexeme>> run() {
    if (const auto bad = first_bad_utf8(text_)) {
      fault(*bad, "the pattern is not UTF-8 here", "save the file as UTF-8");
      return std::nullopt;
    }
    for (skip_blank(); at_ < text_.size(); skip_blank()) {
      if (!next()) return std::nullopt;
    }
    add(LexemeKind::end, "", 0);
    return std::move(lexemes_);
  }

 private:
  void skip_blank() {
    while (at_ < text_.size()) {
      if (text_[at_] == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  // Whether "<" and ">" compare here, and numbers may stand.
  bool compares() const { return language_ == Language::conditions || brackets_ > 0; }

  bool next() {
    if (compares()) {
      if (text_[at_] == '<' || text_[at_] == '>') return comparison();
      if (const std::size_t size = number_size(); size != 0) {
        return add(LexemeKind::word, std::string(text_.substr(at_, size)), size);
      }
    }
    switch (text_[at_]) {
      case '"': return string();
      case '/': return regex();
      case '@': return label();
      case '$': return name(LexemeKind::definition, 1, "a definition's name must follow '$'", "as in $saying");
      case '<': return anchor();
      case '>':
        if (language_ == Language::tree) return add(LexemeKind::sign, ">", 1);
        break;
      case '(': return group();
      default: break;
    }
    if (const std::size_t size = word_size(text_, at_); size != 0) {
      return add(LexemeKind::word, std::string(text_.substr(at_, size)), size);
    }
    return sign();
  }

  bool comparison() {
    const std::size_t size = text_.substr(at_ + 1, 1) == "=" ? 2 : 1;
    return add(LexemeKind::sign, std::string(text_.substr(at_, size)), size);
  }

  // Of "12", "-3" or "0.5"; 0 when none stands here, or a word that begins so.
  std::size_t number_size() const {
    const auto digits = [&](std::size_t at) {
      std::size_t end = at;
      while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
      return end - at;
    };
    std::size_t end = at_ + (text_[at_] == '-' ? 1 : 0);
    const std::size_t whole = digits(end);
    if (whole == 0) return 0;
    end += whole;
    if (end < text_.size() && text_[end] == '.' && digits(end + 1) != 0) end += 1 + digits(end + 1);
    return word_end(text_, end) == end ? end - at_ : 0;
  }

  bool sign() {
    brackets_ += text_[at_] == '[' ? 1 : text_[at_] == ']' && brackets_ > 0 ? -1 : 0;
    if (text_.substr(at_, 2) == "!=") return add(LexemeKind::sign, "!=", 2);
    if (std::string_view("[]{})|&!=.,?*+").find(text_[at_]) != std::string_view::npos) {
      return add(LexemeKind::sign, std::string(1, text_[at_]), 1);
    }
    const CodePoint found = code_point_at(text_, at_);
    const bool printable = found.value > 0x20 && found.value != 0x7F;
    return fault(at_, fmt::format("unexpected {}", shown(text_, at_)),
                 printable ? fmt::format("to match it as a token, quote it: {}", quoted(text_.substr(at_, found.size)))
                           : "remove it");
  }

  bool string() {
    std::string value;
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == '"') return add(LexemeKind::string, std::move(value), i + 1 - at_);
      if (text_[i] == '\\') {
        const char c = ++i < text_.size() ? text_[i] : '\0';
        if (c != '"' && c != '\\') return fault(i - 1, "a backslash in a string must stand before '\"' or '\\'", "");
      }
      value.push_back(text_[i]);
    }
    return fault(at_, "the string that starts here has no end", "close it with '\"' on the same line");
  }

  bool regex() {
    std::string value;
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == '/') return end_of_regex(std::move(value), i + 1);
      const bool escape = text_[i] == '\\' && i + 1 < text_.size() && text_[i + 1] != '\n';
      if (escape && text_[i + 1] != '/') value.push_back('\\');
      if (escape) ++i;
      value.push_back(text_[i]);
    }
    return fault(at_, "the regular expression that starts here has no end", "close it with '/' on the same line");
  }

  bool end_of_regex(std::string value, std::size_t after) {
    const std::size_t size = word_size(text_, after);
    const auto flags = text_.substr(after, size);
    if (size != 0 && flags != "i") {
      return fault(after, fmt::format("unknown flag '{}' of a regular expression", flags),
                   "the only one is 'i', which ignores case");
    }
    return add(size == 0 ? LexemeKind::regex : LexemeKind::regex_i, std::move(value), after + size - at_);
  }

  // Adds the name that starts `skip` bytes from here.
  bool name(LexemeKind kind, std::size_t skip, const char* message, const char* hint) {
    const std::size_t size = word_size(text_, at_ + skip);
    if (size == 0) return fault(at_ + skip, message, hint);
    return add(kind, std::string(text_.substr(at_ + skip, size)), skip + size);
  }

  // "@Label" or "@Label.part".
  bool label() {
    if (!name(LexemeKind::label, 1, "a label's name must follow '@'", "as in @Actor")) return false;
    const std::size_t size = at_ < text_.size() && text_[at_] == '.' ? word_size(text_, at_ + 1) : 0;
    if (size == 0) return true;
    Lexeme& whole = lexemes_.back();
    whole.text += text_.substr(at_, size + 1);
    whole.size += static_cast<std::uint32_t>(size + 1);
    at_ += size + 1;
    return true;
  }

  bool anchor() {
    for (const std::string_view known : {"<s>", "</s>", "<p>", "</p>"}) {
      if (text_.substr(at_, known.size()) == known) return add(LexemeKind::anchor, std::string(known), known.size());
    }
    if (language_ == Language::tree) return add(LexemeKind::sign, "<", 1);
    return fault(at_, "unexpected '<'", "anchors are <s>, </s>, <p> and </p>; to match it as a token, quote it: \"<\"");
  }

  bool group() {
    if (text_.substr(at_, 2) != "(?" || language_ == Language::conditions) return add(LexemeKind::sign, "(", 1);
    for (const std::string_view known : {"(?<=", "(?<!", "(?=", "(?!"}) {
      if (text_.substr(at_, known.size()) == known) return add(LexemeKind::look, std::string(known), known.size());
    }
    if (text_.substr(at_, 3) != "(?<") {
      return fault(at_, "unknown kind of group '(?'",
                   "there are (?<name> ), (?= ), (?! ), (?<= ) and (?<! ); a plain group is ( )");
    }
    const std::size_t size = word_size(text_, at_ + 3);
    const std::size_t after = at_ + 3 + size;
    if (size == 0) return fault(after, "a capture's name must follow '(?<'", "as in (?<cue> said)");
    if (after == text_.size() || text_[after] != '>') {
      return fault(after, "'>' must follow a capture's name", "as in (?<cue> said)");
    }
    return add(LexemeKind::capture, std::string(text_.substr(at_ + 3, size)), size + 4);
  }

  bool add(LexemeKind kind, std::string text, std::size_t size) {
    lexemes_.push_back({.kind = kind,
                        .text = std::move(text),
                        .at = static_cast<std::uint32_t>(at_),
                        .size = static_cast<std::uint32_t>(size)});
    at_ += size;
    return true;
  }

  bool fault(std::size_t at, std::string message, std::string hint) {
    out_.error(error_at(
        source_, {.message = std::move(message), .at = static_cast<std::uint32_t>(at), .hint = std::move(hint)}));
    return false;
  }

  const SourceView& source_;
  std::string_view text_;
  Diagnostics& out_;
  Language language_;
  std::size_t at_ = 0;
  int brackets_ = 0;  // "[" that are open
  std::vector<Lexeme> lexemes_;
};

std::string_view name_of(LexemeKind kind) {
  constexpr std::array<std::string_view, 11> kNames = {"word",    "string", "regex",  "regex_i", "label", "definition",
                                                       "capture", "look",   "anchor", "sign",    "end"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::optional<std::vector<Lexeme>> lex(const SourceView& source, Diagnostics& out, Language language) {
  return Lexer(source, out, language).run();
}

std::string dump(const std::vector<Lexeme>& lexemes) {
  std::string out;
  for (const auto& lexeme : lexemes) {
    out += fmt::format("{} {}{}{}\n", lexeme.at, name_of(lexeme.kind), lexeme.text.empty() ? "" : " ", lexeme.text);
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + '"';
}

bool is_word(std::string_view text) { return !text.empty() && word_size(text, 0) == text.size(); }

}  // namespace claimgraph::pattern
