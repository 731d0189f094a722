#pragma once

#include <endian.h>
#include <simdjson.h>

#include <array>
#include <cstring>

#include "Reader.hpp"

/// Reads at one go a text that holds nothing out of the ordinary, as nearly every record does.
///
/// That is JSON without escapes or exponents, whose members all have known names, none twice in an object. Of such
/// a text simdjson would give the same nodes, but for the numbers of texts; any other is left to it, which alone says
/// what is wrong.
class plain_reader {
 public:
  plain_reader(csj_reader &reader, uint32_t max_depth)
      : reader_(reader),
        max_depth_(max_depth),
        start_(reader.padded.data() + 1),
        end_(start_ + reader.padded.size() - simdjson::SIMDJSON_PADDING - 2),
        at_(start_) {}

  /// Returns whether the text was read.
  bool read() {
    if (!simdjson::validate_utf8(start_, size_t(end_ - start_))) return false;
    skip_space();
    if (!value(csj_node{}, 0)) return false;
    skip_space();
    // A bracket of ours behind the end may have closed what is not closed.
    return at_ == end_;
  }

 private:
  csj_reader &reader_;
  const uint32_t max_depth_;
  const char *const start_;
  const char *const end_;
  // Nothing is read beyond the slack: every step stops at a zero byte.
  const char *at_;

  uint32_t place() const { return uint32_t(at_ - start_); }

  void skip_space() {
    while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') at_++;
  }

  /// Reads a value, of which `known` tells the member's name.
  bool value(const csj_node &known, uint32_t depth) {
    const size_t index = reader_.nodes.size();
    reader_.nodes.push_back(known);
    // It stays where it is until the next value.
    csj_node &node = reader_.nodes.back();
    node.offset = place();
    node.next = uint32_t(index + 1);
    switch (*at_) {
      case '"': {
        node.kind = CSJ_STRING;
        at_++;
        node.text_start = place();
        if (!string()) return false;
        node.text_length = place() - 1 - node.text_start;
        node.known = reader_.texts.number_of(start_ + node.text_start, node.text_length);
        return true;
      }
      case '{':
      case '[': {
        const bool is_object = *at_ == '{';
        node.kind = is_object ? CSJ_OBJECT : CSJ_ARRAY;
        if (depth == max_depth_) return false;
        if (!(is_object ? members(index, depth + 1) : elements(depth + 1))) return false;
        reader_.nodes[index].next = uint32_t(reader_.nodes.size());
        return true;
      }
      case 't': return word("true", node, CSJ_TRUE);
      case 'f': return word("false", node, CSJ_FALSE);
      case 'n': return word("null", node, CSJ_NULL);
      default:
        node.kind = CSJ_NUMBER;
        node.text_start = place();
        if (!number()) return false;
        node.text_length = place() - node.text_start;
        return true;
    }
  }

  bool members(size_t object, uint32_t depth) {
    std::array<uint64_t, 4> seen{};
    size_t previous = known_names::before_first(reader_.nodes[object].name);
    at_++;
    skip_space();
    if (*at_ == '}') return at_++, true;
    while (*at_ == '"') {
      csj_node node{};
      node.has_key = 1;
      node.name = name(previous);
      const uint64_t bit = uint64_t(1) << (node.name % 64);
      if (node.name == 0 || (seen[node.name / 64] & bit) != 0) return false;
      seen[node.name / 64] |= bit;
      reader_.nodes[object].members |= bit;
      previous = node.name;
      skip_space();
      if (*at_ != ':') return false;
      at_++;
      skip_space();
      if (!value(node, depth)) return false;
      skip_space();
      if (*at_ == '}') return at_++, true;
      if (*at_ != ',') return false;
      at_++;
      skip_space();
    }
    return false;
  }

  bool elements(uint32_t depth) {
    at_++;
    skip_space();
    if (*at_ == ']') return at_++, true;
    while (value(csj_node{}, depth)) {
      skip_space();
      if (*at_ == ']') return at_++, true;
      if (*at_ != ',') return false;
      at_++;
      skip_space();
    }
    return false;
  }

  /// Passes the name of a member that stands behind `previous`; returns its number, or 0.
  uint8_t name(size_t previous) {
    const uint8_t guess = reader_.names.guess(previous);
    const std::string &spelling = reader_.names.spelling(guess);
    const size_t length = spelling.size();
    if (guess != 0 && length + 2 <= size_t(end_ - at_) && at_[1 + length] == '"' &&
        memcmp(at_ + 1, spelling.data(), length) == 0) {
      at_ += length + 2;
      return guess;
    }
    const char *start = ++at_;
    if (!string()) return 0;
    return reader_.names.find(previous, std::string_view(start, size_t(at_ - 1 - start)));
  }

  /// Passes the rest of a string without escapes, eight bytes at a time; returns whether it is one.
  bool string() {
    constexpr uint64_t ones = 0x0101010101010101;
    constexpr uint64_t highs = 0x8080808080808080;
    const auto zeros = [](uint64_t bytes) { return (bytes - ones) & ~bytes; };
    while (true) {
      uint64_t word;
      memcpy(&word, at_, sizeof word);
      word = le64toh(word);
      // Above the lowest byte that ends the string others may be marked too.
      const uint64_t controls = (word - ones * 0x20) & ~word;
      const uint64_t marks = (zeros(word ^ ones * '"') | zeros(word ^ ones * '\\') | controls) & highs;
      if (marks != 0) {
        at_ += __builtin_ctzll(marks) / 8;
        return *at_++ == '"';
      }
      at_ += 8;
    }
  }

  bool word(const char *spelling, csj_node &node, uint8_t kind) {
    const size_t length = strlen(spelling);
    if (strncmp(at_, spelling, length) != 0) return false;
    at_ += length;
    node.kind = kind;
    return true;
  }

  /// Passes a number that any reader takes for the same: some digits, perhaps a sign and decimals.
  bool number() {
    const char *start = at_;
    if (*at_ == '-') at_++;
    const char *whole = at_;
    if (!digits() || (*whole == '0' && at_ - whole > 1)) return false;
    if (*at_ == '.') {
      at_++;
      if (!digits()) return false;
    }
    // An exponent, or whatever else stands behind it, is no comma, bracket or space, so that nobody passes it.
    return at_ - start <= 16;
  }

  /// Passes digits; returns whether there was one.
  bool digits() {
    const char *start = at_;
    while (*at_ >= '0' && *at_ <= '9') at_++;
    return at_ > start;
  }
};
