/**
 * Files of rows become records: what the file is, which column fills which field, what unknown words mean, what would change, and the run.
 *
 * <p>{@link dev.windrose.records.importing.Imports} is the entrance. Dry run and run plan each row by the same code; the run writes in
 * batches, each a change set and a step of a durable job, so a killed process goes on where it stopped and the whole can be undone.
 */
@NamedInterface("importing")
@NullMarked
package dev.windrose.records.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
