#include "app/rooms/home/home_flow.h"

#include <stdexcept>
#include <utility>

#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::app {

HomeFlow::HomeFlow(HomeUses uses, QObject* parent) : Journey(parent), m_uses(std::move(uses)) {
  connect(&m_uses.session, &Session::opened, this, &HomeFlow::loggedInChanged);
  connect(&m_uses.session, &Session::ended, this, &HomeFlow::loggedInChanged);
  connect(&m_uses.language, &Language::changed, this, [this] {
    m_announcements.clear();  // rather none than in another language
    emit announcementsChanged();
    fetchAnnouncements();
  });
  fetchAnnouncements();
}

const QStringList& HomeFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("top")};
  return kNames;
}

Place HomeFlow::place() const { return {.page = pageNames().front()}; }

void HomeFlow::fetchAnnouncements() {
  m_asking =
      askAnnouncements(m_uses.server, m_uses.language.current(), [this](const OperatorSays& says) {
        m_announcements = says.announcements;
        // Without an answer it stays what it was.
        if (!says.helpDesk.isEmpty()) m_uses.operatorTexts.setHelpDeskOfService(says.helpDesk);
        if (says.leastClient) {
          m_tooOld = protocol::readVersion(MADOGUCHI_VERSION) < says.leastClient;
        }
        if (says.procedureFacts) takeFacts(*says.procedureFacts);
        emit announcementsChanged();
      });
}

void HomeFlow::takeFacts(const std::vector<std::string>& texts) {
  if (texts == m_facts) {
    return;
  }
  std::vector<forms::FactFile> files;
  files.reserve(texts.size());
  for (const std::string& text : texts) {
    files.push_back({"procedureFacts", text});
  }
  try {
    forms::adoptProcedureFacts(files);
    m_facts = texts;
  } catch (const std::runtime_error&) {
    // Of a service that knows more than this program, whose own rows hold on.
  }
}

bool HomeFlow::offers(const std::string& entrance) const {
  return m_uses.entrances.empty() || m_uses.entrances.contains(entrance);
}

bool HomeFlow::isLoggedIn() const { return m_uses.session.isOpen(); }

void HomeFlow::logIn() { emit ended(Door{kLoginRoom}); }

void HomeFlow::logInWithCard() { emit ended(Door{kCardLoginRoom}); }

void HomeFlow::enterAccount() { emit ended(Door{kAccountRoom}); }

void HomeFlow::enterRegistration(const std::string& entrance) {
  emit ended(Door{kRegistrationRoom, entrance});
}

void HomeFlow::leave() {
  disconnect(&m_uses.language, nullptr, this, nullptr);
  disconnect(&m_uses.session, nullptr, this, nullptr);
  m_asking.drop();
}

void HomeFlow::checkComputer() { emit needs({kSelfCheckRoom}); }

}  // namespace madoguchi::app
