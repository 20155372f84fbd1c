package dev.windrose.intake.names;

/** An entry with how well it fits what was typed. */
public record ScoredName(NameEntry entry, double score) {}
