#include "app/rooms/home/home_flow.h"

#include "app/core/language.h"
#include "app/core/room_names.h"

namespace madoguchi::app {

HomeFlow::HomeFlow(Server& server, const Language& language, AgreedTerms& terms, QObject* parent)
    : Journey(parent), m_server(server), m_language(language), m_terms(terms) {
  connect(&language, &Language::changed, this, [this] {
    m_announcements.clear();  // rather none than in another language
    emit announcementsChanged();
    fetchAnnouncements();
  });
  fetchAnnouncements();
}

void HomeFlow::fetchAnnouncements() {
  m_asking = askAnnouncements(m_server, m_language.current(),
                              [this](const std::vector<Announcement>& received) {
                                m_announcements = received;
                                emit announcementsChanged();
                              });
}

void HomeFlow::enterRegistration(const std::string& entrance) {
  emit ended(Door{kRegistrationRoom, entrance});
}

void HomeFlow::leave() {
  disconnect(&m_language, nullptr, this, nullptr);
  m_asking.drop();
}

void HomeFlow::checkComputer() { emit needs({kSelfCheckRoom}); }

}  // namespace madoguchi::app
