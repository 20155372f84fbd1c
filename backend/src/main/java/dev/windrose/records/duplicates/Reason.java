package dev.windrose.records.duplicates;

/**
 * What one field says of a pair, in words.
 *
 * @param effect in bits: above 0 where it speaks for the same
 */
public record Reason(String field, String label, String text, double effect) {}
