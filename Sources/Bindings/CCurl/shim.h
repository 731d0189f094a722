#include <curl/curl.h>

// Swift cannot call functions with a variable number of arguments.
static inline CURLcode mingce_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode mingce_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline size_t mingce_curl_drop(char *bytes, size_t size, size_t count, void *unused) {
  (void)bytes;
  (void)unused;
  return size * count;
}
static inline CURLcode mingce_curl_drop_content(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, mingce_curl_drop);
}
static inline long mingce_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
