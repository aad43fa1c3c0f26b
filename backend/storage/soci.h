#pragma once

// SOCI without its bridges to Boost: Debian's package is built with them, but does not bring the
// headers that they need, and nothing here uses them. They are templates only, so that the library
// itself is the same.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME
#include <soci/soci.h>
