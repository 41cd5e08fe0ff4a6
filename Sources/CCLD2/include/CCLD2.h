#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Detects the language of UTF-8 plain text with libcld2.
///
/// Returns the library's language code (a static, NUL-terminated string such as "en" or "zh-Hant"), or NULL when it could
/// not tell. `percent` receives the share of the text in that language, `reliable` 1 when the library trusts the answer.
const char *galley_cld2_detect(const char *utf8, size_t length, int *percent, int *reliable);

#ifdef __cplusplus
}
#endif
