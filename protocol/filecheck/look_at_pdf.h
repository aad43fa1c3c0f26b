#pragma once

#include <cstddef>

#include "protocol/filecheck/pdf_verdict.h"

namespace madoguchi::filecheck {

/// What libqpdf makes of a PDF file. It may take all memory and time, or end the program: see
/// check_pdf_main.cpp. C++17, as qpdf's headers want it from some compilers.
PdfVerdict lookAtPdf(const char* bytes, std::size_t size);

}  // namespace madoguchi::filecheck
