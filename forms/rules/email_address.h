#pragma once

#include <string>
#include <string_view>

#include "forms/rules/cause.h"

// Private to forms.

namespace madoguchi::forms {

/// The address alone, without the name and the brackets or the "mailto:" that programs copy with
/// it. Half-width, the host as the mail system knows it: bücher.example becomes
/// xn--bcher-kva.example (UTS #46, as browsers do), in lower case. The part before the @ keeps its
/// case: it may matter to the receiving host.
std::string toEmailAddress(std::string_view text);

/// The host as people write it, U-labels for A-labels; itself where it has none.
std::string unicodeHost(std::string_view host);

/// What browsers accept (HTML Living Standard, "valid e-mail address"), with a host of two names or
/// more. Dots may stand anywhere before the @: Japanese mobile carriers gave out such addresses.
Cause judgeEmailAddress(std::string_view address);

}  // namespace madoguchi::forms
