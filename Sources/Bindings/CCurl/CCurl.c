#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

// The functions of the library that are used.
static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  const char *(*easy_strerror)(CURLcode);
} curl;

static int is_ready;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct mingce_probe {
  CURL *handle;
  CURLcode outcome;
};

// Opens the library and prepares it, which may be done only once.
static void prepare(void) {
  void *opened = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!opened) return;
  curl.global_init = (CURLcode(*)(long))dlsym(opened, "curl_global_init");
  curl.easy_init = (CURL * (*)(void)) dlsym(opened, "curl_easy_init");
  curl.easy_cleanup = (void (*)(CURL *))dlsym(opened, "curl_easy_cleanup");
  curl.easy_setopt = (CURLcode(*)(CURL *, CURLoption, ...))dlsym(opened, "curl_easy_setopt");
  curl.easy_perform = (CURLcode(*)(CURL *))dlsym(opened, "curl_easy_perform");
  curl.easy_getinfo = (CURLcode(*)(CURL *, CURLINFO, ...))dlsym(opened, "curl_easy_getinfo");
  curl.easy_strerror = (const char *(*)(CURLcode))dlsym(opened, "curl_easy_strerror");
  is_ready = curl.global_init && curl.easy_init && curl.easy_cleanup && curl.easy_setopt &&
             curl.easy_perform && curl.easy_getinfo && curl.easy_strerror &&
             curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static size_t drop(char *bytes, size_t size, size_t count, void *unused) {
  (void)bytes;
  (void)unused;
  return size * count;
}

mingce_probe *mingce_probe_make(long patience, const char *roots) {
  pthread_once(&once, prepare);
  if (!is_ready) return NULL;
  mingce_probe *probe = calloc(1, sizeof(mingce_probe));
  if (!probe) return NULL;
  CURL *handle = probe->handle = curl.easy_init();
  if (!handle) {
    free(probe);
    return NULL;
  }
  curl.easy_setopt(handle, CURLOPT_USERAGENT, "mingce (link check)");
  curl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl.easy_setopt(handle, CURLOPT_MAXREDIRS, 5L);
  curl.easy_setopt(handle, CURLOPT_TIMEOUT, patience);
  curl.easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, patience);
  if (roots) curl.easy_setopt(handle, CURLOPT_CAINFO, roots);
  // Signals belong to the program.
  curl.easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, drop);
  return probe;
}

void mingce_probe_free(mingce_probe *probe) {
  curl.easy_cleanup(probe->handle);
  free(probe);
}

long mingce_probe_ask(mingce_probe *probe, const char *address, int head_only) {
  long status = 0;
  curl.easy_setopt(probe->handle, CURLOPT_URL, address);
  curl.easy_setopt(probe->handle, CURLOPT_HTTPGET, 1L);
  curl.easy_setopt(probe->handle, CURLOPT_NOBODY, head_only ? 1L : 0L);
  probe->outcome = curl.easy_perform(probe->handle);
  if (probe->outcome == CURLE_OK) curl.easy_getinfo(probe->handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

int mingce_probe_outcome(const mingce_probe *probe) { return (int)probe->outcome; }

long mingce_probe_verification(const mingce_probe *probe) {
  long code = 0;
  curl.easy_getinfo(probe->handle, CURLINFO_SSL_VERIFYRESULT, &code);
  return code;
}

const char *mingce_probe_reason(const mingce_probe *probe) {
  return curl.easy_strerror(probe->outcome);
}
