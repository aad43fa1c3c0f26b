#include "backend/rooms/applications/filing_service.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/accounts/card_binding.h"
#include "backend/files/file_store.h"
#include "backend/filing/applicant_account.h"
#include "backend/filing/application_content.h"
#include "backend/filing/application_mail.h"
#include "backend/filing/application_number.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/ids.h"
#include "backend/rooms/applications/filing_rules.h"
#include "backend/trust/signature.h"
#include "forms/application/application_form.h"
#include "forms/certified/certified_items.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/registration_form.h"
#include "protocol/application_payload.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr protocol::JsonLimits kFilingLimits = {.bytes = kLongestFiling, .depth = 2};
constexpr std::size_t kMostConsents = 4;
constexpr std::size_t kLongestConsent = 32;

bool takeTruth(nlohmann::json& object, const char* name, bool& value) {
  const auto member = object.find(name);
  if (member == object.end()) {
    return true;
  }
  if (!member->is_boolean()) {
    return false;
  }
  value = member->get<bool>();
  object.erase(member);
  return true;
}

bool takeConsents(nlohmann::json& object, std::vector<std::string>& consents) {
  const auto member = object.find("consents");
  if (member == object.end() || !member->is_array() || member->size() > kMostConsents) {
    return false;
  }
  for (const auto& consent : *member) {
    if (!consent.is_string() || consent.get_ref<const std::string&>().size() > kLongestConsent) {
      return false;
    }
    consents.push_back(consent);
  }
  object.erase(member);
  return true;
}

bool isOwner(const ApplicantAccount& account, const certificate::BasicFourItems& items) {
  const auto registered = forms::answersFrom(forms::registrationForm(), account.form);
  return registered && forms::isOfSamePerson(registered->values, items);
}

}  // namespace

struct FilingService::Request {
  int revision = 0;
  std::string receipt = {};     ///< empty where it is not said
  std::string signedText = {};  ///< empty where it is not signed
  std::vector<std::string> consents = {};
  bool again = false;

  static std::optional<Request> from(std::string_view body) {
    auto json = protocol::readStrictJson(body, kFilingLimits);
    Request request;
    if (!json || !json->is_object() || !takeConsents(*json, request.consents) ||
        !takeTruth(*json, "again", request.again)) {
      return std::nullopt;
    }
    protocol::takeString(*json, "receive", request.receipt);
    protocol::takeString(*json, "signed", request.signedText);
    const auto revision = json->find("revision");
    if (revision == json->end() || !revision->is_number_unsigned() ||
        *revision > std::numeric_limits<int>::max() || json->size() != 1) {
      return std::nullopt;
    }
    request.revision = revision->get<int>();
    return request;
  }
};

/// What is filed, by whom.
struct FilingService::Case {
  ApplicantAccount account;
  DraftRow draft;
  std::vector<AttachmentRow> files;
  DraftContent content = {};
  forms::Facts facts = {};
  std::string canonical = {};
  forms::Answers answers = {};  ///< what counts of them
  std::optional<Nonce> nonce = std::nullopt;
  /// Its owner's, which the account does not know yet. A move or another name ends the one of
  /// before, and the municipal office puts a new one on the same card, with which nothing else
  /// than a signature tells it.
  std::optional<SigningRecord> newSigning = std::nullopt;
  std::optional<ApplicationRow> before = std::nullopt;  ///< this very request has filed it

  [[nodiscard]] FiledAnswers filed() const {
    return {.procedure = content.procedure, .answers = answers, .facts = facts};
  }
};

FilingService::FilingService(Parts parts, Clock clock)
    : m_parts(std::move(parts)), m_clock(std::move(clock)) {}

