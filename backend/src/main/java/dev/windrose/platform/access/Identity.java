package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import org.jspecify.annotations.Nullable;

/** The right of a person to sign in to one workspace. Somebody in two workspaces has two, each with its own password. */
record Identity(
        TenantId tenant,
        PersonId person,
        String email,
        @Nullable String passwordHash) {}
