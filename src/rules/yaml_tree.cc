#include "rules/yaml_tree.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace claimgraph::rules {
namespace {

// yaml-cpp recurses once a level and our own walk of the tree does too; a rule file needs five levels.
constexpr std::size_t kMostLevels = 16;

constexpr const char* kInsteadOfAnchors =
    "name a pattern part under 'define' and write $name; quote a text that begins with '*' or '&'";

// Thrown through yaml-cpp to end the file; caught in parse_yaml().
struct Refused {
  Error error;
};

// The offset behind the quoted scalar that begins at `begin`, if it ends.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

// Builds the tree out of yaml-cpp's events, which name every place; its own node tree loses duplicate keys.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, Diagnostics& out) : source_(source), out_(out) {}

  Node take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    refuse(mark, "a second YAML document begins here, where a file is one", "delete the '---' or split the file");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(make(NodeKind::nothing, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "an alias ('*name') is not taken here", kInsteadOfAnchors);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Node node = make(NodeKind::scalar, mark);
    const char first = node.offset < source_.text.size() ? source_.text[node.offset] : '\0';
    if ((first == '"' || first == '\'') && !end_of_quoted(source_.text, node.offset)) {
      refuse(mark, "the quote that begins here is not closed before the file ends", fmt::format("add a {}", first));
    }
    node.plain = tag == "?";
    node.text = value;
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(make(NodeKind::list, mark), mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(make(NodeKind::mapping, mark), mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    std::optional<Node> key;                // of the value to come
    std::map<std::string, SourcePos> keys;  // those met so far
  };

  SourcePos place(const YAML::Mark& mark) const {
    return {source_.file, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
  }
  [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string hint) const {
    throw Refused{{ErrorCode::parse, std::move(message), place(mark), std::move(hint)}};
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor == 0) return;
    refuse(mark, "an anchor ('&name') is not taken here", kInsteadOfAnchors);
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    // yaml-cpp gives "?" and "!" to untagged scalars, plain and not.
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse(mark, fmt::format("the tag '{}' is not taken here", tag), "delete it, or quote the text if the '!' is part");
  }

  Node make(NodeKind kind, const YAML::Mark& mark) const {
    return {.kind = kind, .where = place(mark), .offset = static_cast<std::size_t>(std::max(mark.pos, 0))};
  }
  bool key_wanted() const { return !open_.empty() && open_.back().node.kind == NodeKind::mapping && !open_.back().key; }

  void open(Node node, const YAML::Mark& mark) {
    if (key_wanted()) refuse(mark, fmt::format("a key is {}, not a text", describe(node)), "quote it if it is a text");
    if (open_.size() == kMostLevels) {
      throw Refused{{ErrorCode::limit, fmt::format("lists and mappings nest more than {} deep", kMostLevels),
                     place(mark), "a rule file needs five levels; is a bracket not closed?"}};
    }
    open_.push_back({.node = std::move(node), .key = std::nullopt, .keys = {}});
  }
  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }
  void add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == NodeKind::list) {
      open_.back().node.children.push_back(std::move(node));
    } else if (key_wanted()) {
      if (node.kind != NodeKind::scalar) {
        throw Refused{{ErrorCode::parse, "a key is empty", node.where, "write 'name: value'"}};
      }
      open_.back().key = std::move(node);
    } else {
      add_entry(open_.back(), std::move(node));
    }
  }
  void add_entry(Open& mapping, Node value) {
    const Node key = *std::exchange(mapping.key, std::nullopt);
    const auto [first, added] = mapping.keys.emplace(key.text, key.where);
    if (!added) {
      out_.error({.code = ErrorCode::parse,
                  .message = fmt::format("key '{}' stands twice in one mapping", key.text),
                  .where = key.where,
                  .hint = fmt::format("first at {}", dump(first->second))});
      return;
    }
    value.key = key.text;
    value.key_where = key.where;
    if (value.kind == NodeKind::nothing) value.where = key.where;  // yaml-cpp places it at whatever comes next
    mapping.node.children.push_back(std::move(value));
  }

  const Source& source_;
  Diagnostics& out_;
  std::vector<Open> open_;
  Node root_;
  int documents_ = 0;
};

