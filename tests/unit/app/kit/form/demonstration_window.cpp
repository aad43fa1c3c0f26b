#include "tests/unit/app/kit/form/demonstration_window.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_page.h"
#include "app/kit/form/form_review.h"
#include "app/kit/form/form_summary.h"
#include "tests/support/demonstration_form.h"

namespace madoguchi::test {
namespace {

constexpr const char* kReview = "review";

class ReviewPage : public app::PageWidget {
 public:
  ReviewPage(app::FormModel& form, const app::FormTexts& texts,
             const std::function<void(const forms::FieldPath&)>& open)
      : PageWidget(QString::fromLatin1(kReview), [] { return qtTrId("step2.title"); }) {
    m_summary = new app::FormSummary(
        form, texts, {.page = {}, .words = {}, .again = [] { return qtTrId("form.next"); }}, this);
    column()->addWidget(m_summary);
    connect(m_summary, &app::FormSummary::wanted, this, open);
    auto* review =
        new app::FormReview(form, texts, objectName(), app::FormReview::Shows::waysBack, this);
    connect(review, &app::FormReview::changeWanted, this, open);
    column()->addWidget(review);
    column()->addStretch();
    form.check();
  }
  void focusFirst() override {
    m_summary->hasFindings() ? m_summary->present() : PageWidget::focusFirst();
  }

 private:
  app::FormSummary* m_summary;
};

}  // namespace

DemonstrationTexts::DemonstrationTexts() {
  const QByteArray text = QByteArray::fromStdString(testData("forms/demonstration_texts.json"));
  const QJsonObject texts = QJsonDocument::fromJson(text).object();
  for (auto one = texts.begin(); one != texts.end(); ++one) {
    const QJsonObject words = one.value().toObject();
    for (auto word = words.begin(); word != words.end(); ++word)
      m_texts[one.key()][word.key()] = word.value().toString();
  }
}

QString DemonstrationTexts::translate(const char* /*context*/, const char* id, const char* /*more*/,
                                      int /*n*/) const {
  const auto found = m_texts.find(QString::fromLatin1(id));
  return found == m_texts.end() ? QString() : found->second.at(qtTrId("language.tag"));
}

DemonstrationWindow::DemonstrationWindow(const QString& language)
    : m_form(demonstrationForm(), demonstrationFacts), m_texts(demonstrationForm()) {
  m_language.set(language);
  QCoreApplication::installTranslator(&m_demonstration);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  resize(900, 700);
}

void DemonstrationWindow::speak(const QString& language) {
  m_language.set(language);
  for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
  const QWidget* now = QApplication::focusWidget();
  if (m_page != nullptr && now != nullptr && m_page->isAncestorOf(now)) m_page->bringIntoView(*now);
}

app::PageWidget* DemonstrationWindow::make(const std::string& page, const forms::FieldPath& first) {
  if (page == kReview) {
    return new ReviewPage(m_form, m_texts, [this](const forms::FieldPath& path) {
      open(forms::pageOf(m_form.definition(), path)->id, path);
    });
  }
  auto* made = new app::FormPage(m_form, m_texts, page, QString::fromStdString(page), first);
  connect(made, &app::FormPage::done, this, [this] { step(1); });
  connect(made, &app::FormPage::backWanted, this, [this] { step(-1); });
  connect(&made->fields(), &app::FormFields::fileWanted, this,
          [this](const forms::FieldPath& path) {
            m_form.type(path, QString(64, u'a') + QStringLiteral(" image/jpeg 40000"));
          });
  return made;
}

void DemonstrationWindow::step(int by) {
  const auto pages = m_form.pages();
  const auto next = std::ranges::find(pages, m_at) - pages.begin() + by;
  open(std::cmp_less(next, pages.size()) ? pages[static_cast<std::size_t>(next)] : kReview);
}

void DemonstrationWindow::open(const std::string& page, const forms::FieldPath& first) {
  if (m_page != nullptr) {
    m_page->hide();
    m_page->deleteLater();
  }
  m_at = page;
  m_page = make(page, first);
  layout()->addWidget(m_page);
  m_page->show();
  m_page->focusFirst();
  for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
}

}  // namespace madoguchi::test
