#include "cli/terminal.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace claimgraph::cli {
namespace {

constexpr std::size_t kWidthOfNoTerminal = 100;
constexpr std::size_t kLeastWidth = 20;

std::size_t width_of_environment() {
  const char* columns = std::getenv("COLUMNS");
  std::size_t width = 0;
  if (columns != nullptr) std::from_chars(columns, columns + std::strlen(columns), width);
  return width;
}

std::size_t width_of_terminal() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool environment_has(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

Status write_error() {
  if (errno == EPIPE) return {};
  return fail(
      {.code = ErrorCode::io, .message = fmt::format("cannot write standard output: {}", std::strerror(errno))});
}

}  // namespace

Terminal::Terminal() : out_is_terminal_(::isatty(STDOUT_FILENO) == 1) {
  width_ = out_is_terminal_ ? width_of_terminal() : 0;
  if (width_ == 0) width_ = width_of_environment();
  if (width_ == 0) width_ = kWidthOfNoTerminal;
  if (width_ < kLeastWidth) width_ = kLeastWidth;
}

exporters::TerminalOptions Terminal::text_options(Color color) const {
  bool colored = color == Color::always;
  if (color == Color::automatic) {
    const char* kind = std::getenv("TERM");
    const bool dumb = kind != nullptr && std::strcmp(kind, "dumb") == 0;
    colored = out_is_terminal_ && !dumb && !environment_has("NO_COLOR");
  }
  return {.width = width_, .color = colored};
}

Status Terminal::write(std::string_view data) {
  if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size()) return write_error();
  return {};
}

Status Terminal::flush() {
  if (std::fflush(stdout) != 0) return write_error();
  return {};
}

void Terminal::note(std::string_view line) const {
  // So that on a terminal the note stands below the data it speaks of.
  std::fflush(stdout);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

}  // namespace claimgraph::cli
