package dev.windrose.records.access;

import dev.windrose.platform.Role;

/** How far a role reaches among the records of a type. */
public record AccessRule(String recordType, Role role, AccessLevel read, AccessLevel write) {

    AccessLevel of(AccessRight right) {
        return switch (right) {
            case READ -> read;
            case WRITE -> write;
        };
    }
}
