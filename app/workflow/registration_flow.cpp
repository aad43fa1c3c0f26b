#include "app/workflow/registration_flow.h"
