#include "CICU.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int64_t galley_icu_nfc(const uint8_t *utf8, size_t length, uint8_t *out, size_t capacity) {
    if (length > INT32_MAX / 4 || capacity > INT32_MAX) {
        return -1;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) {
        return -1;
    }
    const int32_t wide = (int32_t)length + 1;
    const int32_t composed_capacity = wide * 3;
    UChar *source = malloc((size_t)wide * sizeof(UChar));
    UChar *composed = malloc((size_t)composed_capacity * sizeof(UChar));
    int64_t written = -1;
    if (source != NULL && composed != NULL) {
        int32_t source_length = 0;
        u_strFromUTF8(source, wide, &source_length, (const char *)utf8, (int32_t)length, &status);
        const int32_t composed_length =
            U_FAILURE(status) ? 0 : unorm2_normalize(nfc, source, source_length, composed, composed_capacity, &status);
        int32_t utf8_length = 0;
        if (U_SUCCESS(status)) {
            u_strToUTF8((char *)out, (int32_t)capacity, &utf8_length, composed, composed_length, &status);
        }
        if (U_SUCCESS(status)) {
            written = utf8_length;
        }
    }
    free(source);
    free(composed);
    return written;
}
