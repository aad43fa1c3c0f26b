#include "cardreader/simulated/simulated_card.h"
