#pragma once

#include "app/core/outlets.h"

class QPrinter;

namespace madoguchi::app {

/// Paints a document, with ruby, onto as many pages as it needs; no heading is the last of a page.
/// False where the printer refuses.
bool paint(QPrinter& printer, const Document& document);
/// The same into a file, A4. False where it cannot be written.
bool writePdf(const QString& file, const Document& document);

}  // namespace madoguchi::app
