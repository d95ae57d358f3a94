#include "claimgraph/extract/attribution_model.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <xxhash.h>

#include "extract/feature_list.h"

namespace claimgraph::extract {
namespace {

// DO NOT CHANGE what a line holds or a feature means without a new number.
constexpr std::string_view kHeader = "claimgraph attribution model 1";
constexpr std::string_view kAnyVersion = "claimgraph attribution model ";
constexpr std::string_view kChecksum = "checksum\t";

std::string checksum_of(std::string_view text) { return fmt::format("{:016x}", XXH64(text.data(), text.size(), 0)); }

std::optional<double> number(std::string_view cell) {
  double value = 0;
  const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == cell.data() + cell.size();
  constexpr double kMost = 1e9;
  return whole && std::abs(value) <= kMost ? std::optional(value) : std::nullopt;
}

Error damaged(std::string_view what) {
  return {.code = ErrorCode::corruption,
          .message = fmt::format("the attribution model is damaged: {}", what),
          .hint = "fetch or train it again"};
}

// Takes the part before `end` off the front of `text`, and `end` with it.
std::string_view take(std::string_view& text, char end) {
  const auto at = std::min(text.find(end), text.size());
  const auto part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

class LineReader {
 public:
  explicit LineReader(AttributionModel::Parts& out) : out_(out) {}

  // Whether the line is one that may stand here.
  bool read(std::string_view line) {
    const std::string_view key = take(line, '\t');
    if (key == "threshold") return read_threshold(line);
    if (key == "calibration") return read_point(line);
    if (key == "rule") return read_rule(line);
    return key == "weight" && read_weight(line);
  }
  bool complete() const { return has_threshold_ && !out_.calibration.empty(); }

 private:
  bool read_threshold(std::string_view cells) {
    const auto value = number(cells);
    if (!value || has_threshold_) return false;
    out_.threshold = *value;
    return has_threshold_ = true;
  }

  bool read_point(std::string_view cells) {
    const auto score = number(take(cells, '\t'));
    const auto probability = number(cells);
    if (!score || !probability || *probability < 0 || *probability > 1) return false;
    const bool rises = out_.calibration.empty() ||
                       (out_.calibration.back().score < *score && out_.calibration.back().probability <= *probability);
    out_.calibration.push_back({.score = *score, .probability = *probability});
    return rises;
  }

  bool read_rule(std::string_view name) {
    const bool next = !name.empty() && (out_.rules.empty() || out_.rules.back() < name);
    out_.rules.emplace_back(name);
    return next;
  }

  bool read_weight(std::string_view cells) {
    const std::string_view name = take(cells, '\t');
    const auto value = number(cells);
    const bool next = !name.empty() && (out_.weights.empty() || out_.weights.back().first < name);
    if (!value || !next) return false;
    out_.weights.emplace_back(name, static_cast<float>(*value));
    return true;
  }

  AttributionModel::Parts& out_;
  bool has_threshold_ = false;
};

}  // namespace

AttributionModel::AttributionModel(Parts parts) : parts_(std::move(parts)) {
  for (const auto& [name, weight] : parts_.weights) weights_.emplace(FeatureKey(name).value(), weight);
}

Result<AttributionModel> AttributionModel::parse(std::string_view text) {
  std::string_view left = text;
  const std::string_view header = take(left, '\n');
  if (header != kHeader && header.starts_with(kAnyVersion)) {
    return fail(
        {.code = ErrorCode::version,
         .message = fmt::format("the attribution model is of version {}, not 1", header.substr(kAnyVersion.size(), 9)),
         .hint = "train it again with this program"});
  }
  if (header != kHeader) return fail(damaged("it does not begin as one"));
  const auto end = text.rfind(kChecksum);
  if (end == std::string_view::npos || text[end - 1] != '\n') return fail(damaged("it has no checksum at its end"));
  if (text.substr(end + kChecksum.size()) != checksum_of(text.substr(0, end)) + "\n")
    return fail(damaged("its checksum is another"));
  Parts parts;
  LineReader reader(parts);
  left = text.substr(header.size() + 1, end - header.size() - 1);
  for (std::size_t line = 2; !left.empty(); ++line) {
    if (!reader.read(take(left, '\n'))) return fail(damaged(fmt::format("line {} breaks its grammar", line)));
  }
  if (!reader.complete()) return fail(damaged("it has no threshold or no calibration"));
  return AttributionModel(std::move(parts));
}

Result<AttributionModel> AttributionModel::load(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    const std::error_code error(errno, std::generic_category());
    return fail({.code = error == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::io,
                 .message = fmt::format("cannot read '{}': {}", file.string(), error.message())});
  }
  auto model = parse(text);
  if (model) return model;
  Error error = model.error();
  error.where = SourcePos{.file = file.string()};
  return fail(std::move(error));
}

bool AttributionModel::knows(std::string_view rule) const {
  return std::binary_search(parts_.rules.begin(), parts_.rules.end(), rule, std::less<>());
}

double AttributionModel::probability(double score) const {
  constexpr double kDigits = 100;  // no calibration tells more
  return std::round(interpolated(score) * kDigits) / kDigits;
}

double AttributionModel::interpolated(double score) const {
  const auto& points = parts_.calibration;
  const auto above = std::upper_bound(points.begin(), points.end(), score,
                                      [](double s, const Point& point) { return s < point.score; });
  if (above == points.begin()) return points.front().probability;
  if (above == points.end()) return points.back().probability;
  const Point& below = *std::prev(above);
  const double share = (score - below.score) / (above->score - below.score);
  return below.probability + share * (above->probability - below.probability);
}

std::string dump(const AttributionModel::Parts& parts) {
  std::string out = fmt::format("{}\nthreshold\t{:.4f}\n", kHeader, parts.threshold);
  for (const auto& point : parts.calibration)
    out += fmt::format("calibration\t{:.4f}\t{:.4f}\n", point.score, point.probability);
  for (const auto& rule : parts.rules) out += fmt::format("rule\t{}\n", rule);
  for (const auto& [name, weight] : parts.weights) out += fmt::format("weight\t{}\t{:.4f}\n", name, weight);
  return out + fmt::format("{}{}\n", kChecksum, checksum_of(out));
}

}  // namespace claimgraph::extract
