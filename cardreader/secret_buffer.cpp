#include "cardreader/secret_buffer.h"
