// The composition root: makes the parts and joins them. Nothing else knows all of them.

#include <QApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "app/all_rooms.h"
#include "app/card/card_desk.h"
#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/policy.h"
#include "app/core/program_options.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "app/core/system.h"
#include "app/core/terms_of_use.h"
#include "app/kiosk/kiosk_outlets.h"
#include "app/kiosk/kiosk_run.h"
#include "app/kiosk/staff_code.h"
#include "app/kit/desktop_outlets.h"
#include "app/kit/policy_texts.h"
#include "app/kit/setup_page.h"
#include "app/rooms/registration/run_report.h"
#include "app/rooms/selfcheck/pages/self_check_texts.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/server/server.h"
#include "app/widgets/fonts.h"
#include "app/widgets/look.h"
#include "app/widgets/secret_keys.h"
#include "app/window/main_window.h"
#include "cardreader/pcsc/pcsc_transport.h"
#include "cardreader/pcsc/service_version.h"
#include "cardreader/secret_buffer.h"
#include "cardreader/simulated/pki_folder.h"
#include "cardreader/simulated/simulated_transport.h"

using namespace madoguchi;

namespace {

constexpr auto kLanguageSetting = "language";
constexpr auto kTextSizeSetting = "textSize";

/// How long a smart-card service that hangs may keep the program from ending.
constexpr std::chrono::seconds kEndPatience{2};
/// The same for the service at the other end, when it is given what was typed last, and when it is
/// told that a session has ended.
constexpr std::chrono::seconds kFarewellPatience{3};

QStringList argumentsOf(int count, char** arguments) {
  QStringList list;
  for (int i = 0; i < count; ++i) {
    list << QString::fromLocal8Bit(arguments[i]);
  }
  return list;
}

std::unique_ptr<card::CardTransport> makeTransport(const app::ProgramOptions& options) {
  if (!options.demo) {
    return std::make_unique<card::PcscTransport>();
  }
  auto simulated = std::make_unique<simulated::InProcessTransport>();
  simulated->insert(simulated::openCard(app::pathOf(options.pki), options.person.toStdString()));
  return simulated;
}

app::ServerSettings serverOf(const app::ProgramOptions& options) {
  return {.origin = options.server, .caFile = options.caFile, .proxy = options.policy.proxy};
}

/// `japaneseFont` where somebody has looked.
app::SelfCheckSources selfCheckSources(const app::ProgramOptions& options,
                                       std::optional<bool> japaneseFont = {}) {
  return {.server = serverOf(options), .computer = [demo = options.demo, japaneseFont] {
            return app::ComputerFindings{
                .surroundings = app::lookAround(),
                .usbReaders = card::usbReaders(),
                .serviceVersion = demo ? std::string() : card::pcsc::serviceProtocolVersion(),
                .canKeepSecrets = card::canKeepSecrets(),
                .japaneseFont = japaneseFont};
          }};
}

app::AgreedTerms termsOf(const app::ProgramOptions& options) {
  app::AgreedTerms terms;
  const QString& folder = options.policy.termsFolder;
  if (!folder.isEmpty()) {
    terms.folder = folder;
    terms.version = app::readTerms(folder, app::Language::tags().first()).version.toStdString();
  }
  return terms;
}

/// `wanted` may be empty.
void setInitialLanguage(app::Language& language, const QString& wanted) {
  language.set(language.initial(wanted,
                                QSettings().value(QLatin1String(kLanguageSetting)).toString(),
                                app::systemLanguages()));
}

app::TextSize initialTextSize(const app::ProgramOptions& options) {
  return app::textSizeNamed(QSettings().value(QLatin1String(kTextSizeSetting)).toString())
      .value_or(options.policy.textSize.value_or(app::TextSize::normal));
}

void applyLook(QApplication& application, const app::ProgramOptions& options) {
  if (options.kiosk) {
    app::applyTouchedLook(application, options);
  } else {
    app::applyLook(application, options.textScale);
  }
}

std::unique_ptr<app::Outlets> outletsOf(const app::ProgramOptions& options) {
  if (options.kiosk) return app::kioskOutlets(options.policy);
  return std::make_unique<app::DesktopOutlets>(options.policy.closed);
}

/// Lets `work` use the cards, and gives the status with which the program ends: also where the
/// smart-card service hangs, and whatever was thrown.
template <typename Work>
int withCards(const app::ProgramOptions& options, const Work& work) {
  const std::unique_ptr<card::CardTransport> transport = makeTransport(options);
  app::CardDesk cards(*transport, options.reader);
  int result = 1;
  try {
    result = work(cards);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "madoguchi: %s\n", error.what());
  }
  if (!cards.end(kEndPatience)) {
    // Nothing in this process can end a thread that waits for the service. The system does, and
    // takes all that was in memory.
    std::fflush(nullptr);
    std::_Exit(result);
  }
  return result;
}

