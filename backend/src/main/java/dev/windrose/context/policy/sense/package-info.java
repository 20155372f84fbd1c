/** Reads clauses by what their words mean and by where they stand: who, what, how much, when, unless. What it had to guess it tells. */
@NullMarked
package dev.windrose.context.policy.sense;

import org.jspecify.annotations.NullMarked;
