#include "graph/local_moves.h"

#include <deque>
#include <numeric>

namespace claimgraph::graph {
namespace {

// A gain below this is rounding.
constexpr double kLeastGain = 1e-10;

class Mover {
 public:
  Mover(const SignedGraph& graph, double resolution, Partition& partition)
      : graph_(graph),
        resolution_(resolution),
        partition_(partition),
        support_(graph.size()),
        opposition_(graph.size()),
        members_(graph.size()),
        weight_to_(graph.size()),
        reached_(graph.size(), Reach::not_at_all) {
    for (std::uint32_t v = 0; v < graph.size(); ++v) put(v, partition[v]);
    for (std::uint32_t c = 0; c < graph.size(); ++c) {
      if (members_[c] == 0) empty_.push_back(c);
    }
  }

  void run(Random& random) {
    std::vector<std::uint32_t> order(graph_.size());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    std::deque<std::uint32_t> queue(order.begin(), order.end());
    std::vector<bool> queued(graph_.size(), true);
    while (!queue.empty()) {
      const std::uint32_t v = queue.front();
      queue.pop_front();
      queued[v] = false;
      if (!move(v)) continue;
      for (const Link& link : graph_.links(v)) {
        if (queued[link.to] || partition_[link.to] == partition_[v]) continue;
        queued[link.to] = true;
        queue.push_back(link.to);
      }
    }
  }

 private:
  enum class Reach : std::uint8_t { not_at_all, linked, joined };

  void put(std::uint32_t v, std::uint32_t cluster) {
    partition_[v] = cluster;
    support_[cluster] += graph_.support(v);
    opposition_[cluster] += graph_.opposition(v);
    ++members_[cluster];
  }

  void take_out(std::uint32_t v) {
    const std::uint32_t cluster = partition_[v];
    --members_[cluster];
    const bool emptied = members_[cluster] == 0;  // exactly 0 then, whatever was rounded
    support_[cluster] = emptied ? 0 : support_[cluster] - graph_.support(v);
    opposition_[cluster] = emptied ? 0 : opposition_[cluster] - graph_.opposition(v);
    if (emptied) empty_.push_back(cluster);
  }

  void reach_clusters(std::uint32_t v) {
    for (const Link& link : graph_.links(v)) {
      const std::uint32_t cluster = partition_[link.to];
      if (reached_[cluster] == Reach::not_at_all) {
        touched_.push_back(cluster);
        reached_[cluster] = Reach::linked;
      }
      if (link.joined) reached_[cluster] = Reach::joined;
      weight_to_[cluster] += link.weight;
    }
  }

  void forget_clusters() {
    for (const std::uint32_t cluster : touched_) {
      reached_[cluster] = Reach::not_at_all;
      weight_to_[cluster] = 0;
    }
    touched_.clear();
  }

  // What `v` in `cluster` is worth over `v` on its own.
  double gain(std::uint32_t v, std::uint32_t cluster) const {
    return weight_to_[cluster] - graph_.expected(graph_.support(v), graph_.opposition(v), support_[cluster],
                                                 opposition_[cluster], resolution_);
  }

  // Whether `v` went to another cluster. Its own stays a choice although it may no longer be joined to it: the quality
  // must not fall, and SignedGraph::split() follows.
  bool move(std::uint32_t v) {
    const std::uint32_t from = partition_[v];
    take_out(v);
    reach_clusters(v);
    std::uint32_t best = from;
    double best_gain = gain(v, from);
    for (const std::uint32_t cluster : touched_) {
      if (reached_[cluster] != Reach::joined || cluster == from) continue;
      const double here = gain(v, cluster);
      if (here > best_gain + kLeastGain) {
        best = cluster;
        best_gain = here;
      }
    }
    if (best_gain < -kLeastGain) best = empty_.back();
    forget_clusters();
    if (members_[best] == 0) empty_.pop_back();  // `from`, if it fell empty just now, or the one taken above
    put(v, best);
    return best != from;
  }

  const SignedGraph& graph_;
  const double resolution_;
  Partition& partition_;
  std::vector<double> support_;     // by cluster
  std::vector<double> opposition_;  // by cluster
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> empty_;  // clusters without members
  std::vector<double> weight_to_;     // of the vertex that is being moved, by cluster
  std::vector<Reach> reached_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace

void move_vertices(const SignedGraph& graph, double resolution, Random& random, Partition& partition) {
  Mover(graph, resolution, partition).run(random);
}

}  // namespace claimgraph::graph
