#include "app/rooms/account/pages/account_texts.h"

#include <algorithm>
#include <iterator>

#include "app/kit/texts.h"

namespace madoguchi::app {

FormTexts accountTexts(const forms::Definition& form, forms::Entrance entrance) {
  const std::string_view variant = forms::variantOfWords(entrance);
  return FormTexts(form,
                   QString::fromLatin1(variant.data(), static_cast<qsizetype>(variant.size())));
}

RubyText withAnswer(const QString& words, RubyText answer) {
  RubyText text = RubyText::fromMarkup(words);
  std::ranges::move(answer.runs, std::back_inserter(text.runs));
  return text;
}

QString awaitedUntil(const AwaitedEmail& email) {
  return email.until ? qtTrId("information.until").arg(writtenTime(timeInJapan(*email.until)))
                     : QString();
}

}  // namespace madoguchi::app
