#pragma once

#include "app/kit/form/form_texts.h"
#include "app/rooms/account/account_api.h"
#include "app/widgets/ruby_text.h"

// What several pages of the account say.

namespace madoguchi::app {

/// Of what is registered, or of a change of it, in the words for who came in there.
FormTexts accountTexts(const forms::Definition& form, forms::Entrance entrance);

/// "Until now: 0312345678", where `words` are what stands before it; markup.
RubyText withAnswer(const QString& words, RubyText answer);

/// Until when the link of the mail can be used; markup.
QString awaitedUntil(const AwaitedEmail& email);

}  // namespace madoguchi::app
