// Asks over HTTP and HTTPS through libcurl, which is opened when it is first needed.
//
// Linked, it would bring two dozen libraries along (for LDAP, Kerberos, SSH and their like) that every start of the
// program pays for, and one option of one command uses. Its calls with a variable number of arguments are closed to Swift
// in any case.
#pragma once

typedef struct mingce_probe mingce_probe;

// Returns a probe whose answers may take `patience` seconds, or NULL where the library cannot be had.
mingce_probe *mingce_probe_make(long patience);

void mingce_probe_free(mingce_probe *probe);

// Asks for `address`, for its head alone if `head_only` is not 0. Returns the status of the answer (RFC 9110, section 15),
// or 0 after which `mingce_probe_reason` says why there is none.
long mingce_probe_ask(mingce_probe *probe, const char *address, int head_only);

const char *mingce_probe_reason(const mingce_probe *probe);
