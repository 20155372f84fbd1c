package dev.windrose.intake.reading;

import dev.windrose.context.amend.Stated;

/** A colleague states what holds in our own company. */
public record Told(Evidence evidence, Stated stated) {}
