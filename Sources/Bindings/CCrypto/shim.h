// Engines are the only way to tokens in Debian 12, though OpenSSL 3 would rather have providers.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/http.h>
#include <openssl/ocsp.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// Swift sees no macros: what follows are those of OpenSSL's stacks and buffers that are needed, as functions.

// A list that is not there counts as -1 in OpenSSL, and as empty here.
static inline int mc_sk_X509_num(const STACK_OF(X509) *stack) { return stack == NULL ? 0 : sk_X509_num(stack); }
static inline X509 *mc_sk_X509_value(const STACK_OF(X509) *stack, int index) { return sk_X509_value(stack, index); }
static inline STACK_OF(X509) *mc_sk_X509_new(void) { return sk_X509_new_null(); }
static inline int mc_sk_X509_push(STACK_OF(X509) *stack, X509 *certificate) {
  return X509_up_ref(certificate) && sk_X509_push(stack, certificate) > 0;
}
static inline void mc_sk_X509_free(STACK_OF(X509) *stack) { sk_X509_pop_free(stack, X509_free); }

static inline int mc_sk_string_num(const STACK_OF(OPENSSL_STRING) *stack) { return stack == NULL ? 0 : sk_OPENSSL_STRING_num(stack); }
static inline const char *mc_sk_string_value(const STACK_OF(OPENSSL_STRING) *stack, int index) {
  return sk_OPENSSL_STRING_value(stack, index);
}
static inline int mc_sk_point_num(const CRL_DIST_POINTS *stack) { return stack == NULL ? 0 : sk_DIST_POINT_num(stack); }
static inline DIST_POINT *mc_sk_point_value(const CRL_DIST_POINTS *stack, int index) {
  return sk_DIST_POINT_value(stack, index);
}
static inline int mc_sk_name_num(const GENERAL_NAMES *stack) { return stack == NULL ? 0 : sk_GENERAL_NAME_num(stack); }
static inline GENERAL_NAME *mc_sk_name_value(const GENERAL_NAMES *stack, int index) {
  return sk_GENERAL_NAME_value(stack, index);
}

static inline long mc_BIO_bytes(BIO *bio, const char **bytes) { return BIO_get_mem_data(bio, (char **)bytes); }
static inline void mc_free(void *bytes) { OPENSSL_free(bytes); }
