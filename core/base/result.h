// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace frost {

//! What a caller can do about a failure. Callers branch on the kind; people read the code and its arguments.
enum class ErrorKind {
    NotFound,      //!< the named thing does not exist
    Usage,         //!< the call itself is wrong: an unknown name, a malformed value
    Invalid,       //!< a record breaks a rule of its schema
    Conflict,      //!< somebody else changed the same thing
    Offline,       //!< the other side was not reached; nothing was sent
    OutcomeUnknown,//!< something was sent, no complete answer came back
    RateLimited,   //!< asked to wait; `retryAfter` is set
    Unauthorized,  //!< sign-in is missing or has expired
    Forbidden,     //!< signed in, without the right to do this
    Rejected,      //!< understood and refused for good
    Expired,       //!< a cursor or key is older than what the other side keeps
    TooLarge,      //!< over a stated limit
    Busy,          //!< another process holds the lease or the lock
    Corrupt,       //!< stored or received data is damaged
    TooNew,        //!< written by a newer version of Frost
    Storage,       //!< disk full, file read-only, input/output error
    Cancelled,     //!< ended by the user
    Internal,      //!< a bug of ours
};

//! A failure as a value. It carries no sentence: `code` is a stable dotted word such as "field.required" that the
//! front ends turn into wording, `args` are its parts (field, file, line ...), `detail` is for the log only and never
//! holds record contents or secrets.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString code;
    QStringList args;
    QString detail;
    std::optional<std::chrono::milliseconds> retryAfter;

    //! One line for the log.
    [[nodiscard]] QString logLine() const;
    friend bool operator==(const Error &, const Error &) = default;
};

//! The stable lower-case word of a kind, as used in JSON answers and logs ("offline", "too-new" ...).
[[nodiscard]] QString kindName(ErrorKind kind);

//! A value or an Error. Wrapped once so that dropping a result is a compiler warning.
template<class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) { }
};

//! `return fail(ErrorKind::NotFound, u"record.unknown"_s, {type, id});`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString code, QStringList args = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(code), std::move(args), std::move(detail), {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace frost

//! Leaves the function with the error of `expression`, a Result<>. For functions that are not coroutines.
#define FROST_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto &&frostTried = (expression); !frostTried)                                                             \
            return ::frost::fail(frostTried.error());                                                                  \
    } while (false)