struct Explanation {
  std::string_view theirs;
  std::string_view message;
  std::string_view hint;
};

// What yaml-cpp says, in words that help with a rule file.
const Explanation kExplanations[] = {
    {YAML::ErrorMsg::END_OF_MAP, "this is no entry of the mapping it stands in",
     "is it indented like its neighbours? A text that begins with '[' needs quotes"},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' is not closed, or a ',' is missing", "close it with '}'"},
    {YAML::ErrorMsg::END_OF_SEQ, "this is no item of the list it stands in",
     "items begin with '- ', all indented alike"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' is not closed, or a ',' is missing",
     "quote a pattern that begins with '[', or write it below 'pattern: |'"},
    {YAML::ErrorMsg::MAP_VALUE, "a ':' where no key can end", "quote the text that holds it"},
    {YAML::ErrorMsg::MAP_KEY, "a key where none can stand", "is it indented like its neighbours?"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a '- ' where no list can begin", "is it indented like its neighbours?"},
    {YAML::ErrorMsg::FLOW_END, "a closing bracket that nothing opened", "quote the text if it is part of one"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "a character that can begin no text", "quote the text that begins with it"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "the file ends within a quoted text", "close the quote"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "a line of dashes or dots within a quoted text", "close the quote before it"},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, "a '*' where no text can begin", "quote the text that begins with it"},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, "a '&' where no text can begin", "quote the text that begins with it"},
};

// Every exception of yaml-cpp becomes an Error here and nowhere else.
Error explain(const YAML::Exception& thrown, const Source& source) {
  Error error{.code = ErrorCode::parse, .message = "this is not YAML: " + thrown.msg, .where = SourcePos{source.file}};
  if (!thrown.mark.is_null()) {
    error.where->line = static_cast<std::uint32_t>(thrown.mark.line + 1);
    error.where->column = static_cast<std::uint32_t>(thrown.mark.column + 1);
  }
  for (const auto& known : kExplanations) {
    if (thrown.msg != known.theirs) continue;
    error.message = known.message;
    error.hint = known.hint;
  }
  if (thrown.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
    error.message = "an alias ('*name') is not taken here";
    error.hint = kInsteadOfAnchors;
  }
  if (thrown.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE)) {
    error.message = fmt::format("'\\{}' is no escape of YAML",
                                thrown.msg.substr(std::string_view(YAML::ErrorMsg::INVALID_ESCAPE).size()));
    error.hint = "between single quotes and below '|' a backslash stands for itself";
  }
  return error;
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  const auto at = std::find_if(children.begin(), children.end(), [&](const Node& child) { return child.key == name; });
  return kind == NodeKind::mapping && at != children.end() ? &*at : nullptr;
}

std::string describe(const Node& node) {
  constexpr std::size_t kMostShown = 30;
  switch (node.kind) {
    case NodeKind::nothing: return "empty";
    case NodeKind::list: return "a list";
    case NodeKind::mapping: return "a mapping";
    case NodeKind::scalar: break;
  }
  const std::size_t line_end = std::min(node.text.find('\n'), node.text.size());
  if (line_end == node.text.size() && line_end <= kMostShown) return fmt::format("'{}'", node.text);
  return "a longer text";
}

std::optional<Node> parse_yaml(const Source& source, Diagnostics& out) {
  std::istringstream in(source.text);
  TreeBuilder builder(source, out);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
    Node root = builder.take_root();
    if (root.kind == NodeKind::nothing) root.where = {source.file, 1, 1};  // comments only
    return root;
  } catch (const YAML::Exception& thrown) {
    out.error(explain(thrown, source));
  } catch (const Refused& refused) {
    out.error(refused.error);
  }
  return std::nullopt;
}

}  // namespace claimgraph::rules
