#pragma once

#include "app/kit/secret_entry.h"
#include "cardreader/jpki_card.h"

namespace madoguchi::app {

class CardVisit;

/// A secret of the card that the visit asks for. What is typed stays no longer than the secrets of
/// the visit would.
SecretEntry* cardSecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
                             QWidget* parent);

}  // namespace madoguchi::app
