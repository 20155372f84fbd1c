/**
 * How long fields of records had which value: stages, states, owners. A module names the fields it wants kept in a
 * {@link dev.windrose.records.periods.KeptFields} bean; {@link dev.windrose.records.periods.Periods} answers and loads them.
 */
@NamedInterface("periods")
@NullMarked
package dev.windrose.records.periods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
