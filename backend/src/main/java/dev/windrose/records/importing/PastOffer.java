package dev.windrose.records.importing;

/**
 * What a column may tell of the past of records.
 *
 * @param target as a mapping names it
 */
public record PastOffer(String target, String label) {}
