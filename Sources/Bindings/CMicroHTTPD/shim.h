#pragma once

#include <arpa/inet.h>
#include <microhttpd.h>
#include <string.h>

// Leaves a path as it was sent: it is judged before it is decoded.
static inline size_t mingce_unescape_nothing(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

// Starts a server at `port` of 127.0.0.1, which has a thread for each connection and one that accepts them; one that says
// nothing for `patience` seconds is closed. Returns NULL where it cannot listen, and says why in errno.
//
// The library's own function takes a variable number of arguments, which is closed to Swift.
static inline struct MHD_Daemon *mingce_daemon_start(uint16_t port, unsigned int patience,
                                                     MHD_AccessHandlerCallback answer, void *context) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const unsigned int flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_THREAD_PER_CONNECTION;
  return MHD_start_daemon(flags, port, NULL, NULL, answer, context,
                          MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
                          MHD_OPTION_CONNECTION_TIMEOUT, patience,
                          MHD_OPTION_UNESCAPE_CALLBACK, mingce_unescape_nothing, NULL,
                          MHD_OPTION_END);
}
