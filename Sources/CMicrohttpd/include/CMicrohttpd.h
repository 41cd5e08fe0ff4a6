#pragma once
#include <microhttpd.h>

/// What a server may take, and who is told of it; `context` is handed to each of the functions.
struct galley_http_server {
    /// A socket that listens; the daemon closes it.
    int listener;
    unsigned int connections;
    /// Seconds without a byte after which a connection is closed.
    unsigned int silence;
    /// Bytes of memory for each connection, request line and headers among them.
    size_t memory;
    void *context;
    MHD_AccessHandlerCallback handle;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connected;
};

/// `MHD_start_daemon` takes its options as variadic arguments, which Swift cannot call.
struct MHD_Daemon *galley_http_start(const struct galley_http_server *server);

/// The socket of a connection, or -1.
int galley_http_socket(struct MHD_Connection *connection);
