#include "forms/jws.h"
