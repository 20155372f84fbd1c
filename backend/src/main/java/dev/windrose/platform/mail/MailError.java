package dev.windrose.platform.mail;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can go wrong on the way out. */
public enum MailError implements ErrorCode {
    NO_MAIL_SERVER(ErrorKind.CONFLICT),
    MAIL_NOT_WAITING(ErrorKind.CONFLICT),
    MAIL_SERVER_UNREACHABLE(ErrorKind.UPSTREAM),
    MAIL_SERVER_REFUSED(ErrorKind.UPSTREAM),
    SIGN_IN_REFUSED(ErrorKind.UPSTREAM);

    private final ErrorKind kind;

    MailError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
