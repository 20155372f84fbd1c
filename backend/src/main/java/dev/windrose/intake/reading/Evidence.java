package dev.windrose.intake.reading;

/** The words a value rests on. */
public record Evidence(String quote, int start, int end) {}
