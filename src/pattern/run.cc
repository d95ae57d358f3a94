#include "pattern/run.h"

#include <algorithm>

namespace claimgraph::pattern {

void Marks::reset(std::size_t rows, std::uint32_t columns) {
  words_ = (columns + 63) / 64;
  if (bits_.size() < rows * words_) bits_.resize(rows * words_);
  if (used_.size() < rows) used_.resize(rows, round_);
  if (++round_ == 0) {
    std::fill(used_.begin(), used_.end(), 0);
    round_ = 1;
  }
}

void Marks::use(std::size_t row, std::uint64_t* begin) {
  std::fill(begin, begin + words_, 0);
  used_[row] = round_;
}

Run::Run(const Program& program, const nlp::AnnotatedDocument& document, const Layer& layer, CheckView checks,
         Matcher::Memory& memory)
    : program_(program),
      document_(document),
      layer_(layer),
      memory_(memory),
      checks_(checks),
      starts_(program.needs, checks) {}

bool Run::enter(TokenRange window) {
  window_ = window;
  return starts_.enter(window) && starts_.next(window.begin) < window.end;
}

void Run::find_all(std::vector<Match>& out) {
  memory_.marks.reset(std::size_t{window_.size()} + 1, program_.marks);
  for (std::uint32_t start = starts_.next(window_.begin); start < window_.end;) {
    std::uint32_t end = start;
    if (match(start, end)) {
      emit({start, end}, out);
      // What was gone through beyond the end has failed. What was gone through at the end may have led to this match,
      // but no way leads there again from a start at the end: such a way and the rest of this match would match no
      // token.
      start = starts_.next(end);
    } else {
      start = starts_.next(start + 1);
    }
  }
}

bool Run::match(std::uint32_t start, std::uint32_t& end) {
  ++memory_.starts;
  memory_.jobs.clear();
  memory_.slots.assign(2 * program_.captures.size(), kNone);
  push({.number = 0, .position = start});
  return search<false>(0, end);
}

bool Run::look(std::uint32_t entry, std::uint32_t position) {
  const std::size_t floor = memory_.jobs.size();
  push({.number = entry, .position = position});
  std::uint32_t end = position;
  if (!search<true>(floor, end)) return false;
  // What is yet to be left led to the acceptance.
  for (std::size_t i = floor; i < memory_.jobs.size(); ++i) {
    const Job& job = memory_.jobs[i];
    if (job.kind != Job::Kind::leave) continue;
    memory_.marks.mark(row(job.position), job.number + 1);
  }
  memory_.jobs.resize(floor);
  return true;
}

template <bool in_look>
bool Run::search(std::size_t floor, std::uint32_t& end) {
  while (memory_.jobs.size() > floor) {
    const Job job = memory_.jobs.back();
    memory_.jobs.pop_back();
    if (job.kind == Job::Kind::restore) memory_.slots[job.number] = job.position;
    if (job.kind == Job::Kind::go && follow<in_look>(job.number, job.position, end)) return true;
  }
  return false;
}

template <bool in_look>
bool Run::follow(std::uint32_t pc, std::uint32_t position, std::uint32_t& end) {
  while (true) {
    const Instruction& instruction = program_.instructions[pc];
    if (instruction.mark != kNone) {
      const bool before = memory_.marks.mark(row(position), instruction.mark);
      if (before) return in_look && memory_.marks.marked(row(position), instruction.mark + 1);
      if (in_look) push({.kind = Job::Kind::leave, .number = instruction.mark, .position = position});
    }
    switch (instruction.op) {
      case Op::any:
      case Op::token:
      case Op::any_back:
      case Op::token_back:
        if (!take(instruction, position)) return false;
        break;
      case Op::label:
      case Op::label_back: push_labels(instruction, position); return false;
      case Op::split: push({.number = instruction.other, .position = position}); break;
      case Op::save: {
        std::uint32_t& slot = memory_.slots[instruction.number];
        push({.kind = Job::Kind::restore, .number = instruction.number, .position = slot});
        slot = position;
        break;
      }
      case Op::look:
        if (!look(instruction.other, position)) return false;
        break;
      case Op::look_not:
        if (look(instruction.other, position)) return false;
        break;
      case Op::sentence_begin:
      case Op::sentence_end:
      case Op::paragraph_begin:
      case Op::paragraph_end:
        if (!is_boundary(document_, instruction.op, position)) return false;
        break;
      case Op::accept: end = position; return true;
    }
    pc = instruction.next;
  }
}

// The preferred stretch goes last, to be taken first.
void Run::push_labels(const Instruction& instruction, std::uint32_t position) {
  const auto try_stretch = [&](const Labelled& stretch, std::uint32_t to) {
    if (stretch.label == instruction.symbol && checks_.fits(instruction.check, stretch)) {
      push({.number = instruction.next, .position = to});
    }
  };
  if (instruction.op == Op::label) {
    if (position == window_.end) return;
    const auto starting = layer_.starting_at(position);
    for (auto number = starting.rbegin(); number != starting.rend(); ++number) {
      const Labelled& stretch = layer_[*number];
      if (stretch.tokens.end <= window_.end) try_stretch(stretch, stretch.tokens.end);
    }
  } else if (position != window_.begin) {
    for (const std::uint32_t number : layer_.covering(position - 1)) {
      const Labelled& stretch = layer_[number];
      const bool fits = stretch.tokens.end == position && stretch.tokens.begin >= window_.begin;
      if (fits) try_stretch(stretch, stretch.tokens.begin);
    }
  }
}

bool is_boundary(const nlp::AnnotatedDocument& document, Op op, std::uint32_t position) {
  const bool sentence = op == Op::sentence_begin || op == Op::sentence_end;
  const auto& ranges = sentence ? document.sentences : document.paragraphs;
  if (op == Op::sentence_begin || op == Op::paragraph_begin) {
    const auto it = std::partition_point(ranges.begin(), ranges.end(),
                                         [&](const TokenRange& range) { return range.begin < position; });
    return it != ranges.end() && it->begin == position;
  }
  const auto it =
      std::partition_point(ranges.begin(), ranges.end(), [&](const TokenRange& range) { return range.end < position; });
  return it != ranges.end() && it->end == position;
}

void Run::emit(TokenRange tokens, std::vector<Match>& out) const {
  Match match{.tokens = tokens, .captures = {}};
  match.captures.resize(program_.captures.size());
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    const std::uint32_t begin = memory_.slots[2 * i];
    const std::uint32_t end = memory_.slots[2 * i + 1];
    if (begin != kNone && end != kNone) match.captures[i] = TokenRange{begin, end};
  }
  out.push_back(std::move(match));
}

}  // namespace claimgraph::pattern
