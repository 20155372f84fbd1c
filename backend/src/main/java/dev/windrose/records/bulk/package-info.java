/**
 * Changes of many records at once: of ids or of whatever a filter finds. However many there are, they are one change set, which is undone as
 * one. Above {@link dev.windrose.records.bulk.BulkEdits#AT_ONCE} records a job writes them in steps.
 */
@NamedInterface("bulk")
@NullMarked
package dev.windrose.records.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