std::variant<FilingService::Case, Refusal> FilingService::look(const Filing& filing,
                                                               const Request& request,
                                                               Deadline deadline) {
  auto found =
      m_parts.storage.read(deadline, [&](Transaction& transaction) -> std::variant<Case, Reason> {
        auto account = applicantAccount(transaction, filing.accountId);
        if (!account) {
          return Reason::sessionMissing;
        }
        Case filed{.account = std::move(*account), .draft = {}, .files = {}};
        filed.before = filedBy(transaction, filing.accountId, filing.attempt);
        if (filed.before) {
          return filed;
        }
        auto draft = isId(filing.draftId) ? draftOf(transaction, filing.accountId, filing.draftId)
                                          : std::nullopt;
        if (!draft) {
          return Reason::notFound;
        }
        filed.draft = std::move(*draft);
        filed.files = attachmentsOf(transaction, filing.accountId, filing.draftId);
        return filed;
      });
  if (const Reason* reason = std::get_if<Reason>(&found)) {
    return Refusal{*reason};
  }
  auto& filed = std::get<Case>(found);
  if (filed.before) {
    return std::move(filed);
  }
  if (filed.draft.revision != request.revision) {
    return Refusal{Reason::draftChanged};
  }
  filed.content = openContent(filed.draft.content, m_parts.keys, filed.draft.id);
  filed.facts = forms::applicationFacts(filed.content.procedure, filed.account.userClass,
                                        forms::dayInJapan(m_clock()));
  const forms::Definition& form = forms::applicationForm();
  const auto all = answersOf(filed.content);
  filed.canonical = forms::canonicalJson(form, all.value_or(forms::Answers{}), filed.facts);
  filed.answers = forms::answersFrom(form, filed.canonical).value_or(forms::Answers{});
  return std::move(filed);
}

std::optional<Refusal> FilingService::judge(Case& filed, const Request& request) const {
  const FiledAnswers answers = filed.filed();
  if (auto refusal = outsideWindow(answers)) {
    return refusal;
  }
  if (auto refusal = notAllowed(answers, filed.account)) {
    return refusal;
  }
  if (auto refusal = faultsOf(answers, filed.files)) {
    return refusal;
  }
  const std::string receipt = valueAt(filed.answers, forms::topField("receipt"));
  return request.receipt.empty() || request.receipt == receipt
             ? std::nullopt
             : std::optional(Refusal{Reason::malformed});
}

std::optional<Refusal> FilingService::checkSignature(Case& filed, const std::string& signedText,
                                                     Deadline deadline) {
  const bool hasCard = !filed.account.serial.empty();
  if (signedText.empty()) {
    return hasCard ? std::optional(Refusal{Reason::cardNeeded}) : std::nullopt;
  }
  if (!hasCard) {
    return Refusal{Reason::malformed};
  }
  const auto verified =
      verifyJws(signedText, protocol::kApplicationType, certificate::Purpose::signing);
  if (const Reason* reason = std::get_if<Reason>(&verified)) {
    return Refusal{*reason};
  }
  const auto& text = std::get<SignedText>(verified);
  const Seconds time = m_clock();
  const auto verdict = m_parts.trust.judge(text.certificate, certificate::Purpose::signing, time);
  if (verdict.refusal) {
    return Refusal{*verdict.refusal};
  }
  if (verdict.issuerKey != filed.account.issuerKey ||
      text.certificate.serialHex != filed.account.serial) {
    if (!isOwner(filed.account, text.certificate.items)) {
      return Refusal{Reason::signedByAnother};
    }
    filed.newSigning = {.fingerprint = toHex(sha256(text.certificate.der)),
                        .issuer = text.certificate.issuer,
                        .key = {text.certificate.serialHex, verdict.issuerKey}};
  }
  const auto payload = protocol::applicationPayloadFromJson(text.jws.payload);
  if (!payload) {
    return Refusal{Reason::malformed};
  }
  if (payload->origin != m_parts.origin) {
    return Refusal{Reason::originMismatch};
  }
  filed.nonce = m_parts.nonces.recognise(payload->nonce, time, deadline);
  if (!filed.nonce) {
    return Refusal{Reason::nonceInvalid};
  }
  return payload->draft == filed.draft.id && payload->application == filed.canonical
             ? std::nullopt
             : std::optional(Refusal{Reason::signatureInvalid});
}

bool FilingService::isDuplicate(Transaction& transaction, const Case& filed,
                                const std::string& accountId) const {
  const std::string person = personIn(filed.answers);
  const auto open = openApplicationsOf(transaction, accountId, filed.content.procedure);
  return std::ranges::any_of(open, [&](const ApplicationRow& other) {
    try {
      return personIn(answersOf(openApplication(other.content, m_parts.keys, other.id))) == person;
    } catch (const DamagedSeal&) {  // nobody knows whose it is, and it keeps no other back
      return false;
    }
  });
}

