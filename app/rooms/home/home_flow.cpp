#include "app/rooms/home/home_flow.h"

#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/room_names.h"
#include "app/core/session.h"

namespace madoguchi::app {

HomeFlow::HomeFlow(Server& server, const Language& language, AgreedTerms& terms,
                   const Session& session, OperatorTexts& operatorTexts, QObject* parent)
    : Journey(parent),
      m_server(server),
      m_language(language),
      m_terms(terms),
      m_session(session),
      m_texts(operatorTexts) {
  connect(&session, &Session::opened, this, &HomeFlow::loggedInChanged);
  connect(&session, &Session::ended, this, &HomeFlow::loggedInChanged);
  connect(&language, &Language::changed, this, [this] {
    m_announcements.clear();  // rather none than in another language
    emit announcementsChanged();
    fetchAnnouncements();
  });
  fetchAnnouncements();
}

void HomeFlow::fetchAnnouncements() {
  m_asking = askAnnouncements(m_server, m_language.current(), [this](const OperatorSays& says) {
    m_announcements = says.announcements;
    // Without an answer it stays what it was.
    if (!says.helpDesk.isEmpty()) m_texts.setHelpDeskOfService(says.helpDesk);
    emit announcementsChanged();
  });
}

bool HomeFlow::isLoggedIn() const { return m_session.isOpen(); }

void HomeFlow::logIn() { emit ended(Door{kLoginRoom}); }

void HomeFlow::logInWithCard() { emit ended(Door{kCardLoginRoom}); }

void HomeFlow::enterAccount() { emit ended(Door{kAccountRoom}); }

void HomeFlow::enterRegistration(const std::string& entrance) {
  emit ended(Door{kRegistrationRoom, entrance});
}

void HomeFlow::leave() {
  disconnect(&m_language, nullptr, this, nullptr);
  disconnect(&m_session, nullptr, this, nullptr);
  m_asking.drop();
}

void HomeFlow::checkComputer() { emit needs({kSelfCheckRoom}); }

}  // namespace madoguchi::app