int runSelfCheck(QCoreApplication& application, app::CardDesk& cards,
                 const app::ProgramOptions& options) {
  app::Language language(options.policy.languages);
  setInitialLanguage(language, options.language);
  app::OperatorTexts operatorTexts(options.policy.texts);
  QCoreApplication::installTranslator(&operatorTexts);
  app::SelfCheck check(cards, selfCheckSources(options));
  QObject::connect(&check, &app::SelfCheck::changed, &application, [&] {
    if (!check.running()) {
      application.quit();
    }
  });
  check.run();
  application.exec();
  const app::ReportHead head{options.server, QDateTime::currentDateTimeUtc()};
  const QByteArray report = options.json ? app::reportJson(check.items(), head)
                                         : app::reportText(check.items(), head).toUtf8();
  std::fwrite(report.constData(), 1, static_cast<std::size_t>(report.size()), stdout);
  return app::wholeVerdict(check.items()) == app::Verdict::bad ? 1 : 0;
}

/// Not for ever.
void waitWhile(const std::function<bool()>& isBusy) {
  if (!isBusy()) return;
  QEventLoop loop;
  QTimer look;
  const QDeadlineTimer limit(kFarewellPatience);
  QObject::connect(&look, &QTimer::timeout, &loop, [&] {
    if (!isBusy() || limit.hasExpired()) loop.quit();
  });
  look.start(std::chrono::milliseconds(20));
  loop.exec();
}

/// Whoever closes the window has gone: what they were logged in with is good for nobody from then
/// on.
void logOutAtTheEnd(app::Session& session, const app::Server& server) {
  session.close(app::Session::Ended::loggedOut);
  waitWhile([&] { return server.isSayingFarewell(); });
}

int runProgram(QApplication& application, app::CardDesk& cards,
               const app::ProgramOptions& options) {
  app::IdleClock idle;
  app::Language language(options.policy.languages);
  setInitialLanguage(language, options.language);
  // Whatever this computer speaks: without a font for it, nothing else can be read.
  if (!app::hasJapaneseFont()) language.set(QStringLiteral("en"));
  app::OperatorTexts operatorTexts(options.policy.texts, options.policy.sessionLifetime);
  QCoreApplication::installTranslator(&operatorTexts);
  // Only what the person chose is kept, not what the program began with; at a kiosk, in a home that
  // ends with the visit.
  QObject::connect(&language, &app::Language::changed, &language, [&] {
    QSettings().setValue(QLatin1String(kLanguageSetting), language.current());
  });
  app::Session session(idle, {.lifetime = options.policy.sessionLifetime});
  app::Server server(serverOf(options), &session);
  cards.explainReaders([](app::FailureCode code) {
    return app::whyNoReader(code, app::lookAround(), card::usbReaders());
  });
  app::SelfCheck selfCheck(cards, selfCheckSources(options, app::hasJapaneseFont()));
  app::AgreedTerms terms = termsOf(options);
  const std::unique_ptr<app::Outlets> outlets = outletsOf(options);
  std::optional<app::RunReport> report;
  if (!options.report.isEmpty()) {
    report.emplace(cards, language, options.report);
  }

  if (options.kiosk)
    app::useSecretKeys({.always = true, .shuffledDigits = options.policy.kiosk->shuffledDigits});
  applyLook(application, options);
  app::Rooms rooms =
      app::allRooms({.registration = {.card = cards,
                                      .server = server,
                                      .idle = idle,
                                      .language = language,
                                      .terms = terms,
                                      .secretLifetime = options.policy.secretLifetime},
                     .selfCheck = selfCheck,
                     .session = session,
                     .operatorTexts = operatorTexts,
                     .outlets = *outlets,
                     .entrances = options.policy.entrances},
                    [&](const app::RegistrationFlow& flow) {
                      if (report) {
                        report->follow(flow);
                      }
                    });
  auto window =
      std::make_unique<app::MainWindow>(std::move(rooms), language, idle, session,
                                        app::WindowFacts{.service = options.server,
                                                         .japaneseFont = app::hasJapaneseFont(),
                                                         .outlets = outlets.get()},
                                        initialTextSize(options));
  if (options.kiosk) {
    app::MainWindow& shown = *window;
    if (options.visit != app::kHomeRoom) shown.open({options.visit});
    return app::runVisit(
        std::move(window),
        {.idle = idle,
         .watchReaders = [&](auto found) { return cards.watch(std::move(found)); },
         .isKeeping = [&] { return session.isOpen() && shown.wouldLoseSomething(); },
         .isSending = [&] { return shown.isSending(); },
         .logOut = [&] { session.close(app::Session::Ended::loggedOut); },
         .isLoggingOut = [&] { return server.isSayingFarewell(); }},
        *options.policy.kiosk);
  }
  QObject::connect(window.get(), &app::MainWindow::textSizeChosen, window.get(),
                   [](app::TextSize size) {
                     QSettings().setValue(QLatin1String(kTextSizeSetting), app::nameOf(size));
                   });
  if (report) {
    report->notePlace(window->place());
    QObject::connect(window.get(), &app::MainWindow::placeShown, &*report,
                     &app::RunReport::notePlace);
  }
  window->show();
  if (!options.passwordLink.empty()) {
    window->open({app::kPasswordLinkRoom, options.passwordLink});
  }
  // Nobody can be asked then: the field that is being filled in is left, which sends it to the
  // draft. Not quit(), which asks the window whether it may close.
  bool isTold = false;
  app::onSystemsEnd([&] {
    isTold = true;
    if (QWidget* field = window->focusWidget()) field->clearFocus();
    window->hide();
    QCoreApplication::exit();
  });
  const int result = application.exec();
  const auto isAtWork = [&] {
    return window->isSending() || (session.isOpen() && window->wouldLoseSomething());
  };
  if (isTold) waitWhile(isAtWork);
  logOutAtTheEnd(session, server);
  if (report && !report->write()) {
    std::fputs("madoguchi: the report could not be written\n", stderr);
  }
  return result;
}

