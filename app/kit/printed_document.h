#pragma once

#include "app/core/outlets.h"

class QPrinter;

namespace madoguchi::app {

/// Paints a document onto one page, with ruby. False where the printer refuses.
bool paint(QPrinter& printer, const Document& document);
/// The same into a file, A4, in which the words are found that stand there. False where it cannot
/// be written.
bool writePdf(const QString& path, const Document& document);

}  // namespace madoguchi::app
