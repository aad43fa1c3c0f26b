#include "app/card/card_commands.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "cardreader/apdu.h"

namespace madoguchi::app {
namespace {

/// Lets no APDU begin once the command was called off, and shows what is under way.
class WatchedConnection : public card::CardConnection {
 public:
  WatchedConnection(std::unique_ptr<card::CardConnection> connection, CommandWatch& watch)
      : m_connection(std::move(connection)), m_watch(watch) {
    ++m_watch.answers;
  }
  std::vector<std::uint8_t> transmit(std::span<const std::uint8_t> command) override {
    const auto view = card::apdu::parse(command);
    const bool secret =
        view && view->header.ins == card::apdu::instruction::kVerify && !view->data.empty();
    Asking asking(m_watch, secret ? Asked::verify : Asked::anything, "transmit");
    return asking.answered(m_connection->transmit(command));
  }
  bool hasPinPad(std::uint8_t digits) override { return m_connection->hasPinPad(digits); }
  std::vector<std::uint8_t> verifyAtPad(const card::PadEntry& entry) override {
    Asking asking(m_watch, Asked::person, "verifyAtPad");
    return asking.answered(m_connection->verifyAtPad(entry));
  }

 private:
  using Asked = CommandWatch::Asked;

  /// From the question to the answer, or to the error in its place.
  class Asking {
   public:
    Asking(CommandWatch& watch, Asked what, const char* function) : m_watch(watch) {
      const bool before = m_watch.tryMayCount;
      // Before it is asked whether to stop: who stops it looks at this afterwards.
      m_watch.tryMayCount = before || what != Asked::anything;
      if (m_watch.stop) {
        m_watch.tryMayCount = before;
        throw card::TransportError(card::TransportFault::cancelled, function);
      }
      m_watch.asked = what;
    }
    ~Asking() {
      m_watch.asked = Asked::anything;
      ++m_watch.answers;
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    std::vector<std::uint8_t> answered(std::vector<std::uint8_t> answer) {
      if (m_watch.asked != Asked::anything && costsNoTry(answer)) {
        m_watch.tryMayCount = false;
      }
      return answer;
    }

   private:
    static bool costsNoTry(const std::vector<std::uint8_t>& answer) {
      namespace status = card::apdu::status;
      const std::uint16_t word = answer.size() < 2 ? 0 : card::apdu::statusWord(answer);
      return word == status::kOk || word == status::kPadTimeout || word == status::kPadCancelled;
    }

    CommandWatch& m_watch;
  };

