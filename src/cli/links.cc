#include "cli/links.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/kg/link.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct LinkOptions {
  std::string store;
  std::vector<std::string> names;
  std::uint64_t number = 0;  // 0: the last one
  OutputOptions output;
};

std::string shown(const kg::EntityName& entity) { return fmt::format("{} ({})", entity.name, spell(entity.type)); }

std::vector<std::string> shown(const std::vector<kg::EntityName>& entities) {
  std::vector<std::string> out;
  for (const auto& entity : entities) out.push_back(shown(entity));
  return out;
}

Result<kg::EntityName> name_of(const store::Snapshot& snapshot, kg::EntityId id) {
  const auto entity = snapshot.entity(id);
  if (!entity) return fail(entity.error());
  // resolve() names entities that there are.
  return kg::EntityName{(*entity)->name, (*entity)->type};
}

// The first name's entity, and all that go by the others: who is taken as one with them today comes along.
Result<kg::Link> merge_of(const store::Snapshot& snapshot, const std::vector<std::string>& names) {
  if (names.size() < 2) {
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("'{}' alone cannot be merged", names.front()),
                 .hint = "give another name that means the same"});
  }
  kg::Link out{.kind = kg::LinkKind::merge};
  std::vector<kg::EntityId> known;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto ids = query::resolve(snapshot, names[i]);
    if (!ids) return fail(ids.error());
    const bool same = std::find(known.begin(), known.end(), ids->front()) != known.end();
    if (same) {
      return fail({.code = ErrorCode::usage,
                   .message = fmt::format("'{}' and '{}' are one entity already", names.front(), names[i])});
    }
    known.insert(known.end(), ids->begin(), ids->end());
    for (const kg::EntityId id : *ids) {
      if (i == 0 && id != ids->front()) continue;
      auto name = name_of(snapshot, id);
      if (!name) return fail(std::move(name.error()));
      out.entities.push_back(*std::move(name));
    }
  }
  return out;
}

// "Tarn (place)" taken apart; the type is empty where none is given.
std::pair<std::string, std::string> parts_of(const std::string& written) {
  const std::size_t open = written.rfind(" (");
  if (open == std::string::npos || !written.ends_with(')')) return {written, ""};
  const std::string type = written.substr(open + 2, written.size() - open - 3);
  return kg::parse<kg::EntityType>(type) ? std::pair(written.substr(0, open), type) : std::pair(written, std::string());
}

// The one entity that documents call exactly so, whoever it is taken as one with.
Result<kg::EntityName> spelled(const store::Snapshot& snapshot, const std::string& written) {
  const auto [name, type] = parts_of(written);
  auto found = snapshot.spelled(name);
  if (!found) return fail(std::move(found.error()));
  if (!type.empty()) {
    std::erase_if(*found, [wanted = type](const auto& entity) { return spell(entity.type) != wanted; });
  }
  if (found->empty()) {
    return fail({.code = ErrorCode::not_found,
                 .message = fmt::format("no document names an entity exactly '{}'", written),
                 .hint = fmt::format("`claimgraph entities '{}'` lists names and aliases", name)});
  }
  if (found->size() == 1) return std::move(found->front());
  return fail({.code = ErrorCode::ambiguous,
               .message = fmt::format("'{}' may be {} entities", written, found->size()),
               .hint = fmt::format("say one of '{}'", fmt::join(shown(*found), "', '"))});
}

Result<kg::Link> split_of(const store::Snapshot& snapshot, const std::vector<std::string>& names) {
  kg::Link out{.kind = kg::LinkKind::split};
  for (const std::string& name : names) {
    auto entity = spelled(snapshot, name);
    if (!entity) return fail(std::move(entity.error()));
    out.entities.push_back(*std::move(entity));
  }
  return out;
}

