#include "app/pages/main_window.h"
