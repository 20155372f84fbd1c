package dev.windrose.records.expression;

/**
 * What is wrong with an expression, and where.
 *
 * @param start first character, from 0
 * @param end behind the last one
 */
public record ExpressionProblem(String message, int start, int end) {}
