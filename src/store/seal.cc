#include "store/seal.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <xxhash.h>

#include "claimgraph/store/store.h"
#include "store/damage.h"
#include "store/files.h"

namespace claimgraph::store {
namespace {

constexpr std::string_view kFirstLine = "claimgraph store\n";
constexpr std::string_view kManifestPrefix = "MANIFEST-";

std::string checksum_line(std::string_view lines) {
  return fmt::format("checksum {:016x}\n", XXH3_64bits(lines.data(), lines.size()));
}

// Takes "name <number>\n" off the front of `text`.
std::optional<std::uint64_t> take_line(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name) || !text.substr(name.size()).starts_with(' ')) return std::nullopt;
  const std::string_view digits = text.substr(name.size() + 1);
  std::uint64_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const auto used = static_cast<std::size_t>(stop - digits.data());
  if (error != std::errc() || used == digits.size() || digits[used] != '\n') return std::nullopt;
  text = digits.substr(used + 1);
  return value;
}

// The lines of `text` without its checksum, when that is right.
std::optional<std::string_view> checked_lines(std::string_view text) {
  const std::size_t last = text.rfind("checksum ");
  if (last == std::string_view::npos || text.substr(last) != checksum_line(text.substr(0, last))) return std::nullopt;
  return text.substr(0, last);
}

std::string manifest_name(const Manifest& manifest) { return fmt::format("{}{:06}", kManifestPrefix, manifest.number); }

std::string manifest_file(const std::string& path, const Manifest& manifest) {
  return path + "/" + manifest_name(manifest);
}

}  // namespace

std::string dump(const Seal& seal) {
  const std::string lines = fmt::format(
      "{}format_version {}\ngeneration {}\nmanifest_number {}\nmanifest_bytes {}\n"
      "manifest_checksum {}\n",
      kFirstLine, seal.format_version, seal.generation, seal.manifest.number, seal.manifest.bytes,
      seal.manifest.checksum);
  return lines + checksum_line(lines);
}

Result<Seal> parse_seal(std::string_view text) {
  const auto corrupt = [](std::string_view what) {
    return fail({.code = ErrorCode::corruption, .message = fmt::format("its SEAL {}", what)});
  };
  const auto checked = checked_lines(text);
  if (!checked) return corrupt("has a wrong checksum");
  std::string_view lines = *checked;
  if (!lines.starts_with(kFirstLine)) return corrupt("does not begin with 'claimgraph store'");
  lines.remove_prefix(kFirstLine.size());
  const auto version = take_line(lines, "format_version");
  // Only this line is the same in all versions.
  if (version && *version != kFormatVersion) {
    return fail({.code = ErrorCode::version, .message = fmt::format("{}", *version)});
  }
  const auto generation = take_line(lines, "generation");
  const auto number = take_line(lines, "manifest_number");
  const auto bytes = take_line(lines, "manifest_bytes");
  const auto checksum = take_line(lines, "manifest_checksum");
  if (!version || !generation || !number || !bytes || !checksum || !lines.empty()) {
    return corrupt("is not in its format");
  }
  return Seal{kFormatVersion, *generation, {*number, *bytes, *checksum}};
}

Result<std::optional<Seal>> load_seal(const std::string& path) {
  const std::filesystem::path file = std::filesystem::path(path) / kSealName;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::optional<Seal>();
  auto bytes = read_small_file(file.string());
  if (!bytes) return fail(std::move(bytes.error()));
  auto seal = parse_seal(*bytes);
  if (seal) return std::optional(*seal);
  if (seal.error().code == ErrorCode::version) return fail(other_version(path, seal.error().message));
  return fail(damage(path, seal.error().message));
}

Status save_seal(const std::string& path, const Seal& seal) {
  return write_durably(path, std::string(kSealName), dump(seal));
}

Result<Manifest> find_manifest(const std::string& path) {
  const auto current = read_small_file(path + "/CURRENT");
  if (!current) return fail(damage(path, "its file CURRENT is missing"));
  std::string_view name = *current;
  std::error_code error;
  const bool whole = name.starts_with(kManifestPrefix) && name.ends_with('\n');
  if (whole) name.remove_suffix(1);
  const auto bytes = std::filesystem::file_size(std::filesystem::path(path) / name, error);
  Manifest out{.bytes = bytes};
  const std::string_view digits = whole ? name.substr(kManifestPrefix.size()) : "";
  const auto [stop, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), out.number);
  if (wrong != std::errc() || stop != digits.data() + digits.size()) {
    return fail(damage(path, "its file CURRENT names no manifest"));
  }
  if (error) return fail(damage(path, fmt::format("its file {} is missing", name)));
  return out;
}

Result<std::uint64_t> checksum_of(const std::string& path, const Manifest& manifest) {
  std::ifstream in(manifest_file(path, manifest), std::ios::binary);
  std::string bytes(manifest.bytes, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) return fail(damage(path, fmt::format("its file {} cannot be read", manifest_name(manifest))));
  return XXH3_64bits(bytes.data(), bytes.size());
}

Status sync_manifest(const std::string& path, const Manifest& manifest) {
  return sync_path(manifest_file(path, manifest));
}

Status check_manifest(const std::string& path, const Manifest& manifest, const Seal& seal) {
  if (manifest.number < seal.manifest.number) {
    return fail(damage(path, fmt::format("its file CURRENT names manifest {}, but manifest {} was in use already",
                                         manifest.number, seal.manifest.number)));
  }
  if (manifest.number == seal.manifest.number && manifest.bytes < seal.manifest.bytes) {
    return fail(damage(path, fmt::format("its file {} has {} bytes, but had {} already", manifest_name(manifest),
                                         manifest.bytes, seal.manifest.bytes)));
  }
  if (manifest.number > seal.manifest.number) return {};
  const auto checksum = checksum_of(path, seal.manifest);
  if (!checksum) return fail(checksum.error());
  if (*checksum == seal.manifest.checksum) return {};
  return fail(damage(path, fmt::format("its file {} has a wrong checksum", manifest_name(manifest))));
}

Result<bool> is_unsealed(const std::string& path) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename() != fmt::format("{}.new", kSealName)) return false;
  }
  if (!error) return true;
  return fail({.code = ErrorCode::io, .message = fmt::format("cannot open store '{}': {}", path, error.message())});
}

}  // namespace claimgraph::store
