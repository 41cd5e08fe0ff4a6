#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Detects the language of UTF-8 plain text with libcld2.
///
/// Returns 1, or 0 when the library could not tell. `codes` receives the language codes of up to three languages, the one with most text
/// first (static, NUL-terminated strings such as "en" or "zh-Hant", NULL behind the last), `percents` the share of the text in each,
/// `reliable` 1 when the library trusts the answer.
int galley_cld2_detect(const char *utf8, size_t length, const char *codes[3], int percents[3], int *reliable);

#ifdef __cplusplus
}
#endif
