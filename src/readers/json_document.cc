#include "readers/json_document.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "readers/fields.h"
#include "readers/json_value.h"

namespace claimgraph::readers {
namespace {

namespace dom = simdjson::dom;

// The fields of one object, taken out one by one; what is left becomes metadata.
class Fields {
 public:
  Fields(const dom::object& object, const Report& report, std::uint32_t line) : report_(report), line_(line) {
    for (const auto field : object) fields_.push_back({field.key, field.value, false});
  }

  // Takes the first of `names` that is there, is not null, and that `read` gives a value other than "" for. One that
  // `read` gives nothing for is reported as unusable and stays.
  template <typename Read>
  std::optional<std::string> take(std::initializer_list<std::string_view> names, std::string_view wanted, Read read) {
    for (const std::string_view name : names) {
      Field* field = find(name);
      if (field == nullptr) continue;
      if (field->value.is_null()) {
        field->taken = true;
        continue;
      }
      std::optional<std::string> value = read(field->value);
      if (!value) {
        warning(fmt::format("'{}' is {}, not {}; it was kept as metadata", name, kind_of(field->value), wanted));
        continue;
      }
      field->taken = true;
      if (!value->empty()) return without_zeros(std::move(*value), name);
    }
    return std::nullopt;
  }

  // Takes the field `name`, whatever it is.
  std::optional<dom::element> take(std::string_view name) {
    Field* field = find(name);
    if (field == nullptr) return std::nullopt;
    field->taken = true;
    return field->value;
  }

  std::vector<std::pair<std::string, std::string>> rest() const {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& field : fields_) {
      if (!field.taken) out.emplace_back(field.name, simdjson::minify(field.value));
    }
    return out;
  }

  void warning(std::string message) const { report_.warning(std::move(message), line_); }

 private:
  struct Field {
    std::string_view name;
    dom::element value;
    bool taken;
  };

  Field* find(std::string_view name) {
    const auto at =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& f) { return !f.taken && f.name == name; });
    return at == fields_.end() ? nullptr : &*at;
  }

  // Zero bytes end strings in half of the programs that read our output; one byte for one keeps the offsets.
  std::string without_zeros(std::string value, std::string_view name) const {
    const auto zeros = std::count(value.begin(), value.end(), '\0');
    if (zeros > 0) {
      std::replace(value.begin(), value.end(), '\0', ' ');
      warning(fmt::format("'{}' has {} zero byte{}; each was read as a space", name, zeros, zeros == 1 ? "" : "s"));
    }
    return value;
  }

  const Report& report_;
  std::uint32_t line_;
  std::vector<Field> fields_;
};

std::optional<std::string> string_in(const dom::element& value) {
  std::string_view string;
  if (value.get(string) != simdjson::SUCCESS) return std::nullopt;
  return std::string(string);
}

std::optional<std::string> id_in(const dom::element& value) {
  if (value.is_string()) return string_in(value);
  if (value.is_number()) return std::string(simdjson::minify(value));
  return std::nullopt;
}

bool starts_character(std::string_view text, std::uint64_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The span that `value` gives, or what is wrong with it.
tl::expected<Span, std::string> parse_span(const dom::element& value, std::string_view text) {
  dom::array pair;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  if (value.get(pair) != simdjson::SUCCESS || pair.size() != 2 || pair.at(0).get(begin) != simdjson::SUCCESS ||
      pair.at(1).get(end) != simdjson::SUCCESS) {
    return tl::unexpected(fmt::format("'span' is {}, not [begin, end]", excerpt(simdjson::minify(value))));
  }
  if (begin >= end || end > text.size()) {
    return tl::unexpected(
        fmt::format("span [{}, {}] is no part of the text, which has {} bytes", begin, end, text.size()));
  }
  if (!starts_character(text, begin) || !starts_character(text, end)) {
    return tl::unexpected(fmt::format("span [{}, {}] cuts a character; spans count bytes of UTF-8", begin, end));
  }
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

tl::expected<text::GivenMention, std::string> parse_mention(const dom::element& value, std::string_view text) {
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return tl::unexpected(fmt::format("it is {}", kind_of(value)));
  dom::element field;
  if (object["span"].get(field) != simdjson::SUCCESS) return tl::unexpected(std::string("it has no 'span'"));
  const auto span = parse_span(field, text);
  if (!span) return tl::unexpected(span.error());
  text::GivenMention mention{.span = *span};
  if (object["name"].get(field) == simdjson::SUCCESS) mention.name = string_in(field).value_or("");
  if (object["type"].get(field) == simdjson::SUCCESS) mention.type = string_in(field).value_or("");
  std::replace(mention.name.begin(), mention.name.end(), '\0', ' ');
  std::replace(mention.type.begin(), mention.type.end(), '\0', ' ');
  if (mention.name.empty()) mention.name = text.substr(span->begin, span->size());
  return mention;
}

std::vector<text::GivenMention> parse_mentions(Fields& fields, std::string_view text) {
  std::vector<text::GivenMention> out;
  const auto value = fields.take("mentions");
  if (!value || value->is_null()) return out;
  dom::array list;
  if (value->get(list) != simdjson::SUCCESS) {
    fields.warning(fmt::format("'mentions' is {}, not a list of {{\"span\", \"name\", \"type\"}}; it was left out",
                               kind_of(*value)));
    return out;
  }
  std::size_t number = 0;
  for (const dom::element each : list) {
    ++number;
    auto mention = parse_mention(each, text);
    if (mention) {
      out.push_back(std::move(*mention));
    } else {
      fields.warning(fmt::format("mention {} was left out: {}", number, mention.error()));
    }
  }
  return out;
}

}  // namespace

Result<text::Document> parse_document(const dom::object& object, const Report& report, std::uint32_t line) {
  Fields fields(object, report, line);
  text::Document document;
  document.text = fields.take({"text", "maintext"}, "a string", string_in).value_or("");
  if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return fail({.code = ErrorCode::invalid,
                 .message = "the document has no text",
                 .where = SourcePos{.file = report.file(), .line = line},
                 .hint = "its field is called 'text' or 'maintext'"});
  }
  document.uri = fields.take({"url", "uri"}, "a string", string_in).value_or("");
  document.id = fields.take({"id"}, "a string or number", id_in).value_or(document.uri);
  document.title = fields.take({"title"}, "a string", string_in).value_or("");
  document.publisher = fields.take({"publisher", "source_domain"}, "a string", names_in).value_or("");
  document.author = fields.take({"authors", "author"}, "a string or a list of strings", names_in).value_or("");
  document.language = language_of(fields.take({"language"}, "a string", string_in).value_or("en"));
  const auto date = fields.take({"date_publish", "published", "date"}, "a date", written_date);
  if (date) document.published = read_date(*date, report, line).value_or("");
  document.mentions = parse_mentions(fields, document.text);
  document.metadata = fields.rest();
  return document;
}

}  // namespace claimgraph::readers
