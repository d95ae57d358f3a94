#include "nlp/model_file.h"

#include <bit>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

namespace claimgraph::nlp {
namespace {

constexpr std::string_view kMagic = "claimgraph model";
constexpr char kLabels = 'l', kBytes = 'b', kFloats = 'f', kEnd = '.';

static_assert(std::endian::native == std::endian::little, "the encoding copies numbers as they stand in memory");

template <typename T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
void put_all(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

void put_text(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

// Takes values off the front of what is left; after the end every value is zero and failed() is true.
class Source {
 public:
  explicit Source(std::string_view left) : left_(left) {}

  template <typename T>
  T take() {
    T value{};
    if (const auto bytes = take_bytes(sizeof value)) std::memcpy(&value, bytes->data(), sizeof value);
    return value;
  }
  std::string take_text() {
    const auto bytes = take_bytes(take<std::uint32_t>());
    return bytes ? std::string(*bytes) : std::string();
  }
  template <typename T>
  std::vector<T> take_all(std::uint64_t count) {
    std::vector<T> values;
    if (count > left_.size() / sizeof(T)) {
      failed_ = true;
      return values;
    }
    values.resize(count);
    const auto bytes = take_bytes(count * sizeof(T));
    if (count > 0) std::memcpy(values.data(), bytes->data(), bytes->size());
    return values;
  }
  bool failed() const { return failed_; }
  bool empty() const { return left_.empty(); }

 private:
  std::optional<std::string_view> take_bytes(std::size_t count) {
    if (count > left_.size()) {
      failed_ = true;
      left_ = {};
      return std::nullopt;
    }
    const auto bytes = left_.substr(0, count);
    left_.remove_prefix(count);
    return bytes;
  }

  std::string_view left_;
  bool failed_ = false;
};

ByteTable take_byte_table(Source& source) {
  ByteTable table{.rows = source.take<std::uint32_t>(), .cols = source.take<std::uint32_t>()};
  table.scales = source.take_all<float>(table.rows);
  table.values = source.take_all<std::int8_t>(std::uint64_t{table.rows} * table.cols);
  return table;
}

FloatTable take_float_table(Source& source) {
  FloatTable table{.rows = source.take<std::uint32_t>(), .cols = source.take<std::uint32_t>()};
  table.values = source.take_all<float>(std::uint64_t{table.rows} * table.cols);
  return table;
}

std::vector<std::string> take_labels(Source& source) {
  std::vector<std::string> labels;
  for (auto left = source.take<std::uint32_t>(); left > 0 && !source.failed(); --left) {
    labels.push_back(source.take_text());
  }
  return labels;
}

tl::unexpected<Error> corrupt(std::string_view what) {
  return fail({.code = ErrorCode::corruption,
               .message = fmt::format("the model is damaged: {}", what),
               .hint = "fetch or train it again"});
}

}  // namespace

std::string encode_model(const ModelFile& model) {
  std::string out(kMagic);
  put(out, kModelVersion);
  for (const auto& [name, labels] : model.labels) {
    put(out, kLabels), put_text(out, name), put(out, static_cast<std::uint32_t>(labels.size()));
    for (const auto& label : labels) put_text(out, label);
  }
  for (const auto& [name, table] : model.bytes) {
    put(out, kBytes), put_text(out, name), put(out, table.rows), put(out, table.cols);
    put_all(out, table.scales), put_all(out, table.values);
  }
  for (const auto& [name, table] : model.floats) {
    put(out, kFloats), put_text(out, name), put(out, table.rows), put(out, table.cols);
    put_all(out, table.values);
  }
  put(out, kEnd);
  put(out, static_cast<std::uint64_t>(XXH64(out.data(), out.size(), 0)));
  return out;
}

Result<ModelFile> parse_model(std::string_view encoded) {
  if (!encoded.starts_with(kMagic)) {
    return fail({.code = ErrorCode::corruption, .message = "this is not a model of claimgraph"});
  }
  Source envelope(encoded.substr(kMagic.size()));
  const auto version = envelope.take<std::uint32_t>();
  if (envelope.failed()) return corrupt("it is cut short");
  if (version != kModelVersion) {
    return fail({.code = ErrorCode::version,
                 .message = fmt::format("the model has version {}, not {}", version, kModelVersion),
                 .hint = "use the model that belongs to this program"});
  }
  constexpr std::size_t kEnvelope = kMagic.size() + sizeof version + sizeof(std::uint64_t);
  if (encoded.size() < kEnvelope) return corrupt("it is cut short");
  const auto body = encoded.substr(0, encoded.size() - sizeof(std::uint64_t));
  std::uint64_t checksum = 0;
  std::memcpy(&checksum, encoded.data() + body.size(), sizeof checksum);
  if (checksum != XXH64(body.data(), body.size(), 0)) return corrupt("its checksum is wrong");
  ModelFile model;
  Source source(body.substr(kMagic.size() + sizeof version));
  while (true) {
    const char kind = source.take<char>();
    if (kind == kEnd || source.failed()) break;
    std::string name = source.take_text();
    const bool again = (kind == kLabels && model.labels.contains(name)) ||
                       (kind == kBytes && model.bytes.contains(name)) ||
                       (kind == kFloats && model.floats.contains(name));
    if (again) return corrupt(fmt::format("two of its parts are called '{}'", name));
    switch (kind) {
      case kLabels: model.labels[std::move(name)] = take_labels(source); break;
      case kBytes: model.bytes[std::move(name)] = take_byte_table(source); break;
      case kFloats: model.floats[std::move(name)] = take_float_table(source); break;
      default: return corrupt(fmt::format("unknown kind of part 0x{:02X}", static_cast<unsigned char>(kind)));
    }
  }
  if (source.failed()) return corrupt("it is cut short");
  if (!source.empty()) return corrupt("there are bytes behind its end");
  return model;
}

}  // namespace claimgraph::nlp
