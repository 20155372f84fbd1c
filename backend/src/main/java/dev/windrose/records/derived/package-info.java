/**
 * Computed fields: formulas over a record and what it refers to, and roll-ups over the records that refer to it. Both are stored with the
 * record and follow every write in its transaction: {@link dev.windrose.records.derived.FollowDerived}. They leave no history and do not raise
 * the version. Formulas that ask for the time are worked out when they are read.
 */
@NullMarked
package dev.windrose.records.derived;

import org.jspecify.annotations.NullMarked;
