#pragma once
#include <stddef.h>
#include <stdint.h>

/// Writes the NFC form of UTF-8 text to `out` and returns its length in bytes, or -1 when it does not fit `capacity`
/// or the library failed. Linear in the input, unlike Foundation's on long runs of combining marks.
int64_t galley_icu_nfc(const uint8_t *utf8, size_t length, uint8_t *out, size_t capacity);
