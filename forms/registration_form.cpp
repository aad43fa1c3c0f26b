#include "forms/registration_form.h"
