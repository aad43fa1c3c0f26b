#include "forms/certified_items.h"
