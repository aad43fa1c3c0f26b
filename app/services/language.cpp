#include "app/services/language.h"
