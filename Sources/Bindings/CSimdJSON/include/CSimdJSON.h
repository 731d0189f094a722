#pragma once

// A thin C face of simdjson: one text in, one flat array of nodes out.
//
// Everything a caller gets is owned by the reader, but for texts of the source itself, and lives until the next call to
// csj_read.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csj_reader csj_reader;

enum {
  CSJ_NULL = 0,
  CSJ_FALSE = 1,
  CSJ_TRUE = 2,
  CSJ_NUMBER = 3,
  CSJ_STRING = 4,
  CSJ_ARRAY = 5,
  CSJ_OBJECT = 6,
};

enum {
  CSJ_OK = 0,
  CSJ_EMPTY = 1,          // nothing but white space
  CSJ_BAD_UTF8 = 2,       // position unknown to simdjson
  CSJ_UNCLOSED = 3,       // an unclosed string, array or object
  CSJ_RAW_CONTROL = 4,    // a control character inside a string; position unknown to simdjson
  CSJ_BAD_NUMBER = 5,
  CSJ_BAD_LITERAL = 6,    // something like NaN, tru, undefined
  CSJ_BAD_STRING = 7,     // a bad escape or a lone surrogate
  CSJ_BAD_STRUCTURE = 8,  // a comma, colon or bracket too many or too few
  CSJ_TRAILING = 9,       // something after the value
  CSJ_TOO_DEEP = 10,
  CSJ_NO_MEMORY = 11,
  CSJ_TOO_LONG = 12,
};

/// How many texts a reader remembers.
#define CSJ_KNOWN_TEXTS 1024

/// One value, in document order; a container is followed by what it holds.
typedef struct csj_node {
  uint64_t members;     // an object's members that have known names: bit (name % 64) of each
  uint64_t known;       // a text's number among those read lately; the rest by CSJ_KNOWN_TEXTS is its place; 0 for none
  uint32_t key_start;   // the member's name where it is not a known one, in the text; unescaped
  uint32_t key_length;
  uint32_t text_start;  // a string's contents, unescaped, or a number's exact digits
  uint32_t text_length;
  uint32_t offset;      // where the value stands in the source
  uint32_t next;        // the index of the first node after this value and all it holds
  uint8_t kind;
  uint8_t has_key;
  uint8_t duplicate;    // the object has had a member of this name before
  uint8_t name;         // the member's known name, counted from 1; 0 for any other
} csj_node;

typedef struct csj_result {
  int32_t status;
  int32_t offset;  // where the trouble stands in the source; -1 when simdjson does not say
  const csj_node *nodes;
  size_t node_count;
  const uint8_t *text;
  size_t text_length;
} csj_result;

/// Makes a reader that tells members of known names by number; null when memory is short.
///
/// The names stand one after another in the `length` bytes at `names`, each ended by a zero byte; at most 255.
csj_reader *csj_make(const char *names, size_t length);

/// Destroys a reader.
void csj_destroy(csj_reader *reader);

/// Reads the `length` bytes at `source`, refusing what is nested deeper than `max_depth`.
///
/// The source must stay as long as the result is used, whose text it may be. A `thorough` reading leaves even plain
/// texts to simdjson; it has the same result but for the numbers of known texts.
csj_result csj_read(
    csj_reader *reader, const uint8_t *source, size_t length, uint32_t max_depth, int thorough);

#ifdef __cplusplus
}
#endif
