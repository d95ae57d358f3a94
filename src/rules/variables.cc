#include "rules/variables.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rules/spelling.h"

namespace claimgraph::rules {
namespace {

// The longest text that variables may grow to; values that name values can double it at every step.
constexpr std::size_t kMostBytes = std::size_t{1} << 16;

// The place in `raw` of the mark number `number` behind `offset`. A quoted text may hide one; then that of the text.
std::size_t place_of_mark(std::string_view raw, std::size_t offset, std::size_t number) {
  std::size_t at = std::min(offset, raw.size());
  for (std::size_t i = 0; i <= number; ++i) {
    at = raw.find("${", i == 0 ? at : at + 2);
    if (at == std::string_view::npos) return offset;
  }
  return at;
}

}  // namespace

std::vector<VariableMark> variable_marks(std::string_view text) {
  std::vector<VariableMark> out;
  for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at)) {
    if (at > 0 && text[at - 1] == '$') {
      out.push_back({.begin = at - 1, .size = 3, .name = {}, .escaped = true});
      at += 2;
      continue;
    }
    const std::size_t end = text.find('}', at);
    const bool closed = end != std::string_view::npos;
    out.push_back({.begin = at,
                   .size = closed ? end + 1 - at : 2,
                   .name = closed ? text.substr(at + 2, end - at - 2) : std::string_view(),
                   .closed = closed});
    at += out.back().size;
  }
  return out;
}

std::string with_values(std::string_view text, const std::vector<std::string>& values) {
  std::string out;
  std::size_t done = 0;
  const auto marks = variable_marks(text);
  for (std::size_t i = 0; i < marks.size() && i < values.size(); ++i) {
    out.append(text.substr(done, marks[i].begin - done)).append(values[i]);
    done = marks[i].begin + marks[i].size;
  }
  return out.append(text.substr(done));
}

void Variables::read(const Node* parameters, const Node* variables, Diagnostics& out) {
  if (parameters != nullptr) read(*parameters, true, out);
  if (variables != nullptr) read(*variables, false, out);
}

void Variables::read(const Node& section, bool parameter, Diagnostics& out) {
  if (section.kind != NodeKind::mapping) {
    finding(fmt::format("'{}' is {}, not a mapping", section.key, describe(section)), section.where,
            "write 'name: value' lines below it", out);
    return;
  }
  for (const Node& child : section.children) {
    const bool nameless = !is_identifier(child.key);
    const bool one_line = child.kind == NodeKind::scalar && child.text.find('\n') == std::string::npos;
    const bool without = child.kind == NodeKind::nothing && parameter;
    if (nameless) {
      finding(fmt::format("'{}' is no name for a variable", child.key), child.key_where,
              "letters, digits and '_', no digit first", out);
    } else if (!one_line && !without) {
      finding(fmt::format("the value of '{}' is {}, not a text of one line", child.key, describe(child)), child.where,
              child.kind == NodeKind::nothing ? "write \"\" for no text" : "quote a text that begins with '[' or '{'",
              out);
    } else if (!all_.emplace(child.key, Variable{.written = without ? nullptr : &child,
                                                 .where = child.key_where,
                                                 .parameter = parameter})
                    .second) {
      finding(fmt::format("'{}' is a parameter already", child.key), child.key_where, "name one of the two otherwise",
              out);
    }
  }
}

void Variables::give(const Written& name, const std::string& value, Diagnostics& out) {
  const auto at = all_.find(name.text);
  if (at != all_.end() && at->second.parameter) {
    at->second.value = value;
    return;
  }
  std::vector<std::string> known;
  for (const auto& [parameter, variable] : all_) {
    if (variable.parameter) known.push_back(parameter);
  }
  finding(fmt::format("'{}' has no parameter '{}'", source_.file, name.text), name.where,
          known.empty() ? "it has none" : suggest(name.text, known), out);
}

void Variables::check_given(const SourcePos& importer, Diagnostics& out) const {
  for (const auto& [name, variable] : all_) {
    if (!variable.parameter || variable.value || variable.written != nullptr) continue;
    finding(fmt::format("the import of '{}' gives no value to '{}'", source_.file, name), importer,
            fmt::format("write with: {{{}: \"...\"}}", name), out);
  }
}

std::string Variables::finding(std::string message, const SourcePos& where, std::string hint, Diagnostics& out) const {
  out.error({.code = ErrorCode::parse, .message = std::move(message), .where = where, .hint = std::move(hint)});
  return {};
}

std::string Variables::value_of(const VariableMark& mark, const SourcePos& where, Diagnostics& out) {
  if (mark.escaped) return "${";
  if (!mark.closed) return finding("'${' is never closed", where, "close it with '}', or write $${ for ${ itself", out);
  const auto found = all_.find(mark.name);
  if (found == all_.end()) {
    std::vector<std::string> known;
    for (const auto& [name, variable] : all_) known.push_back(name);
    return finding(fmt::format("no variable '{}'", mark.name), where,
                   known.empty() ? "name it under 'variables', or write $${ for ${ itself" : suggest(mark.name, known),
                   out);
  }
  Variable& variable = found->second;
  variable.used = true;
  if (variable.value) return *variable.value;
  if (variable.written == nullptr) return {};  // see check_given()
  if (const auto cycle = std::find(open_.begin(), open_.end(), mark.name); cycle != open_.end()) {
    std::string chain;
    for (auto it = cycle; it != open_.end(); ++it) chain += *it + " -> ";
    return finding(fmt::format("variable '{}' uses itself: {}{}", mark.name, chain, mark.name), where,
                   "write one of them without the other", out);
  }
  open_.emplace_back(mark.name);
  const auto values = values_of(variable.written->text, variable.written->offset, out);
  open_.pop_back();
  std::string value = with_values(variable.written->text, values);
  if (value.size() > kMostBytes) {
    value.clear();
    finding(fmt::format("the value of '{}' has more than {} bytes", mark.name, kMostBytes), variable.where,
            "values that name values grow with every step", out);
  }
  variable.value = value;
  return value;
}

std::vector<std::string> Variables::values_of(std::string_view text, std::size_t offset, Diagnostics& out) {
  std::vector<std::string> values;
  for (const VariableMark& mark : variable_marks(text)) {
    const std::size_t at = place_of_mark(source_.text, offset, values.size());
    values.push_back(value_of(mark, place_of(source_, at), out));
  }
  return values;
}

void Variables::replace_in(Node& node, Diagnostics& out) {
  if (node.text.find("${") != std::string::npos) {
    node.values = values_of(node.text, node.offset, out);
    node.written = std::exchange(node.text, with_values(node.text, node.values));
  }
  for (Node& child : node.children) {
    if (child.key.find("${") != std::string::npos) {
      const std::size_t offset = offset_of(source_, child.key_where);
      child.key = with_values(child.key, values_of(child.key, offset, out));
    }
    replace_in(child, out);
  }
}

void Variables::warn_of_unused(Diagnostics& out) const {
  for (const auto& [name, variable] : all_) {
    if (variable.used) continue;
    out.warning({.message = fmt::format("{} '{}' is used nowhere in this file",
                                        variable.parameter ? "parameter" : "variable", name),
                 .where = variable.where,
                 .hint = fmt::format("write ${{{}}} where it belongs, or delete it", name)});
  }
}

}  // namespace claimgraph::rules
