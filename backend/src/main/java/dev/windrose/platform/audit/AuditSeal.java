package dev.windrose.platform.audit;

import java.time.Instant;

/** @param hash of the chain up to here, in hexadecimal; kept elsewhere it proves that nothing before it was changed or cut off */
public record AuditSeal(long number, Instant at, int entries, String hash) {}
