#include <memory>
#include <optional>

#include <unistd.h>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/dot.h"
#include "claimgraph/exporters/graph_files.h"
#include "claimgraph/exporters/graphviz.h"
#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/network_options.h"
#include "cli/options.h"
#include "cli/write_file.h"

namespace claimgraph::cli {
namespace {

// In the order of kFormatNames.
enum class GraphFormat { dot, svg, png, graphml, yed, visone, gexf, pajek, dl, csv, jsonl };
const std::vector<std::string> kFormatNames = {"dot",  "svg",   "png", "graphml", "yed",  "visone",
                                               "gexf", "pajek", "dl",  "csv",     "jsonl"};

constexpr std::size_t kEdgesInPicture = 40;

struct ExportOptions {
  std::string store;
  query::GraphQuery query;
  std::optional<std::size_t> edges;
  std::optional<GraphFormat> format;
  std::string output;
  std::string title;
  bool nodes = false;
  std::optional<graph::NetworkMode> network_mode;
  graph::NetworkOptions network;
};

bool is_picture(GraphFormat format) { return format <= GraphFormat::png; }

// What was asked for, else what the output file's name ends in, else dot.
GraphFormat format_of(const ExportOptions& options) {
  if (options.format) return *options.format;
  const std::string ending = options.output.substr(std::min(options.output.rfind('.'), options.output.size() - 1) + 1);
  for (std::size_t i = 0; !options.output.empty() && i < kFormatNames.size(); ++i) {
    if (kFormatNames[i] == ending) return static_cast<GraphFormat>(i);
  }
  if (ending == "net") return GraphFormat::pajek;
  return GraphFormat::dot;
}

Result<std::string> exported(const query::GraphResult& graph, GraphFormat format, const ExportOptions& options) {
  const auto picture = [&](exporters::Picture kind) {
    return exporters::draw(exporters::dot(graph, {.title = options.title}), {.picture = kind});
  };
  switch (format) {
    case GraphFormat::svg: return picture(exporters::Picture::svg);
    case GraphFormat::png: return picture(exporters::Picture::png);
    case GraphFormat::graphml: return exporters::graphml(graph);
    case GraphFormat::yed: return exporters::graphml(graph, exporters::GraphmlDialect::yed);
    case GraphFormat::visone: return exporters::graphml(graph, exporters::GraphmlDialect::visone);
    case GraphFormat::gexf: return exporters::gexf(graph);
    case GraphFormat::pajek: return exporters::pajek(graph);
    case GraphFormat::dl: return exporters::ucinet_dl(graph);
    case GraphFormat::csv:
      return exporters::to_csv(options.nodes ? exporters::nodes_of(graph) : exporters::edges_of(graph));
    case GraphFormat::jsonl: return exporters::graph_jsonl(graph);
    case GraphFormat::dot: break;
  }
  return exporters::dot(graph, {.title = options.title});
}

Status check(const ExportOptions& options, GraphFormat format, const Terminal& terminal) {
  if (options.nodes && format != GraphFormat::csv) {
    return fail({.code = ErrorCode::usage,
                 .message = "--nodes goes with --format csv alone",
                 .hint = "the other formats hold nodes and edges together"});
  }
  if (format == GraphFormat::png && options.output.empty() && terminal.out_is_terminal()) {
    return fail({.code = ErrorCode::usage,
                 .message = "a terminal cannot show a PNG picture",
                 .hint = "name a file: --output graph.png"});
  }
  return {};
}

Result<int> run_export(const ExportOptions& options, Terminal& terminal) {
  const GraphFormat format = format_of(options);
  if (const auto good = check(options, format, terminal); !good) return fail(good.error());
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  query::GraphQuery query = options.query;
  if (options.network_mode) {
    query.network = options.network;
    query.network->mode = *options.network_mode;
  }
  query.most_edges = options.edges.value_or(is_picture(format) ? kEdgesInPicture : 0);
  const auto graph = query::graph(*snapshot, query);
  if (!graph) return fail(graph.error());
  const auto bytes = exported(*graph, format, options);
  if (!bytes) return fail(bytes.error());
  const auto written = options.output.empty() ? terminal.write(*bytes) : write_file(options.output, *bytes);
  if (!written) return fail(written.error());
  const std::size_t edges = graph->view.edges().size();
  if (edges == 0) terminal.note("no edges match");
  if (edges < graph->edges_total && !options.edges) {
    terminal.note(fmt::format("the {} strongest of {} edges; --edges 0 takes all", edges, graph->edges_total));
  }
  return 0;
}

void add_graph_options(CLI::App& command, ExportOptions& options) {
  command
      .add_option_function<std::size_t>(
          "--edges", [&options](const std::size_t& most) { options.edges = most; },
          fmt::format("keep the strongest, 0 for all (else {} in pictures, all in files)", kEdgesInPicture))
      ->check(check_count)
      ->type_name("N");
  command.add_option("--around", options.query.around, "only what is near this entity")->type_name("NAME");
  command.add_option("--hops", options.query.hops, "how near: edges from it (else 1)")
      ->check(check_count)
      ->type_name("N");
  add_kind_option(command, options.query.kinds);
  add_choice(command, "--network", "a discourse network instead of claims and stances", network_modes(),
             [&options](std::size_t i) { options.network_mode = static_cast<graph::NetworkMode>(i); });
  add_network_options(command, options.network);
}

}  // namespace

void add_export(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ExportOptions>();
  add_store_option(command, options->store);
  add_choice(command, "--format", "else by the file's ending, else dot", kFormatNames,
             [options = options.get()](std::size_t i) { options->format = static_cast<GraphFormat>(i); });
  command.add_option("--output,-o", options->output, "the file to write (else standard output)")->type_name("FILE");
  command.add_option("--title", options->title, "the line above a picture")->type_name("TEXT");
  command.add_flag("--nodes", options->nodes, "with csv: the nodes (else the edges)");
  add_graph_options(command, *options);
  add_filter_options(command, options->query.filter);
  command.footer(
      "svg and png are drawn by GraphViz (Debian package graphviz).\n"
      "Example:\n  claimgraph export --around NATO --hops 2 --output nato.svg");
  command.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_export(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
