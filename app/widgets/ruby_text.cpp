#include "app/widgets/ruby_text.h"