/// Needs an application object where there is a policy to speak of.
app::RubyText textOf(const app::ParsedOptions& parsed, app::Language& language) {
  if (!parsed.policy) return app::RubyText::plain(parsed.text);
  setInitialLanguage(language, parsed.policy->language);
  return app::policyInWords(parsed.policy->file, parsed.policy->faults);
}

int sayInAWindow(int argc, char** argv, const app::ParsedOptions& parsed) {
  QApplication application(argc, argv);
  app::Language language;
  setInitialLanguage(language, {});
  app::applyLook(application);
  app::SetupPage page(textOf(parsed, language));
  QObject::connect(&page, &app::SetupPage::closed, &page, &QWidget::close);
  page.resize(app::em(page, 40), app::em(page, 24));
  page.show();
  page.focusFirst();
  QApplication::exec();
  return parsed.exitCode;
}

/// Why the program does not run, or what it was asked for in place of running.
int say(int argc, char** argv, const app::ParsedOptions& parsed) {
  if (app::isStartedFromAnIcon(argc)) {
    return sayInAWindow(argc, argv, parsed);
  }
  const QCoreApplication application(argc, argv);
  app::Language language;
  std::fputs(qPrintable(textOf(parsed, language).base()), parsed.exitCode == 0 ? stdout : stderr);
  return parsed.exitCode;
}

}  // namespace

int main(int argc, char** argv) {
  app::hardenProcess();
  app::printWhereItIsSeen();
  QCoreApplication::setApplicationName(QStringLiteral("madoguchi"));
  QCoreApplication::setOrganizationName(QStringLiteral("madoguchi"));
  QCoreApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
  const app::ParsedOptions parsed =
      app::parseOptions(argumentsOf(argc, argv), app::machinePolicyFile());
  if (!parsed.options) {
    return say(argc, argv, parsed);
  }
  try {
    if (parsed.options->asksStaffCode) return app::askForStaffCode();
    if (parsed.options->doctor) {
      QCoreApplication application(argc, argv);
      return withCards(*parsed.options, [&](app::CardDesk& cards) {
        return runSelfCheck(application, cards, *parsed.options);
      });
    }
    if (app::leavesDialogsToPortal()) {
      QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    QApplication application(argc, argv);
    app::outliveSessionManager();
    if (parsed.options->kiosk && parsed.options->visit.empty())
      return app::runKiosk(application, *parsed.options);
    return withCards(*parsed.options, [&](app::CardDesk& cards) {
      return runProgram(application, cards, *parsed.options);
    });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "madoguchi: %s\n", error.what());
    return 1;
  }
}
