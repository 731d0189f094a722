// Asks over HTTP and HTTPS through libcurl, which is opened when it is first needed.
//
// Linked, it would bring two dozen libraries along (for LDAP, Kerberos, SSH and their like) that every start of the
// program pays for, and one option of one command uses. Its calls with a variable number of arguments are closed to Swift
// in any case.
#pragma once

typedef struct mingce_probe mingce_probe;

// Returns a probe whose answers may take `patience` seconds, or NULL where the library cannot be had. `roots` is the path of
// the certificates to trust (PEM), or NULL for the system's.
mingce_probe *mingce_probe_make(long patience, const char *roots);

void mingce_probe_free(mingce_probe *probe);

// Asks for `address`, for its head alone if `head_only` is not 0. Returns the status of the answer (RFC 9110, section 15),
// or 0 after which `mingce_probe_reason` says why there is none.
long mingce_probe_ask(mingce_probe *probe, const char *address, int head_only);

// Returns how the last question ended, as curl/curl.h numbers it (CURLcode).
int mingce_probe_outcome(const mingce_probe *probe);

// Returns what was wrong with the last server's certificate, as openssl/x509_vfy.h numbers it (X509_V_ERR_...), or 0.
long mingce_probe_verification(const mingce_probe *probe);

// Returns how the last question ended in the library's words.
const char *mingce_probe_reason(const mingce_probe *probe);
