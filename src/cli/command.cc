#include "cli/command.h"

namespace claimgraph::cli {
namespace {

constexpr const char* kRead = "Read articles";
constexpr const char* kAsk = "Ask";
constexpr const char* kGraph = "Follow and draw the graph";
constexpr const char* kRules = "Look after the rules";
constexpr const char* kStore = "Look after the store";

constexpr Command kCommands[] = {
    {"build", kRead, "read articles into the store; safe to repeat", add_build},
    {"extract", kRead, "print what articles say, a record a document, without a store", add_extract},
    {"annotate", kRead, "print the linguistic analysis of articles, as CoNLL-U or drawn", add_annotate},
    {"claims", kAsk, "who claimed what about whom", add_claims},
    {"stances", kAsk, "who is for or against whom or what", add_stances},
    {"timeline", kAsk, "claims and stances by day, week, month or year", add_timeline},
    {"contradictions", kAsk, "who is for and against the same, in whose words", add_contradictions},
    {"compare", kAsk, "one subject across publishers", add_compare},
    {"entities", kAsk, "people, organisations and concepts; merging and splitting them", add_entities},
    {"show", kAsk, "a claim or stance in its paragraph", add_show},
    {"explain", kAsk, "why a claim or stance is in the graph: its rule, and what the rule met", add_explain},
    {"neighbours", kGraph, "what leads to and from an entity", add_neighbours},
    {"path", kGraph, "how two entities are connected", add_path},
    {"clusters", kGraph, "who stands together, by support and opposition", add_clusters},
    {"network", kGraph, "who agrees and disagrees with whom, over what", add_network},
    {"measures", kGraph, "where entities stand: rank, degrees, balance", add_measures},
    {"export", kGraph, "the graph as a picture or a file for other programs", add_export},
    {"rules", kRules, "check, test, try, explain, measure and compare rules", add_rules},
    {"store", kStore, "counts, checks, backups, merging; removing documents", add_store},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace claimgraph::cli
