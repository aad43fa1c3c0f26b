#include "forms/municipalities.h"
