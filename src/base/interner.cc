#include "claimgraph/base/interner.h"

#include <cassert>
#include <cstring>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>

namespace claimgraph {
namespace {

// Bytes that never move, so that views of them stay good while more are added.
class Arena {
 public:
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) grow(text.size());
    char* at = next_;
    std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {at, text.size()};
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 14;  // bytes

  void grow(std::size_t needed) {
    room_ = needed > kBlock ? needed : kBlock;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;  // bytes
};

}  // namespace

struct Interner::Impl {
  std::shared_ptr<const Interner> base;
  std::uint32_t first = 0;  // the number of the first symbol of this layer
  Arena arena;
  std::vector<std::string_view> texts;
  absl::flat_hash_map<std::string_view, Symbol> symbols;
};

Interner::Interner() : impl_(std::make_unique<Impl>()) { intern(""); }

Interner::Interner(std::shared_ptr<const Interner> base) : impl_(std::make_unique<Impl>()) {
  impl_->first = static_cast<std::uint32_t>(base->size());
  impl_->base = std::move(base);
}

Interner::Interner(Interner&&) noexcept = default;
Interner& Interner::operator=(Interner&&) noexcept = default;
Interner::~Interner() = default;

Symbol Interner::intern(std::string_view text) {
  if (const auto known = find(text)) return *known;
  const auto kept = impl_->arena.copy(text);
  const auto symbol = static_cast<Symbol>(size());
  impl_->texts.push_back(kept);
  impl_->symbols.emplace(kept, symbol);
  return symbol;
}

std::optional<Symbol> Interner::find(std::string_view text) const {
  if (impl_->base) {
    if (const auto below = impl_->base->find(text)) return below;
  }
  const auto it = impl_->symbols.find(text);
  if (it == impl_->symbols.end()) return std::nullopt;
  return it->second;
}

std::string_view Interner::text(Symbol symbol) const {
  const auto number = static_cast<std::uint32_t>(symbol);
  if (number < impl_->first) return impl_->base->text(symbol);
  assert(number - impl_->first < impl_->texts.size());
  return impl_->texts[number - impl_->first];
}

std::size_t Interner::size() const { return impl_->first + impl_->texts.size(); }

}  // namespace claimgraph
