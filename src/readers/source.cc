#include "readers/source.h"

#include <fmt/format.h>

namespace claimgraph::readers {

bool Source::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  if (!in_.good()) return false;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kChunk);
  in_.read(buffer_.data() + before, static_cast<std::streamsize>(kChunk));
  buffer_.resize(before + static_cast<std::size_t>(in_.gcount()));
  return buffer_.size() > before;
}

std::string_view Source::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(at_, size);
}

Result<std::string> Source::rest(std::size_t most) {
  std::string out;
  do {
    out.append(buffer_, at_);
    at_ = buffer_.size();
    if (out.size() > most) {
      return fail({.code = ErrorCode::limit,
                   .message = fmt::format("the document is larger than {} bytes", most),
                   .hint = "split it, or allow larger documents"});
    }
  } while (fill());
  if (broken()) return fail({.code = ErrorCode::io, .message = "cannot read to the end: the system reported an error"});
  return out;
}

Source::Line Source::next_line(std::string& line, std::size_t most) {
  line.clear();
  bool too_long = false;
  bool any = false;
  do {
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    any = any || stop > at_;
    too_long = too_long || line.size() + (stop - at_) > most;
    if (too_long) {
      line.clear();
    } else {
      line.append(buffer_, at_, stop - at_);
    }
    at_ = stop;
    if (end != std::string::npos) {
      ++at_;
      return too_long ? Line::too_long : Line::whole;
    }
  } while (fill());
  if (too_long) return Line::too_long;
  return any ? Line::unended : Line::end;
}

}  // namespace claimgraph::readers
