#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>
#include <chrono>
#include <memory>

namespace madoguchi::app {

/// A visit in a process of its own, which takes with it all that it knew: its memory, and the
/// folder that was its home and its place for temporary files.
class VisitProcess : public QObject {
  Q_OBJECT
 public:
  enum class Ended { well, byFault };

  /// A loop that hangs so long does not come back, and the next person waits.
  static constexpr std::chrono::milliseconds kSilence{30'000};

  /// `arguments` are those of `program`, to which a visit's own are added. It is ended after so
  /// long a silence.
  VisitProcess(QStringList arguments, QString program, std::chrono::milliseconds silence = kSilence,
               QObject* parent = nullptr);
  ~VisitProcess() override;

  /// From this room on, in this language. Nothing while there is one.
  void begin(const QString& room, const QString& language);
  [[nodiscard]] bool isRunning() const { return m_process != nullptr; }

 signals:
  /// Nothing of it is left.
  void ended(madoguchi::app::VisitProcess::Ended how);

 private:
  void onFinished();
  void finish(Ended how);

  const QStringList m_arguments;
  const QString m_program;
  std::unique_ptr<QTemporaryDir> m_home;
  QProcess* m_process = nullptr;
  QTimer m_silence;  ///< since its last sign of life
};

/// Signs of life of a visit for the process that began it, from the event loop to the standard
/// output, for as long as this lives.
class VisitSigns {
 public:
  VisitSigns();

 private:
  QTimer m_timer;
};

}  // namespace madoguchi::app
