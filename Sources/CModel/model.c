#include "CModel.h"

static const uint8_t model[] = {
#embed "model.bin"
};

const uint8_t *galley_model_bytes(void) { return model; }

size_t galley_model_size(void) { return sizeof model; }
