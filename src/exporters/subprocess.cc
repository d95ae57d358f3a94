#include "exporters/subprocess.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <utility>

#include <fmt/format.h>

extern char** environ;

namespace claimgraph::exporters {
namespace {

using Clock = std::chrono::steady_clock;

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

struct Ends {
  Descriptor ours;
  Descriptor theirs;
};

Error io_error(std::string_view what) {
  return {.code = ErrorCode::io, .message = fmt::format("cannot {}: {}", what, std::strerror(errno))};
}

// A socket, not a pipe: send() can be told not to raise SIGPIPE, write() cannot.
Result<Ends> connect_input() {
  int fds[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0) return fail(io_error("make a socket"));
  return Ends{.ours = Descriptor(fds[0]), .theirs = Descriptor(fds[1])};
}

Result<Ends> connect_output() {
  int fds[2];
  if (::pipe2(fds, O_CLOEXEC) != 0) return fail(io_error("make a pipe"));
  return Ends{.ours = Descriptor(fds[0]), .theirs = Descriptor(fds[1])};
}

// The three streams of the program, seen from here.
struct Streams {
  Descriptor in;
  Descriptor out;
  Descriptor err;
};

struct Child {
  pid_t pid = 0;
  Streams streams;
};

int spawn(pid_t& pid, const std::vector<std::string>& command, const std::array<int, 3>& ends) {
  std::vector<char*> arguments;
  for (const auto& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int i = 0; i < 3; ++i) posix_spawn_file_actions_adddup2(&actions, ends[static_cast<std::size_t>(i)], i);
  const int status = ::posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return status;
}

Result<Child> start(const std::vector<std::string>& command) {
  auto in = connect_input();
  if (!in) return fail(in.error());
  auto out = connect_output();
  if (!out) return fail(out.error());
  auto err = connect_output();
  if (!err) return fail(err.error());
  Child child;
  const int status = spawn(child.pid, command, {in->theirs.get(), out->theirs.get(), err->theirs.get()});
  if (status != 0) {
    return fail({.code = status == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                 .message = fmt::format("cannot run '{}': {}", command.front(), std::strerror(status))});
  }
  child.streams = {.in = std::move(in->ours), .out = std::move(out->ours), .err = std::move(err->ours)};
  return child;
}

// Sends what the program takes now; closes the stream when all is sent or nobody reads any more.
void feed(Descriptor& in, std::string_view& input) {
  const auto sent = ::send(in.get(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent >= 0) {
    input.remove_prefix(static_cast<std::size_t>(sent));
    if (input.empty()) in.close();
  } else if (errno != EAGAIN && errno != EINTR) {
    in.close();
  }
}

void drain(Descriptor& from, std::string& to) {
  std::array<char, 65536> buffer;
  const auto got = ::read(from.get(), buffer.data(), buffer.size());
  if (got > 0) {
    to.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || errno != EINTR) {
    from.close();
  }
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::min<long long>(std::max<long long>(left, 0), 1'000'000));
}

// Carries bytes until the program has closed its output; false when the deadline came first.
bool converse(Streams& streams, std::string_view input, Clock::time_point deadline, Finished& finished) {
  if (input.empty()) streams.in.close();
  while (streams.out.is_open() || streams.err.is_open()) {
    // poll() skips negative descriptors, which is what closed ones have.
    std::array<pollfd, 3> polled = {{{.fd = streams.in.get(), .events = POLLOUT},
                                     {.fd = streams.out.get(), .events = POLLIN},
                                     {.fd = streams.err.get(), .events = POLLIN}}};
    const int left = milliseconds_until(deadline);
    if (left == 0) return false;
    if (::poll(polled.data(), polled.size(), left) < 0 && errno != EINTR) return false;
    if (polled[0].revents != 0) feed(streams.in, input);
    if (polled[1].revents != 0) drain(streams.out, finished.out);
    if (polled[2].revents != 0) drain(streams.err, finished.err);
  }
  return true;
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<Finished> run(const std::vector<std::string>& command, std::string_view input,
                     std::chrono::milliseconds timeout) {
  auto child = start(command);
  if (!child) return fail(child.error());
  Finished finished;
  finished.timed_out = !converse(child->streams, input, Clock::now() + timeout, finished);
  // One that is late is not waited for.
  if (finished.timed_out) ::kill(child->pid, SIGKILL);
  finished.status = wait_for(child->pid);
  return finished;
}

}  // namespace claimgraph::exporters
