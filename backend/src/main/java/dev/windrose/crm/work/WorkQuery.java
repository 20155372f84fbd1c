package dev.windrose.crm.work;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Whose work, and when.
 *
 * @param today where the workspace is
 * @param limit of each section
 */
public record WorkQuery(PersonId person, LocalDate today, Instant now, int limit) {}
