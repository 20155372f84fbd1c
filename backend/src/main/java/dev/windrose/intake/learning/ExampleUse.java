package dev.windrose.intake.learning;

import java.time.Instant;
import java.util.UUID;

/** A message that was read with an example. */
public record ExampleUse(UUID messageId, Instant at) {}
