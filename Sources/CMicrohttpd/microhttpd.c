#include "CMicrohttpd.h"

struct MHD_Daemon *galley_http_start(const struct galley_http_server *server) {
    return MHD_start_daemon(
        MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, server->handle,
        server->context, MHD_OPTION_LISTEN_SOCKET, server->listener, MHD_OPTION_CONNECTION_LIMIT, server->connections,
        MHD_OPTION_CONNECTION_TIMEOUT, server->silence, MHD_OPTION_CONNECTION_MEMORY_LIMIT, server->memory,
        MHD_OPTION_NOTIFY_COMPLETED, server->completed, server->context, MHD_OPTION_NOTIFY_CONNECTION,
        server->connected, server->context, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

int galley_http_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}
