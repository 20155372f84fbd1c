package dev.windrose.records.duplicates.matching;

/**
 * Two rows, counted from 0.
 *
 * @param score how likely they tell of the same thing; from .5 on they are judged the same
 */
public record ScoredPair(int a, int b, double score) {}