  std::unique_ptr<card::CardConnection> m_connection;
  CommandWatch& m_watch;
};

/// Every library error of the card's side becomes a failure code here and nowhere else.
template <typename Work>
FailureCode guarded(const Work& work) {
  try {
    return work();
  } catch (const card::VerifyInterrupted&) {
    return FailureCode::verifyInterrupted;
  } catch (const card::TransportError& error) {
    return fromTransport(error.fault());
  } catch (const card::CardError&) {
    return FailureCode::cardAnswer;
  } catch (const certificate::CertificateError&) {
    return FailureCode::cardAnswer;
  }
}

FailureCode fromKind(card::CardKind kind) {
  switch (kind) {
    case card::CardKind::myNumberCard:
      return FailureCode::none;
    case card::CardKind::olderResidentCard:
      return FailureCode::olderCard;
    case card::CardKind::androidPhone:
    case card::CardKind::iPhone:
      return FailureCode::phoneToken;
    case card::CardKind::unknown:
      break;
  }
  // It has the application, so it is of the family. Cards of other kinds do not come so far.
  return FailureCode::newerCard;
}

FailureCode readCard(card::JpkiCard& card, CardInspection& found) {
  if (!card.select()) {
    return FailureCode::otherCard;
  }
  if (const FailureCode kind = fromKind(card.readKind()); kind != FailureCode::none) {
    return kind;
  }
  found.isMyNumberCard = true;
  found.pinPad = card.offersPinPad();
  const card::CertificatePresence presence = card.readPresence();
  found.presence = presence;
  found.passwordTries = card.readTriesLeft(card::Secret::signaturePassword);
  found.pinTries = card.readTriesLeft(card::Secret::authenticationPin);
  if (presence.authentication) {
    if (const auto der = card.readCertificate(card::KeyPair::authentication)) {
      found.authentication = certificate::parseCertificate(*der);
    }
  }
  return FailureCode::none;
}

std::unique_ptr<card::CardConnection> connectTo(const CardAccess& access,
                                                const std::string& reader) {
  try {
    return access.transport.connect(reader);
  } catch (const card::TransportError& error) {
    if (error.fault() == card::TransportFault::sharingViolation) {
      access.held.insert(reader);
    }
    throw;
  }
}

FailureCode inspectOne(const CardAccess& access, CardInspection& found) {
  const std::string& reader = found.identity.reader;
  WatchedConnection connection(connectTo(access, reader), access.watch);
  card::JpkiCard card(connection, &access.counter, &access.readers[reader]);
  return readCard(card, found);
}

FailureCode stillThere(card::CardTransport& transport, const CardIdentity& identity) {
  const card::ReaderSnapshot now = transport.snapshot();
  if (!now.serviceRunning) {
    return fromTransport(now.serviceFault);
  }
  const auto reader = std::ranges::find(now.readers, identity.reader, &card::ReaderState::name);
  if (reader == now.readers.end() || reader->unavailable) {
    return FailureCode::readerUnavailable;
  }
  if (!reader->cardPresent) {
    return FailureCode::cardRemoved;
  }
  return reader->eventCount == identity.eventCount ? FailureCode::none : FailureCode::cardSwapped;
}

/// Work with the application of a known card, selected. Whether it is still the same card is asked
/// after connecting: from then on another card would end the connection, so that no secret can
/// reach a card that came in between.
template <typename Work>
FailureCode withCard(const CardAccess& access, const CardIdentity& identity, const Work& work) {
  return guarded([&] {
    if (const FailureCode gone = stillThere(access.transport, identity);
        gone != FailureCode::none) {
      return gone;
    }
    WatchedConnection connection(connectTo(access, identity.reader), access.watch);
    if (const FailureCode other = stillThere(access.transport, identity);
        other != FailureCode::none) {
      return other;
    }
    card::JpkiCard card(connection, &access.counter, &access.readers[identity.reader]);
    if (!card.select()) {
      return FailureCode::cardAnswer;
    }
    return work(card);
  });
}

FailureCode blockedCode(card::Secret which) {
  return which == card::Secret::signaturePassword ? FailureCode::passwordBlocked
                                                  : FailureCode::pinBlocked;
}

/// Presents a secret and keeps the result; with `failure` where the work ends because of it.
bool isRight(card::Secret which, const card::VerifyResult& verified,
             std::optional<card::VerifyResult>& result, FailureCode& failure) {
  result = verified;
  if (verified.status == card::VerifyStatus::blocked) {
    failure = blockedCode(which);
  }
  return verified.status == card::VerifyStatus::verified;
}

card::VerifyResult verifyPin(card::JpkiCard& card, const CardSecrets& secrets) {
  const auto* typed = std::get_if<card::SecretBuffer>(&secrets.pin);
  return typed != nullptr ? card.verify(card::Secret::authenticationPin, *typed)
                          : card.verifyPinAtPad();
}

FailureCode readSigningCertificate(card::JpkiCard& card, CardWorkDone& done) {
  const auto der = card.readCertificate(card::KeyPair::signing);
  if (!der) {
    return FailureCode::noSigningCertificate;
  }
  done.signing = certificate::parseCertificate(*der);
  return inDate(*done.signing, FailureCode::signingCertificateExpired);
}

FailureCode workWith(card::JpkiCard& card, const CardWork& what, CardWorkDone& done) {
  const std::vector<std::uint8_t>& owner = what.authenticationCertificate;
  if (!owner.empty() && !card.holdsCertificate(card::KeyPair::authentication, owner)) {
    return FailureCode::cardSwapped;
  }
  FailureCode failure = FailureCode::none;
  constexpr auto kPassword = card::Secret::signaturePassword;
  if (what.secrets.password &&
      !isRight(kPassword, card.verify(kPassword, *what.secrets.password), done.password, failure)) {
    return failure;
  }
  if (what.readSigningCertificate) {
    failure = readSigningCertificate(card, done);
    if (failure != FailureCode::none) {
      return failure;
    }
  }
  bool pinIsDue = what.secrets.has(card::Secret::authenticationPin);
  const auto pinIsWrong = [&] {
    return std::exchange(pinIsDue, false) &&
           !isRight(card::Secret::authenticationPin, verifyPin(card, what.secrets), done.pin,
                    failure);
  };
  for (const SignatureStep& step : what.sign) {
    if (step.key == card::KeyPair::authentication && pinIsWrong()) {
      return failure;
    }
    done.signatures.push_back(card.sign(step.key, step.digestInfo(done.signatures)));
  }
  pinIsWrong();
  return failure;
}

CardInspection lookInto(const std::vector<card::ReaderState>& readers, const CardAccess& access) {
  CardInspection first;
  first.failure = FailureCode::noCard;
  bool any = false;
  for (const card::ReaderState& reader : readers) {
    if (!reader.cardPresent) {
      continue;
    }
    CardInspection found;
    found.identity = {reader.name, reader.eventCount};
    found.failure = guarded([&] {
      try {
        return inspectOne(access, found);
      } catch (const card::ExtendedLengthProbeFailed&) {
        // It was only a try, and now it is known that short APDUs it has to be.
        return inspectOne(access, found);
      }
    });
    if (found.isMyNumberCard) {
      return found;
    }
    if (!any) {
      first = std::move(found);
      any = true;
    }
  }
  return first;
}

CardInspection inspectIn(const card::ReaderSnapshot& readers, const CardAccess& access,
                         const std::string& preferredReader) {
  CardInspection found = lookInto(usedReaders(readers, preferredReader), access);
  found.heldElsewhere = !access.held.empty();
  return found;
}

}  // namespace

CardInspection inspectCard(const CardAccess& access, const std::string& preferredReader) {
  return inspectIn(access.transport.snapshot(), access, preferredReader);
}

CardCheck checkCards(const CardAccess& access, const std::string& preferredReader) {
  CardCheck found;
  found.readers = access.transport.snapshot();
  found.inspection = inspectIn(found.readers, access, preferredReader);
  found.preferredReader = preferredReader;
  return found;
}

CardWorkDone workWithCard(const CardAccess& access, const CardWork& what) {
  CardWorkDone done;
  done.failure =
      withCard(access, what.stay, [&](card::JpkiCard& card) { return workWith(card, what, done); });
  done.pinPadFails = access.readers[what.stay.reader].pinPadFails;
  return done;
}

}  // namespace madoguchi::app
