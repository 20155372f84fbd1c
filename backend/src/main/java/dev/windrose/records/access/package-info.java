/**
 * Who may see and change which record, and which fields. The rules of a workspace say it per record type and role; owners and administrators see
 * all. {@link dev.windrose.records.access.AccessSql} turns them into conditions of SQL, and is the only place that does: a statement that reads a
 * table of records writes {@code {see:deal:d}} where the condition on the row {@code d} belongs, and is passed through
 * {@link dev.windrose.records.access.AccessSql#guard}. {@link dev.windrose.records.access.Masks} says which fields are hidden.
 *
 * <p>Events: {@code access_rules_changed}, {@code field_masks_changed}, {@code record_shared}, {@code record_unshared}.
 */
@NamedInterface("access")
@NullMarked
package dev.windrose.records.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
