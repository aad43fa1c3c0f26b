#pragma once

#include "app/core/outlets.h"

class QPrinter;

namespace madoguchi::app {

/// Paints a document, with ruby, onto as many pages as it needs; no heading is the last of a page.
/// False where the printer refuses.
bool paint(QPrinter& printer, const Document& document);
/// How many pages it needs there.
int pagesOf(QPrinter& printer, const Document& document);
/// The same into a file, A4, in which the words are found that stand there. False where it cannot
/// be written.
bool writePdf(const QString& path, const Document& document);

}  // namespace madoguchi::app
