#pragma once

#include <string>
#include <vector>

#include "forms/registration/registration_form.h"

// What somebody who is registered may change by themself, and how that is judged, on the client and
// on the backend alike. Sources: the operation manual of 2023-03-17, 2.4, and the user guide for
// attorneys and scriveners, 6 (2).

namespace madoguchi::forms {

/// The fields of the registration that can be changed, with its rules, each empty where it stays as
/// it is:
///
/// | id | asked of |
/// |---|---|
/// | municipalityCode, addressRest | everybody; both or none (WZBAM244E) |
/// | phone | everybody |
/// | email, emailConfirmation | everybody; the second where there is the first (WZBAM159E) |
/// | agentCertificateNumber | attorneys and scriveners |
///
/// Its facts are registrationFacts(). All of it is submitted, the repeated address, too.
const Definition& informationChangeForm();

/// Of what was filled in, by field, what differs from what is registered: what a change comes to.
/// The repeated address is no part of it.
Values changesOf(const Answers& change, const Answers& registered);

/// As judge() does; and where all is well and nothing would change, WZBAM245E at every field that
/// could.
std::vector<Finding> judgeChange(const Answers& change, const Answers& registered,
                                 const Facts& facts);

/// The code above the form when there are findings: WZBAM244E or WZBAM245E where nothing else is
/// wrong, else that of the registration.
std::string summaryCodeOfChange(const std::vector<Finding>& findings);

}  // namespace madoguchi::forms
