package dev.windrose.platform;

import java.util.Locale;

/** What is done to a type of record, or to a part of the workspace. */
public enum Operation {
    READ("read"),
    CREATE("write"),
    UPDATE("write"),
    DELETE("write"),
    RESTORE("write"),
    /** Applies, refuses or undoes a change set. */
    DECIDE("write"),
    /** Starts an import, an export or another long job. */
    RUN("write"),
    /** Hands in a text; what it may change is decided there. */
    SUBMIT("intake"),
    /** Changes how the workspace itself is set up. */
    MANAGE("admin");

    private final String scope;

    Operation(String scope) {
        this.scope = scope;
    }

    /** The narrowest token scope that allows it. */
    String scope() {
        return scope;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
