#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// The names that members may have, and which of them tends to follow which.
class known_names {
 public:
  known_names(const char *names, size_t length) {
    while (length > 0 && names_.size() <= 255) {
      const size_t end = strnlen(names, length);
      names_.emplace_back(names, end);
      names += end + 1;
      length -= end + 1;
    }
    // Twice as many places as names at least, so that a search ends soon.
    for (size_t name = 1; name < names_.size(); name++) {
      size_t place = place_of(names_[name]);
      while (places_[place] != 0) place = (place + 1) % places_.size();
      places_[place] = uint8_t(name);
    }
  }

  /// Returns what stands for `previous` before the first member of an object that is itself called `object`.
  static size_t before_first(uint8_t object) { return 256 + object; }

  /// Returns the name that has lately followed `previous`; 0 for none.
  ///
  /// The records of one file have their members in the same order, so nearly every name is the one that is guessed.
  uint8_t guess(size_t previous) const { return followers_[previous]; }

  /// Returns how the name of number `name` is spelt.
  const std::string &spelling(uint8_t name) const { return names_[name]; }

  /// Returns the number of `name`, whose escapes are undone, or 0; remembers that it followed `previous`.
  uint8_t find(size_t previous, std::string_view name) {
    for (size_t place = place_of(name); places_[place] != 0; place = (place + 1) % places_.size()) {
      const uint8_t found = places_[place];
      if (names_[found] != name) continue;
      followers_[previous] = found;
      return found;
    }
    return 0;
  }

 private:
  // Names are counted from 1, so the first place is empty.
  std::vector<std::string> names_{1};
  std::array<uint8_t, 512> places_{};
  std::array<uint8_t, 512> followers_{};

  size_t place_of(std::string_view name) const {
    return std::hash<std::string_view>{}(name) % places_.size();
  }
};
