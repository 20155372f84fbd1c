package dev.windrose.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do in a workspace, from most to least. */
public enum Role {
    OWNER,
    ADMIN,
    MANAGER,
    MEMBER,
    VIEWER;

    public boolean atLeast(Role other) {
        return ordinal() <= other.ordinal();
    }

    /** The name in the database and on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
