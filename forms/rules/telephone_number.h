#pragma once

#include <string>
#include <string_view>

#include "forms/rules/cause.h"

// Telephone numbers of Japan, by the Ministry of Internal Affairs and Communications' numbering
// plan (電気通信番号計画, notification 6 of 2019; 060 for mobile telephones since 2024-12). Private
// to forms.

namespace madoguchi::forms {

/// Digits: half-width, without hyphens, brackets, dots, swung dashes and spaces. Japan's country
/// code in all its forms (+81, 81, 0081, 010 81, 011 81; with or without the 0 that it replaces)
/// gives way to that 0 where a number of Japan comes out.
std::string toTelephoneNumber(std::string_view text);

/// Ten digits (03-…, 0120-…, 0570-…), or eleven that begin with 050, 060, 070, 080, 090 or 0800.
/// Which numbers are given out is not looked at: that changes.
Cause judgeTelephoneNumber(std::string_view number);

}  // namespace madoguchi::forms
