#pragma once

namespace madoguchi::backend {

/// Where the program was started without standard input, output or error, what it opens next, a
/// database, a connection or a key, would be in their place, and what it says would be written
/// there. Puts something there that gives nothing and takes nothing, so that writing fails. To be
/// called before anything is opened.
void occupyStandardFiles() noexcept;

}  // namespace madoguchi::backend
