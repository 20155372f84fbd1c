package dev.windrose.records;

/** An allowed value of a choice field, as pages show it. */
public record ChoiceOption(String value, String label, String tone) {}
