#include "forms/address_splitter.h"
