#include "CSimdJSON.h"

#include <array>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <unordered_set>

#include "PlainReader.hpp"
#include "Reader.hpp"

using namespace simdjson;

namespace {

/// Objects with more members of unknown names than this look them up in a set, so that a hostile object stays cheap.
constexpr size_t few_members = 24;

int32_t status_of(error_code error) {
  switch (error) {
    case SUCCESS: return CSJ_OK;
    case EMPTY: return CSJ_EMPTY;
    case UTF8_ERROR: return CSJ_BAD_UTF8;
    case UNCLOSED_STRING: return CSJ_UNCLOSED;
    case UNESCAPED_CHARS: return CSJ_RAW_CONTROL;
    case NUMBER_ERROR:
    case NUMBER_OUT_OF_RANGE: return CSJ_BAD_NUMBER;
    case T_ATOM_ERROR:
    case F_ATOM_ERROR:
    case N_ATOM_ERROR: return CSJ_BAD_LITERAL;
    case STRING_ERROR: return CSJ_BAD_STRING;
    case TRAILING_CONTENT: return CSJ_TRAILING;
    case DEPTH_ERROR: return CSJ_TOO_DEEP;
    case MEMALLOC: return CSJ_NO_MEMORY;
    case CAPACITY: return CSJ_TOO_LONG;
    default: return CSJ_BAD_STRUCTURE;
  }
}

/// Walks one value with simdjson's on-demand reader and writes it down as nodes.
class walker {
 public:
  walker(csj_reader &reader, uint32_t max_depth) : reader_(reader), max_depth_(max_depth) {}

  /// Where the walk stopped, when the walker itself knows.
  int32_t stopped_at = -1;

  int32_t walk(ondemand::value &value, csj_node node, uint32_t depth) {
    const std::string_view token = value.raw_json_token();
    node.offset = place_of(token.data());
    ondemand::json_type type;
    if (value.type().get(type)) return stop(misread(token), node.offset);
    const size_t index = reader_.nodes.size();
    reader_.nodes.push_back(node);
    int32_t status = CSJ_OK;
    switch (type) {
      case ondemand::json_type::object: status = members(value, index, depth + 1); break;
      case ondemand::json_type::array: status = elements(value, index, depth + 1); break;
      case ondemand::json_type::string: status = string(value, index); break;
      case ondemand::json_type::number: status = number(value, index, token); break;
      case ondemand::json_type::boolean: status = boolean(value, index); break;
      case ondemand::json_type::null: status = null(value, index); break;
    }
    reader_.nodes[index].next = uint32_t(reader_.nodes.size());
    return status;
  }

 private:
  csj_reader &reader_;
  const uint32_t max_depth_;

  uint32_t place_of(const char *place) const {
    return uint32_t(place - reader_.padded.data() - 1);
  }

  int32_t stop(int32_t status, uint32_t place) {
    stopped_at = int32_t(place);
    return status;
  }

  /// What a token is that begins like no value: a misspelt word, or a mark out of place.
  static int32_t misread(std::string_view token) {
    const char first = token.empty() ? ' ' : token[0];
    const bool word = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return word ? CSJ_BAD_LITERAL : CSJ_BAD_STRUCTURE;
  }

  void keep(std::string_view piece, uint32_t &start, uint32_t &length) {
    start = uint32_t(reader_.text.size());
    length = uint32_t(piece.size());
    reader_.text.append(piece.data(), piece.size());
  }

  std::string_view name_of(const csj_node &node) const {
    return std::string_view(reader_.text).substr(node.key_start, node.key_length);
  }

  bool repeats(size_t object, std::string_view name) const {
    const auto &nodes = reader_.nodes;
    for (size_t i = object + 1; i < nodes.size(); i = nodes[i].next) {
      if (nodes[i].name == 0 && name_of(nodes[i]) == name) return true;
    }
    return false;
  }

  int32_t members(ondemand::value &value, size_t index, uint32_t depth) {
    reader_.nodes[index].kind = CSJ_OBJECT;
    if (depth > max_depth_) return stop(CSJ_TOO_DEEP, reader_.nodes[index].offset);
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return status_of(error);
    std::unordered_set<std::string> names;
    size_t count = 0;
    std::array<uint64_t, 4> seen{};
    size_t previous = known_names::before_first(reader_.nodes[index].name);
    for (auto result : object) {
      ondemand::field field;
      if (auto error = std::move(result).get(field)) return status_of(error);
      csj_node node{};
      node.has_key = 1;
      // Asked for beforehand, since unescaping a name consumes it.
      const uint32_t place = place_of(field.key().raw() - 1);
      std::string_view name;
      if (auto error = field.unescaped_key().get(name)) return stop(status_of(error), place);
      node.name = reader_.names.find(previous, name);
      if (node.name != 0) {
        previous = node.name;
        const uint64_t bit = uint64_t(1) << (node.name % 64);
        node.duplicate = (seen[node.name / 64] & bit) != 0;
        seen[node.name / 64] |= bit;
        reader_.nodes[index].members |= bit;
      } else {
        if (++count <= few_members) {
          node.duplicate = repeats(index, name);
        } else {
          if (names.empty()) remember(index, names);
          node.duplicate = !names.emplace(name).second;
        }
        keep(name, node.key_start, node.key_length);
      }
      if (int32_t status = walk(field.value(), node, depth)) return status;
    }
    return CSJ_OK;
  }

