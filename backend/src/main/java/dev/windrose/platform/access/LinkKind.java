package dev.windrose.platform.access;

import java.time.Duration;
import java.util.Locale;

/** What following a one-time link does. */
public enum LinkKind {
    SETUP(Duration.ofDays(7)),
    INVITE(Duration.ofDays(7)),
    RESET(Duration.ofHours(24)),
    SIGN_IN(Duration.ofHours(24));

    private final Duration life;

    LinkKind(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
