#include "forms/submission.h"
