package dev.windrose.intake.reading;

/** A value in canonical form with what it rests on. */
public record FieldValue(String field, Object value, Evidence evidence, double confidence) {}
