/**
 * The record engine. It works on values by field name, described by a {@link dev.windrose.records.Descriptor}; annotated Java records
 * ({@link dev.windrose.records.RecordType}) only declare descriptors. Read with {@code records.query.Records}, write with
 * {@code records.change.Changes}, decide and undo with {@code records.change.Decisions}. REST, history, provenance, change sets and live
 * updates follow for every type; a new type needs its record, its migration and its test.
 *
 * <p>A table begins with {@code like record_columns including defaults}; {@code finish_record_table} and {@code index_record_columns}
 * complete it. Texts that are filtered or sorted have a {@code <name>_key text collate "C"}; money is {@code bigint} minor units with a
 * {@code <name>_currency}, or with the currency field that {@link dev.windrose.records.Field#currency} names.
 *
 * <p>Events: {@code <type>_created}, {@code <type>_updated}, {@code <type>_binned}, {@code <type>_restored}.
 */
@ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"platform", "platform :: *", "events", "llm", "llm :: *"})
@NullMarked
package dev.windrose.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
