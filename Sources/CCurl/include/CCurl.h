#pragma once
#include <curl/curl.h>

/// `curl_easy_setopt` and `curl_easy_getinfo` are variadic, which Swift cannot call: one function for each kind of value.
CURLcode galley_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode galley_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode galley_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
/// Has the body handed to a function.
CURLcode galley_curl_set_writer(CURL *handle, size_t (*write)(char *, size_t, size_t, void *), void *context);
/// The status of the response, or 0.
long galley_curl_status(CURL *handle);
