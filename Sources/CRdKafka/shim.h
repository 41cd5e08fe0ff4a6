#pragma once
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <sys/prctl.h>

// Names the calling thread. prctl is variadic, and pthread_setname_np needs _GNU_SOURCE: Swift sees neither.
static inline void galley_name_this_thread(const char *name) {
        (void)prctl(PR_SET_NAME, name, 0, 0, 0);
}
