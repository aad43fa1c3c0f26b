#include "cardreader/certificate/certificate.h"
