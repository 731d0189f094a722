#pragma once
// ICU behind plain functions and opaque types: its own headers clash with those inside Foundation.
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A line-break iterator for one locale.
typedef struct mc_line_breaker mc_line_breaker;

/// Opens an iterator for an ICU locale such as "zh@lb=strict"; NULL and a positive status when ICU cannot.
mc_line_breaker *mc_line_breaker_open(const char *locale, int32_t *status);

/// Closes an iterator.
void mc_line_breaker_close(mc_line_breaker *breaker);

/// Puts the break opportunities of UTF-8 text into an array, as offsets in bytes after the start; the end of the
/// text is always the last. A mandatory break is stored as the complement of its offset.
/// Returns how many there are, which may be more than the capacity; a negative number when ICU failed.
int32_t mc_line_breaks(mc_line_breaker *breaker, const char *text, int32_t length, int32_t *offsets,
                       int32_t capacity);

/// A collator for one locale.
typedef struct mc_collator mc_collator;

/// Opens a collator for a locale such as "zh-u-co-pinyin"; NULL and a positive status when ICU cannot.
mc_collator *mc_collator_open(const char *locale, int32_t *status);

/// Closes a collator.
void mc_collator_close(mc_collator *collator);

/// Writes the sort key of UTF-8 text, its final zero included; keys compare byte by byte as their texts do.
/// Returns its length, which may be more than the capacity; a negative number when ICU failed.
int32_t mc_collator_key(const mc_collator *collator, const char *text, int32_t length, uint8_t *key,
                        int32_t capacity);

/// Returns how many columns of a terminal a character takes: 2 when it is wide or full-width (UAX #11), 0 when it
/// only marks another or has no form, otherwise 1.
int32_t mc_columns(uint32_t scalar);

/// Writes the normalisation form C of UTF-8 text.
/// Returns its length, which may be more than the capacity; a negative number when ICU failed.
int32_t mc_compose(const char *text, int32_t length, char *result, int32_t capacity);

/// Writes the embedding level of every unit of UTF-16 text of a known base direction (UAX #9, rules X1 to I2).
/// Returns 0, or a negative number when ICU failed.
int32_t mc_bidi_levels(const uint16_t *text, int32_t length, int32_t is_right_to_left, uint8_t *levels);

/// Returns 1 for a strong left-to-right character, 2 for a strong right-to-left one, 3 for white space and the
/// controls that take no room (UAX #9, rule L1), 0 for anything else.
int32_t mc_direction(uint32_t scalar);

/// Writes text in GB 18030 as UTF-8.
/// Returns its length; a negative number when the bytes are no such text or the capacity is too small, with the offset
/// of the first bytes that were not taken.
int32_t mc_gb18030_to_utf8(const char *bytes, int32_t length, char *result, int32_t capacity, int32_t *offset);

#ifdef __cplusplus
}
#endif
