package dev.windrose.records.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression, ready to be evaluated. Numbers are BigDecimal, references UUID; null is empty. */
@FunctionalInterface
interface Node {

    /** @throws Unanswered where there is no answer */
    @Nullable
    Object in(Run run);
}
