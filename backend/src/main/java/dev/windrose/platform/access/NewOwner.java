package dev.windrose.platform.access;

import org.jspecify.annotations.Nullable;

/** The first person of a workspace. Without a password only a one-time link lets this person in. */
public record NewOwner(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password) {}
