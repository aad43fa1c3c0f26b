#include "app/services/failure_code.h"
