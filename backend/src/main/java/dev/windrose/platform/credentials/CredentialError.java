package dev.windrose.platform.credentials;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can be wrong with a sealed value or its key. */
public enum CredentialError implements ErrorCode {
    CREDENTIAL_UNREADABLE(ErrorKind.CONFLICT),
    CREDENTIAL_IN_USE(ErrorKind.CONFLICT),
    KEYS_BY_SETTING(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    CredentialError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
