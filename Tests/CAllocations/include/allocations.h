#ifndef GALLEY_ALLOCATIONS_H
#define GALLEY_ALLOCATIONS_H

/// How often this process has asked the allocator for memory: malloc, calloc, realloc and the aligned forms, from whatever library.
unsigned long galley_allocations(void);

#endif
