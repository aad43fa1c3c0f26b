#pragma once

#include <string_view>

namespace madoguchi::protocol {

/// Of the sample of terms of use that is part of both programs. Nobody agrees to a sample in
/// earnest: see sampleTermsSuffice.
inline constexpr std::string_view kTermsVersion = "2026-11-01";

/// Whether a service with this host may offer the sample: only one that other computers cannot
/// reach, that is, a demonstration. Any other needs its operator's terms. `host` is a name or an
/// address, in lower case, with the brackets that addresses of IPv6 have in origins or without
/// them.
bool sampleTermsSuffice(std::string_view host);

}  // namespace madoguchi::protocol
