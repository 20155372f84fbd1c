package dev.windrose.crm.company;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A colleague who works on an account. */
public record TeamMember(
        UUID personId, @Nullable String name, @Nullable String role) {}
