#include "cardreader/transport.h"
