#include "app/kiosk/visit_process.h"

#include <QProcessEnvironment>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace madoguchi::app {

namespace {

constexpr std::chrono::seconds kSign{2};

/// Of a process that finds and leaves nothing in the home of the kiosk's user.
QProcessEnvironment environmentIn(const QString& home) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* folder :
       {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
    environment.insert(QLatin1String(folder), home);
  // The service manager hears of the process that it started, not of this one.
  environment.remove(QStringLiteral("NOTIFY_SOCKET"));
  environment.remove(QStringLiteral("WATCHDOG_USEC"));
  return environment;
}

}  // namespace

VisitProcess::VisitProcess(QStringList arguments, QString program,
                           std::chrono::milliseconds silence, QObject* parent)
    : QObject(parent), m_arguments(std::move(arguments)), m_program(std::move(program)) {
  m_silence.setSingleShot(true);
  m_silence.setInterval(silence);
  connect(&m_silence, &QTimer::timeout, this, [this] {
    if (m_process != nullptr) m_process->kill();
  });
}

VisitProcess::~VisitProcess() {
  if (m_process == nullptr) return;
  m_process->disconnect(this);
  m_process->kill();
  m_process->waitForFinished();
}

void VisitProcess::begin(const QString& room, const QString& language) {
  if (m_process != nullptr) return;
  m_home = std::make_unique<QTemporaryDir>();
  if (!m_home->isValid()) {
    finish(Ended::byFault);
    return;
  }
  m_process = new QProcess(this);
  m_process->setProcessEnvironment(environmentIn(m_home->path()));
  m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
  connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
    m_process->readAllStandardOutput();
    m_silence.start();
  });
  connect(m_process, &QProcess::finished, this, &VisitProcess::onFinished);
  connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) finish(Ended::byFault);
  });
  m_silence.start();
  m_process->start(m_program, m_arguments + QStringList{QStringLiteral("--visit"), room,
                                                        QStringLiteral("--lang"), language});
}

void VisitProcess::onFinished() {
  const bool well = m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
  finish(well ? Ended::well : Ended::byFault);
}

void VisitProcess::finish(Ended how) {
  m_silence.stop();
  if (m_process != nullptr) std::exchange(m_process, nullptr)->deleteLater();
  m_home.reset();
  emit ended(how);
}

VisitSigns::VisitSigns() {
  QObject::connect(&m_timer, &QTimer::timeout, [] {
    std::fputc('.', stdout);
    // Nobody is there who would clean up after it.
    if (std::fflush(stdout) != 0) std::_Exit(1);
  });
  m_timer.start(kSign);
}

}  // namespace madoguchi::app
