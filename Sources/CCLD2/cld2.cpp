#include "CCLD2.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

const char *galley_cld2_detect(const char *utf8, size_t length, int *percent, int *reliable) {
    bool is_reliable = false;
    CLD2::Language languages[3];
    int percents[3];
    int text_bytes = 0;
    const CLD2::Language language = CLD2::DetectLanguageSummary(
        utf8, static_cast<int>(length), /* is_plain_text */ true, languages, percents, &text_bytes, &is_reliable);
    // The summary leaves English for what stands beside it, as menus of web pages are English; what is asked about here is the text alone.
    const CLD2::Language most = languages[0] == CLD2::UNKNOWN_LANGUAGE ? language : languages[0];
    *percent = percents[0];
    *reliable = is_reliable ? 1 : 0;
    return language == CLD2::UNKNOWN_LANGUAGE ? nullptr : CLD2::LanguageCode(most);
}
