#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "nlp/training/network.h"
#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {

// How a network is trained. The rate rises over the first steps and then falls to almost nothing in a straight line.
struct Recipe {
  NetworkShape shape;
  Dropout dropout;
  std::size_t silver_epochs = 0;  // over silver and gold sentences, mixed
  std::size_t epochs = 16;        // over gold sentences, after that
  std::size_t batch_words = 600;
  float rate = 0.002F;
  std::uint64_t seed = 1;
};

// Of all that decides what train() gives: the same for the same recipe, inventory and sentences.
std::uint64_t fingerprint_of(const Recipe& recipe, const Inventory& inventory, std::span<const Sentence> gold,
                             std::span<const Sentence> silver);

// What is done so far, after each epoch.
struct Progress {
  std::size_t epoch = 0;
  std::size_t epochs = 0;
  double loss = 0;  // a word, mean over the epoch
};

// The same sentences and recipe give the same network on the same machine.
Network train(const Recipe& recipe, const Inventory& inventory, std::span<const Sentence> gold,
              std::span<const Sentence> silver, const std::function<void(const Progress&)>& report);

// Replaces all labels of the sentences by what the networks together find.
// REQUIRES: all have this inventory.
void label(std::span<const Network* const> networks, const Inventory& inventory, std::span<Sentence> sentences);

// The sentences of a text, in words; those of fewer than three or more than 120 words are left out.
std::vector<Sentence> sentences_of(std::string_view text);

}  // namespace claimgraph::nlp::training
