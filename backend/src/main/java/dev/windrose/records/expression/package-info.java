/**
 * Expressions over a record: formulas, conditions of fields, later policies and segments. The CEL library reads and type-checks them against
 * the record types; the checked tree is evaluated here, because empty fields must not fail, decimals stay exact and the cost is bounded.
 *
 * <p>Compile with {@link dev.windrose.records.expression.Expressions}; evaluate with
 * {@link dev.windrose.records.expression.Expression#evaluate}.
 */
@NamedInterface("expression")
@NullMarked
package dev.windrose.records.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
