#include "CCLD2.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

int galley_cld2_detect(const char *utf8, size_t length, const char *codes[3], int percents[3], int *reliable) {
    bool is_reliable = false;
    CLD2::Language languages[3];
    int text_bytes = 0;
    const CLD2::Language language = CLD2::DetectLanguageSummary(
        utf8, static_cast<int>(length), /* is_plain_text */ true, languages, percents, &text_bytes, &is_reliable);
    *reliable = is_reliable ? 1 : 0;
    // The summary leaves English for what stands beside it, as menus of web pages are English; what is asked about here is the text alone.
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE) languages[0] = language;
    for (int place = 0; place < 3; place++)
        codes[place] = languages[place] == CLD2::UNKNOWN_LANGUAGE ? nullptr : CLD2::LanguageCode(languages[place]);
    return language != CLD2::UNKNOWN_LANGUAGE;
}
