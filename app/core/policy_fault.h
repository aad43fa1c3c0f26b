#pragma once

#include <QString>

namespace madoguchi::app {

/// Why a policy cannot be used. A setting that is passed over could be one on which trust depends,
/// so that each of them keeps the program from starting.
struct PolicyFault {
  enum class Kind {
    unreadable,   ///< no file, or too long
    notUtf8,      ///< in another encoding, or no text at all
    notJson,      ///< `detail` is the line, where it is known
    unknownName,  ///< the place is that of the name
    missing,      ///< the place is where it should be
    wrongType,    ///< `detail` is the type that is wanted, as JSON Schema names it
    notOneOf,     ///< `detail` lists what there is, apart by ", "
    wrongForm,    ///< `detail` lists examples
    empty,
    twice,          ///< the second of two equal items
    outOfRange,     ///< `detail` is "<from>, <to>"
    noFile,         ///< that it names; `detail` is its path
    noCertificate,  ///< in the file that it names, of which this is the path
    badTerms,       ///< `detail` says why, in words for the operator
    sampleTerms,    ///< at a service that is in earnest
  };
  QString place;  ///< a JSON pointer into the file (RFC 6901); empty for the whole
  Kind kind = Kind::unreadable;
  QString detail = {};
  bool operator==(const PolicyFault&) const = default;
};

}  // namespace madoguchi::app
