package dev.windrose.platform.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit log knows to have been done. */
public enum AuditAction {
    CHANGE_APPLIED,
    CHANGE_PROPOSED,
    CHANGE_DECIDED,
    CHANGE_UNDONE,
    EXPORT_MADE,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    PASSWORD_CHANGED,
    PERSON_ADDED,
    PERSON_CHANGED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    WORKSPACE_CREATED,
    WORKSPACE_CHANGED,
    ACCESS_CHANGED,
    VIEW_AS_STARTED,
    VIEW_AS_ENDED,
    SCHEMA_CHANGED,
    FLAG_CHANGED,
    CREDENTIAL_SET,
    CREDENTIAL_REMOVED,
    CREDENTIAL_KEY_ROTATED,
    MAIL_CHANGED,
    CONNECTION_CHANGED,
    LANGUAGE_MODEL_CHANGED,
    MESSAGE_REPLAYED,
    MESSAGE_SHARED,
    TRACKING_CHANGED,
    AGENT_CHANGED;

    /** The name in the database and on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuditAction> of(String wire) {
        return Stream.of(values()).filter(action -> action.wire().equals(wire)).findFirst();
    }
}