std::variant<ApplicationRow, Refusal> FilingService::file(const Filing& filing, Deadline deadline) {
  const auto request = Request::from(filing.body);
  if (!request) {
    return Refusal{Reason::malformed};
  }
  auto looked = look(filing, *request, deadline);
  if (auto* refusal = std::get_if<Refusal>(&looked)) {
    return std::move(*refusal);
  }
  auto& filed = std::get<Case>(looked);
  if (filed.before) {
    return filed.before->draftId == filing.draftId
               ? std::variant<ApplicationRow, Refusal>(std::move(*filed.before))
               : Refusal{Reason::idempotencyConflict};
  }
  if (auto refusal = judge(filed, *request)) {
    return std::move(*refusal);
  }
  if (auto refusal = checkSignature(filed, request->signedText, deadline)) {
    return std::move(*refusal);
  }
  return store(filed, filing, *request, deadline);
}

std::variant<ApplicationRow, Refusal> FilingService::store(Case& filed, const Filing& filing,
                                                           const Request& request,
                                                           Deadline deadline) {
  const Seconds time = m_clock();
  const ApplicationContent content{
      .draft = filed.content,
      .applicant = valueAt(filed.answers, forms::topField("name")),
      .canonical = filed.canonical,
      .signedText = request.signedText,
      .unable = valueAt(filed.answers, forms::topField("unable")) == "yes",
      .consents = request.consents,
      .notifiesAccount = isSameAddress(valueAt(filed.answers, forms::topField("notificationEmail")),
                                       filed.account.email)};
  ApplicationRow application{.accountId = filing.accountId,
                             .draftId = filing.draftId,
                             .procedure = filed.content.procedure,
                             .state = std::string(application_state::kFiled),
                             .receipt = valueAt(filed.answers, forms::topField("receipt")),
                             .filedAt = time,
                             .changedAt = time};
  std::vector<std::string> leftOver;
  // All that another request may have changed is looked at once more. What that one has stored is
  // seen here, or it is begun again.
  auto stored = m_parts.storage.write(
      deadline, [&](Transaction& transaction) -> std::variant<ApplicationRow, Refusal> {
        leftOver.clear();
        if (auto before = filedBy(transaction, filing.accountId, filing.attempt)) {
          return std::move(*before);
        }
        const auto draft = draftOf(transaction, filing.accountId, filing.draftId);
        const auto files = attachmentsOf(transaction, filing.accountId, filing.draftId);
        const auto named = filesNamed(filed.filed(), files);
        if (!draft) {
          return Refusal{Reason::notFound};
        }
        if (draft->revision != filed.draft.revision ||
            named != filesNamed(filed.filed(), filed.files)) {
          return Refusal{Reason::draftChanged};
        }
        if (!request.again && isDuplicate(transaction, filed, filing.accountId)) {
          return Refusal{Reason::alreadyFiled};
        }
        if (filed.newSigning && isTaken(transaction, filing.accountId, filed.newSigning->key)) {
          return Refusal{Reason::signedByAnother};
        }
        if (filed.nonce && !useUp(transaction, *filed.nonce)) {
          return Refusal{Reason::nonceInvalid};
        }
        if (filed.newSigning) {
          const auto account = applicantAccount(transaction, filing.accountId);
          if (account && account->serial == filed.account.serial) {  // no card was bound meanwhile
            bindSigning(transaction, filing.accountId, *filed.newSigning);
          }
        }
        application.id = makeId();
        application.provisionalNumber = makeProvisionalNumber(time);
        application.content = sealContent(content, m_parts.keys, application.id);
        application.applicant =
            m_parts.keys.seal(content.applicant, applicantPlace(application.id));
        addApplication(transaction, application, filing.attempt);
        for (const std::string& file : named) {
          handOverAttachment(transaction, file, application.id);
        }
        leftOver = removeAttachmentsOf(transaction, filing.accountId, filing.draftId);
        removeDraft(transaction, filing.accountId, filing.draftId);
        mailFiled(transaction, application, content, time);
        return application;
      });
  m_parts.files.remove(leftOver);
  return stored;
}

}  // namespace madoguchi::backend
