#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace claimgraph {

// What kind of failure it is; decides the exit status and never changes the text.
enum class ErrorCode {
  usage,        // the command line or the call cannot mean anything
  parse,        // a user's file or text is not in its format
  invalid,      // well-formed, but says something impossible
  not_found,    // a file, name or id that does not exist
  ambiguous,    // a name that fits several things
  io,           // the operating system refused to read or write
  locked,       // another process holds it
  version,      // a format of another version
  corruption,   // stored bytes that no version of this program writes
  limit,        // larger than we accept
  unavailable,  // an external program that is missing or failed
};

// The name of `code` as it is spelled above. Lives forever.
std::string_view name_of(ErrorCode code);

// A place in a user's file. Line and column count from 1; 0 means unknown. Columns count bytes.
struct SourcePos {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const SourcePos&, const SourcePos&) = default;
};

// "file:line:column", without the parts that are unknown.
std::string dump(const SourcePos& where);

// An expected failure: one lower-case clause that names the thing, what was found and what was wanted, and a hint that
// says what to do next.
struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string message;
  std::optional<SourcePos> where = {};
  std::string hint = {};

  friend bool operator==(const Error&, const Error&) = default;
};

// "[where: ]error: message[ (hint)]".
std::string dump(const Error& error);

// A value or the Error that kept it from being made. A class of its own, so that the compiler warns of a dropped one.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using Base = tl::expected<T, Error>;
  using Base::Base;
  Result(Base base) : Base(std::move(base)) {}  // NOLINT(google-explicit-constructor): what map() and and_then() give
};
using Status = Result<void>;

// So that a function can `return fail({...});` whatever its Result.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace claimgraph
