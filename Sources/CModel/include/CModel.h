#pragma once
#include <stddef.h>
#include <stdint.h>

/// The extraction model's bytes, built into the binary.
const uint8_t *galley_model_bytes(void);

/// How many bytes there are.
size_t galley_model_size(void);