  void remember(size_t object, std::unordered_set<std::string> &names) const {
    const auto &nodes = reader_.nodes;
    for (size_t i = object + 1; i < nodes.size(); i = nodes[i].next) {
      if (nodes[i].name == 0) names.emplace(name_of(nodes[i]));
    }
  }

  int32_t elements(ondemand::value &value, size_t index, uint32_t depth) {
    reader_.nodes[index].kind = CSJ_ARRAY;
    if (depth > max_depth_) return stop(CSJ_TOO_DEEP, reader_.nodes[index].offset);
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return status_of(error);
    for (auto result : array) {
      ondemand::value element;
      if (auto error = result.get(element)) return status_of(error);
      if (int32_t status = walk(element, csj_node{}, depth)) return status;
    }
    return CSJ_OK;
  }

  int32_t string(ondemand::value &value, size_t index) {
    csj_node &node = reader_.nodes[index];
    std::string_view piece;
    if (auto error = value.get_string().get(piece)) return stop(status_of(error), node.offset);
    node.kind = CSJ_STRING;
    keep(piece, node.text_start, node.text_length);
    return CSJ_OK;
  }

  /// The number's exact text is kept, since money must never pass through a double.
  int32_t number(ondemand::value &value, size_t index, std::string_view token) {
    csj_node &node = reader_.nodes[index];
    ondemand::number parsed;
    if (value.get_number().get(parsed)) return stop(CSJ_BAD_NUMBER, node.offset);
    node.kind = CSJ_NUMBER;
    keep(token.substr(0, token.find_first_not_of("+-.0123456789eE")), node.text_start, node.text_length);
    return CSJ_OK;
  }

  int32_t boolean(ondemand::value &value, size_t index) {
    csj_node &node = reader_.nodes[index];
    bool truth = false;
    if (value.get_bool().get(truth)) return stop(CSJ_BAD_LITERAL, node.offset);
    node.kind = truth ? CSJ_TRUE : CSJ_FALSE;
    return CSJ_OK;
  }

  int32_t null(ondemand::value &value, size_t index) {
    csj_node &node = reader_.nodes[index];
    bool nothing = false;
    if (value.is_null().get(nothing) || !nothing) return stop(CSJ_BAD_LITERAL, node.offset);
    node.kind = CSJ_NULL;
    return CSJ_OK;
  }
};

/// Reads the one value between our own brackets.
int32_t read(csj_reader &reader, uint32_t max_depth, int32_t &stopped_at) {
  ondemand::document document;
  const size_t length = reader.padded.size() - SIMDJSON_PADDING;
  const padded_string_view view(reader.padded.data(), length, reader.padded.size());
  if (auto error = reader.parser.iterate(view).get(document)) return status_of(error);
  // The outermost array is ours, so it does not count.
  walker walker(reader, max_depth);
  int32_t status = CSJ_EMPTY;
  ondemand::array outer;
  if (auto error = document.get_array().get(outer)) {
    status = status_of(error);
  } else {
    for (auto result : outer) {
      ondemand::value value;
      if (auto error = result.get(value)) {
        status = reader.nodes.empty() ? status_of(error) : int32_t(CSJ_TRAILING);
        break;
      }
      if (!reader.nodes.empty()) {
        const std::string_view token = value.raw_json_token();
        stopped_at = int32_t(token.data() - reader.padded.data() - 1);
        return CSJ_TRAILING;
      }
      status = walker.walk(value, csj_node{}, 0);
      if (status != CSJ_OK) break;
    }
  }
  // simdjson knows a place only while something is left to read.
  const char *place = nullptr;
  const bool more = !document.current_location().get(place);
  if (status == CSJ_OK && more) status = CSJ_TRAILING;
  if (status == CSJ_OK) return status;
  stopped_at = walker.stopped_at;
  if (stopped_at < 0 && more) stopped_at = int32_t(place - reader.padded.data() - 1);
  return status;
}

}  // namespace

csj_reader *csj_make(const char *names, size_t length) {
  try {
    return new csj_reader(names, length);
  } catch (const std::bad_alloc &) {
    return nullptr;
  }
}

void csj_destroy(csj_reader *reader) { delete reader; }

csj_result csj_read(csj_reader *reader, const uint8_t *source, size_t length, uint32_t max_depth, int thorough) {
  csj_result result{};
  result.offset = -1;
  if (length > size_t(std::numeric_limits<int32_t>::max()) - SIMDJSON_PADDING - 2) {
    result.status = CSJ_TOO_LONG;
    return result;
  }
  // The standard containers may throw for want of memory; nothing may be thrown into Swift.
  try {
    reader->nodes.clear();
    reader->text.clear();
    reader->padded.assign(1, '[');
    reader->padded.append(reinterpret_cast<const char *>(source), length);
    reader->padded.push_back(']');
    reader->padded.append(SIMDJSON_PADDING, '\0');
    if (!thorough && plain_reader(*reader, max_depth).read()) {
      result.text = source;
      result.text_length = length;
    } else {
      reader->nodes.clear();
      result.status = read(*reader, max_depth, result.offset);
      result.text = reinterpret_cast<const uint8_t *>(reader->text.data());
      result.text_length = reader->text.size();
    }
  } catch (const std::bad_alloc &) {
    result.status = CSJ_NO_MEMORY;
  }
  if (result.offset > int32_t(length)) result.offset = int32_t(length);
  result.nodes = reader->nodes.data();
  result.node_count = reader->nodes.size();
  return result;
}
