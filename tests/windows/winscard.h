#pragma once

#include <windows.h>
#include <winscard.h>

// A smart-card service for tests under Wine, whose own winscard does nothing: one reader, in which
// lies whatever connects to it as to vpcd, the driver of the virtual smart-card reader
// (vsmartcard): madoguchi-virtualcard, at the port MADOGUCHI_VPCD_PORT of this machine. Loaded
// beside the program that is tested, never shipped. It answers what Windows' documentation says of
// each function.
//
// A test finds these by GetProcAddress; a program that knows nothing of them finds a reader that is
// there, and a card as soon as one connects.

namespace madoguchi::test {

/// The next calls of a function ("SCardTransmit") answer this in place of doing anything.
using AnswerWith = void (*)(const char* function, LONG code, int times);  // madoguchiAnswerWith
/// Another program resets the card.
using ResetCard = void (*)();  // madoguchiResetCard
/// Takes the card out, or lets one be laid in again.
using CardLies = void (*)(BOOL lies);  // madoguchiCardLies
/// Unplugs the reader, or plugs it in.
using ReaderConnected = void (*)(BOOL connected);  // madoguchiReaderConnected
/// As "Smart Card" in the services of Windows.
using ServiceRuns = void (*)(BOOL runs);  // madoguchiServiceRuns

}  // namespace madoguchi::test
