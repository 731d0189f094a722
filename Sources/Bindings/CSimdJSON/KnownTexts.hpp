#pragma once

#include <endian.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "CSimdJSON.h"

/// Texts that were read lately, so that those that recur are known by a number.
class known_texts {
 public:
  /// Returns the number of the text at `text`, of which eight bytes more than its `length` can be read.
  ///
  /// Equal numbers are equal texts. A text that was forgotten has another number when it comes again; a long one has
  /// none, which is 0.
  uint64_t number_of(const char *text, size_t length) {
    if (length > longest) return 0;
    const uint64_t place = hash(text, length) % CSJ_KNOWN_TEXTS;
    entry &entry = entries_[place];
    if (entry.number == 0 || entry.length != length || memcmp(entry.text, text, length) != 0) {
      entry.number = ++count_ * CSJ_KNOWN_TEXTS + place;
      entry.length = length;
      memcpy(entry.text, text, length);
    }
    return entry.number;
  }

 private:
  static constexpr size_t longest = 48;

  struct entry {
    uint64_t number;
    uint64_t length;
    char text[longest];
  };

  std::array<entry, CSJ_KNOWN_TEXTS> entries_{};
  uint64_t count_ = 0;

  static uint64_t hash(const char *text, size_t length) {
    constexpr uint64_t factor = 0x9E3779B97F4A7C15;
    uint64_t hash = length * factor;
    for (; length > 8; text += 8, length -= 8) hash = mixed(hash, word(text), factor);
    // Of the last word only what belongs to the text counts.
    const uint64_t last = length == 0 ? 0 : word(text) << (64 - 8 * length);
    return mixed(hash, last, factor) >> 20;
  }

  static uint64_t mixed(uint64_t hash, uint64_t word, uint64_t factor) {
    hash = (hash ^ word) * factor;
    return hash ^ hash >> 32;
  }

  static uint64_t word(const char *text) {
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return le64toh(word);
  }
};
