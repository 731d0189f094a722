#include "CUnicode.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct mc_line_breaker {
  UBreakIterator *iterator;
};

mc_line_breaker *mc_line_breaker_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  mc_line_breaker *breaker = malloc(sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void mc_line_breaker_close(mc_line_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

static int is_mandatory(int32_t rule) { return rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT; }

int32_t mc_line_breaks(mc_line_breaker *breaker, const char *text, int32_t length, int32_t *offsets,
                       int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text, length, &error);
  if (U_FAILURE(error)) return -1;
  ubrk_setUText(breaker->iterator, &utext, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) {
    ubrk_first(breaker->iterator);
    for (int32_t at = ubrk_next(breaker->iterator); at != UBRK_DONE; at = ubrk_next(breaker->iterator)) {
      if (count < capacity) {
        offsets[count] = is_mandatory(ubrk_getRuleStatus(breaker->iterator)) ? ~at : at;
      }
      count += 1;
    }
  }
  // The iterator keeps a clone of the text, which must not outlive the caller's bytes.
  UErrorCode reset = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, NULL, 0, &reset);
  utext_close(&utext);
  return U_SUCCESS(error) ? count : -1;
}

struct mc_collator {
  UCollator *collator;
};

mc_collator *mc_collator_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  mc_collator *owner = malloc(sizeof *owner);
  if (owner == NULL) {
    ucol_close(collator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  owner->collator = collator;
  return owner;
}

void mc_collator_close(mc_collator *collator) {
  if (collator == NULL) return;
  ucol_close(collator->collator);
  free(collator);
}

int32_t mc_collator_key(const mc_collator *collator, const char *text, int32_t length, uint8_t *key,
                        int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UChar few[64];
  UChar *units = length < 64 ? few : malloc(sizeof(UChar) * (size_t)(length + 1));
  if (units == NULL) return -1;
  int32_t count = 0;
  // UTF-8 never takes fewer units than UTF-16.
  u_strFromUTF8(units, length + 1, &count, text, length, &error);
  int32_t written = -1;
  if (U_SUCCESS(error)) written = ucol_getSortKey(collator->collator, units, count, key, capacity);
  if (units != few) free(units);
  return written > 0 ? written : -1;
}

int32_t mc_columns(uint32_t scalar) {
  int32_t mask = U_MASK(u_charType((UChar32)scalar));
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  int32_t width = u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int32_t mc_compose(const char *text, int32_t length, char *result, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFCInstance(&error);
  if (U_FAILURE(error)) return -1;
  // UTF-8 never takes fewer units than UTF-16; composition at most triples the length (UAX #15, table 8).
  int32_t room = length * 3 + 1;
  UChar *source = malloc(sizeof(UChar) * (size_t)(length + 1));
  UChar *composed = malloc(sizeof(UChar) * (size_t)room);
  int32_t written = -1;
  if (source != NULL && composed != NULL) {
    int32_t units = 0;
    u_strFromUTF8(source, length + 1, &units, text, length, &error);
    int32_t total = unorm2_normalize(form, source, units, composed, room, &error);
    if (U_SUCCESS(error)) {
      u_strToUTF8(result, capacity, &written, composed, total, &error);
      if (error == U_BUFFER_OVERFLOW_ERROR) error = U_ZERO_ERROR;
    }
    if (U_FAILURE(error)) written = -1;
  }
  free(source);
  free(composed);
  return written;
}

int32_t mc_bidi_levels(const uint16_t *text, int32_t length, int32_t is_right_to_left, uint8_t *levels) {
  UErrorCode error = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_openSized(length, 0, &error);
  if (U_FAILURE(error)) return -1;
  ubidi_setPara(bidi, (const UChar *)text, length, is_right_to_left ? 1 : 0, NULL, &error);
  const UBiDiLevel *found = length > 0 ? ubidi_getLevels(bidi, &error) : NULL;
  if (U_SUCCESS(error) && found != NULL) memcpy(levels, found, (size_t)length);
  ubidi_close(bidi);
  return U_SUCCESS(error) ? 0 : -1;
}

int32_t mc_direction(uint32_t scalar) {
  switch (u_charDirection((UChar32)scalar)) {
    case U_LEFT_TO_RIGHT: return 1;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return 2;
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
    case U_BLOCK_SEPARATOR:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_BOUNDARY_NEUTRAL: return 3;
    default: return 0;
  }
}

int32_t mc_gb18030_to_utf8(const char *bytes, int32_t length, char *result, int32_t capacity, int32_t *offset) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *from = ucnv_open("gb18030", &error);
  UConverter *to = ucnv_open("UTF-8", &error);
  const char *source = bytes;
  char *target = result;
  if (U_SUCCESS(error)) {
    // Unknown bytes must stop the conversion, not become substitution characters.
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    ucnv_convertEx(to, from, &target, result + capacity, &source, bytes + length, NULL, NULL, NULL, NULL, 1, 1,
                   &error);
  }
  ucnv_close(from);
  ucnv_close(to);
  *offset = (int32_t)(source - bytes);
  return U_SUCCESS(error) ? (int32_t)(target - result) : -1;
}
