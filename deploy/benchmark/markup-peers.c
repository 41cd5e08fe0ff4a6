/* Parses every file of a folder with gumbo or libxml2 and prints `name MB/s`:  markup-peers gumbo|libxml2 FOLDER [ROUNDS] */
#include <dirent.h>
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static void parse(int gumbo, const char *bytes, size_t size) {
    if (gumbo) {
        GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, bytes, size);
        gumbo_destroy_output(&kGumboDefaultOptions, tree);
    } else {
        int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
        xmlFreeDoc(htmlReadMemory(bytes, (int)size, NULL, "UTF-8", options));
    }
}

static char *slurp(const char *path, size_t *size) {
    struct stat info;
    FILE *file = fopen(path, "rb");
    if (!file || stat(path, &info)) return NULL;
    char *bytes = malloc(info.st_size + 1);
    *size = fread(bytes, 1, info.st_size, file);
    fclose(file);
    return bytes;
}

int main(int argc, char **argv) {
    if (argc < 3) return 64;
    int gumbo = !strcmp(argv[1], "gumbo"), rounds = argc > 3 ? atoi(argv[3]) : 1, count = 0;
    static char *pages[100000];
    static size_t sizes[100000];
    char path[4096];
    double total = 0;
    DIR *folder = opendir(argv[2]);
    if (!folder) return 66;
    for (struct dirent *entry; (entry = readdir(folder)) && count < 100000;) {
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", argv[2], entry->d_name);
        pages[count] = slurp(path, &sizes[count]);
        if (pages[count]) total += sizes[count++];
    }
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++) parse(gumbo, pages[i], sizes[i]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%s %.1f MB/s\n", argv[1], total * rounds / 1e6 / seconds);
    return 0;
}
