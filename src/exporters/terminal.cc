#include "exporters/terminal.h"

#include <algorithm>
#include <span>
#include <variant>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/exporters/answers.h"
#include "claimgraph/exporters/card.h"
#include "claimgraph/exporters/table.h"
#include "exporters/document_text.h"
#include "exporters/text.h"
#include "exporters/value.h"

namespace claimgraph::exporters {
namespace {

constexpr std::size_t kGap = 2;              // columns between columns
constexpr std::size_t kNarrowestColumn = 8;  // an elastic column is not cut below this
constexpr std::string_view kMargin = "    ";
constexpr std::string_view kMarkedMargin = "  | ";  // as wide

std::string shown(const Value& value) {
  // Confidences and weights are estimates: two decimals are what they are worth.
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.2f}", *number);
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    return one_line(fmt::format("{}", fmt::join(*list, ", ")));
  }
  if (const auto* link = std::get_if<Link>(&value)) return one_line(link->text);
  return one_line(plain_text(value));
}

std::string heading_of(const Column& column) {
  std::string name = column.name;
  for (char& c : name) c = c == '_' ? ' ' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return name;
}

using Cells = std::vector<std::vector<std::string>>;

std::vector<std::size_t> natural_widths(const Table& table, const Cells& cells) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) widths.push_back(display_width(heading_of(column)));
  for (const auto& row : cells) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

// Narrows elastic columns, the last one first, until a line fits or nothing can be taken.
void shrink(std::vector<std::size_t>& widths, const Table& table, std::size_t limit) {
  std::size_t total = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  for (std::size_t i = widths.size(); i-- > 0 && total > limit;) {
    const std::size_t least = std::max(kNarrowestColumn, display_width(heading_of(table.columns[i])));
    if (!table.columns[i].elastic || widths[i] <= least) continue;
    const std::size_t taken = std::min(widths[i] - least, total - limit);
    widths[i] -= taken;
    total -= taken;
  }
}

std::string padded(std::string_view text, std::size_t width, bool right) {
  const std::string fitted = cut(text, width);
  const std::string pad(width - std::min(width, display_width(fitted)), ' ');
  return right ? pad + fitted : fitted + pad;
}

std::size_t width_of(const TerminalOptions& options) {
  return options.width == 0 ? std::string::npos : std::max<std::size_t>(options.width, 20);
}

void append_wrapped(std::string& out, std::string_view text, const TerminalOptions& options, Ink ink,
                    std::string_view margin = kMargin) {
  if (text.empty()) return;
  const std::size_t room = options.width == 0 ? std::string::npos : options.width;
  for (const auto& line : wrap(text, room > kMargin.size() + 20 ? room - kMargin.size() : 20)) {
    out += fmt::format("{}{}\n", margin, inked(line, ink, options.color));
  }
}

// The heading of a fact's card, the rule that found it and how sure it is.
template <typename Row>
std::string what_it_says(const Row& row, const TerminalOptions& options) {
  const std::string heading = cards_of(std::span(&row, 1)).front().heading;
  std::string out;
  for (const auto& line : wrap(heading, width_of(options))) out += inked(line, Ink::bold, options.color) + "\n";
  append_wrapped(out, fmt::format("[{}, {:.2f}]", row.rule, row.confidence), options, Ink::dim);
  return out + '\n';
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Takes what touches the fact without a space into it: a quotation mark before it, the full stop behind it. So no line
// begins with one.
query::Context with_whole_words(query::Context context) {
  const auto first = std::find_if(context.before.rbegin(), context.before.rend(), is_space).base();
  context.fact.insert(context.fact.begin(), first, context.before.end());
  context.before.erase(first, context.before.end());
  const auto last = std::find_if(context.after.begin(), context.after.end(), is_space);
  context.fact.append(context.after.begin(), last);
  context.after.erase(context.after.begin(), last);
  return context;
}

}  // namespace

std::string inked(std::string_view text, Ink ink, bool color) {
  if (!color || ink == Ink::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", ink == Ink::bold ? 1 : 2, text);
}

std::string to_text(const Table& table, const TerminalOptions& options) {
  Cells cells;
  for (const auto& row : table.rows) {
    cells.emplace_back();
    for (const auto& value : row) cells.back().push_back(shown(value));
  }
  std::vector<std::size_t> widths = natural_widths(table, cells);
  if (options.width > 0) shrink(widths, table, options.width);

  const std::vector<bool> right = numeric_columns(table);
  const auto line_of = [&](const std::vector<std::string>& parts) {
    std::string line;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) line.append(kGap, ' ');
      line += padded(parts[i], widths[i], right[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  };
  std::vector<std::string> headings;
  for (const auto& column : table.columns) headings.push_back(heading_of(column));
  std::string out = inked(line_of(headings), Ink::bold, options.color) + "\n";
  for (std::size_t r = 0; r < cells.size(); ++r) {
    if (table.grouped && r > 0 && cells[r][0] != cells[r - 1][0]) out += '\n';
    out += line_of(cells[r]) + "\n";
  }
  return out;
}

std::string to_text(std::span<const Card> cards, const TerminalOptions& options) {
  std::string out;
  std::string section;
  for (const auto& card : cards) {
    if (!out.empty()) out += '\n';
    if (card.section != section) {
      section = card.section;
      out += inked(one_line(section), Ink::dim, options.color) + "\n\n";
    }
    for (const auto& line : wrap(card.heading, width_of(options))) out += inked(line, Ink::bold, options.color) + "\n";
    append_wrapped(out, card.quote, options, Ink::plain);
    append_wrapped(out, card.source, options, Ink::dim);
  }
  return out;
}

std::string to_text(const query::Context& context, const TerminalOptions& options) {
  const auto& document = context.document;
  std::string out = std::visit([&](const auto& row) { return what_it_says(row, options); }, context.row);
  out += inked(one_line(name_of(document)), Ink::bold, options.color) + "\n";
  for (const auto& part : {document.publisher, document.published, document.uri}) {
    if (!part.empty()) out += inked(one_line(part), Ink::dim, options.color) + "\n";
  }
  out += '\n';
  const auto lines = with_whole_words(context);
  append_wrapped(out, (lines.more_before ? "… " : "") + lines.before, options, Ink::dim);
  append_wrapped(out, lines.fact, options, Ink::bold, kMarkedMargin);
  append_wrapped(out, lines.after + (lines.more_after ? " …" : ""), options, Ink::dim);
  return out;
}

}  // namespace claimgraph::exporters