std::string told(const kg::Link& link) {
  const auto names = shown(link.entities);
  if (link.kind == kg::LinkKind::split) return fmt::format("{}: nobody else", fmt::join(names, ", "));
  return fmt::format("{}: is {}", fmt::join(names.begin() + 1, names.end(), ", "), names.front());
}

using MakeLink = Result<kg::Link> (*)(const store::Snapshot&, const std::vector<std::string>&);

Result<int> run_link(const LinkOptions& options, MakeLink make, Terminal& terminal) {
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write});
  if (!store) return fail(store.error());
  const auto link = make(store->snapshot(), options.names);
  if (!link) return fail(link.error());
  const auto number = store->link(*link);
  if (!number) return fail(number.error());
  if (auto status = store->sync(); !status) return fail(std::move(status.error()));
  terminal.note(fmt::format("{} (link {}; `claimgraph entities undo` takes it back)", told(*link), *number));
  return 0;
}

Result<int> run_undo(const LinkOptions& options, Terminal& terminal) {
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write});
  if (!store) return fail(store.error());
  const auto links = store->snapshot().links();
  if (!links) return fail(links.error());
  const auto found = std::find_if(links->rbegin(), links->rend(), [&](const store::NumberedLink& link) {
    return options.number == 0 || link.number == options.number;
  });
  if (found == links->rend()) {
    return fail({.code = ErrorCode::not_found,
                 .message = options.number == 0 ? "there is no link to take back"
                                                : fmt::format("there is no link {} to take back", options.number),
                 .hint = "`claimgraph entities links` lists them"});
  }
  const auto removed = store->unlink(found->number);
  if (!removed) return fail(removed.error());
  if (auto status = store->sync(); !status) return fail(std::move(status.error()));
  terminal.note(fmt::format("took back link {}: {}", found->number, told(found->link)));
  return 0;
}

Result<int> run_links(const LinkOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto links = snapshot->links();
  if (!links) return fail(links.error());
  exporters::Table table{.columns = {{"number"}, {"link"}, {"entities"}}};
  for (const auto& [number, link] : *links) {
    table.rows.push_back({number, std::string(spell(link.kind)), shown(link.entities)});
  }
  if (links->empty() && options.output.format == Format::table) {
    terminal.note("no entities were merged or split");
    return 0;
  }
  const auto written = terminal.write(formatted(table, options.output, terminal));
  if (!written) return fail(written.error());
  return 0;
}

struct LinkCommand {
  const char* name;
  const char* summary;
  const char* names;  // what is said of them
  MakeLink make;
};

void add_link(CLI::App& entities, Runtime& runtime, const LinkCommand& command) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<LinkOptions>();
  auto& app = *entities.add_subcommand(command.name, command.summary);
  add_store_option(app, options->store);
  app.add_option("NAME", options->names, command.names)->required();
  app.callback([options, make = command.make, &runtime] {
    runtime.action = [options, make, &runtime] { return run_link(*options, make, runtime.terminal); };
  });
}

}  // namespace

void add_links(CLI::App& entities, Runtime& runtime) {
  add_link(entities, runtime,
           {"merge", "say that names are one entity, in all documents", "the first one's name stays", merge_of});
  add_link(
      entities, runtime,
      {"split", "say that an entity is nobody else, however alike the names", "as a document writes it", split_of});
  auto options = std::make_shared<LinkOptions>();  // shared as above
  auto& links = *entities.add_subcommand("links", "what was merged and split");
  add_store_option(links, options->store);
  add_output_options(links, options->output);
  links.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_links(*options, runtime.terminal); }; });
  auto undoing = std::make_shared<LinkOptions>();
  auto& undo = *entities.add_subcommand("undo", "take a merge or split back");
  add_store_option(undo, undoing->store);
  undo.add_option("NUMBER", undoing->number, "of the link (else the last one)")->check(check_count);
  undo.callback(
      [undoing, &runtime] { runtime.action = [undoing, &runtime] { return run_undo(*undoing, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
