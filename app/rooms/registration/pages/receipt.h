#pragma once

#include <QDate>
#include <QString>

class QPrinter;

namespace madoguchi::app {

/// Paints the receipt of a registration, in the language of the moment, with ruby, onto one page.
/// It holds the authentication ID and nothing else about the person. False where the printer
/// refuses.
bool printReceipt(QPrinter& printer, const QString& authenticationId, QDate day);

}  // namespace madoguchi::app
