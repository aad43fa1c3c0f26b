#pragma once

#include <string>
#include <string_view>

// Dates as papers and letters have them. Private to forms.

namespace madoguchi::forms {

/// A half-width date in digits as far as it is certain: 一九九〇年四月一日 and
/// 西暦1990年4月1日(日)生 are 1990年4月1日, 1990년 4월 1일 and 1990年4月1号, too; 01 APR 1990,
/// April 1, 1990 and 1990-Apr-1 are 1990-4-1. Other text stays as it is.
std::string inDigits(std::string_view text);

}  // namespace madoguchi::forms
