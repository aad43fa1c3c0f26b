#include "cardreader/pcsc/pcsc_transport.h"
