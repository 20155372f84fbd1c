package dev.windrose.platform;

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
}
