#include "rules/fingerprint.h"

#include <cstdint>
#include <new>

#include <fmt/format.h>
#include <xxhash.h>

namespace claimgraph::rules {

struct Fingerprint::State {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> hash{XXH3_createState()};
};

Fingerprint::Fingerprint() : state_(std::make_unique<State>()) {
  if (state_->hash == nullptr) throw std::bad_alloc();
  XXH3_64bits_reset(state_->hash.get());
}

Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::string_view path, std::string_view bytes) {
  // Sizes as text, so that they are the same on every machine.
  const std::string head = fmt::format("{} {} ", path.size(), bytes.size());
  for (const std::string_view part : {std::string_view(head), path, bytes}) {
    XXH3_64bits_update(state_->hash.get(), part.data(), part.size());
  }
}

std::string Fingerprint::digits() const {
  return fmt::format("{:016x}", static_cast<std::uint64_t>(XXH3_64bits_digest(state_->hash.get())));
}

}  // namespace claimgraph::rules
