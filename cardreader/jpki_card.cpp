#include "cardreader/jpki_card.h"
