package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.access.AccessSql;
import org.jspecify.annotations.Nullable;

/** What the parts of one statement share: parameters, record types, calendar, and which rows of a type there are for the actor. */
final class StatementScope {

    /** The row that a statement is about. */
    private static final String ROOT = "t";

    final Descriptors descriptors;
    final AccessSql access;
    final SqlParts sql = new SqlParts();
    final Calendar calendar;
    final Colleagues colleagues;
    final Lookups lookups;
    /** Also by fields that the actor does not see: for what the product itself works out. */
    final boolean wholeRecords;
    /** Null for the records of today. */
    final @Nullable Past past;

    /** The statement reads the bin. */
    private boolean ofBin;

    StatementScope(
            Descriptors descriptors,
            AccessSql access,
            Calendar calendar,
            Colleagues colleagues,
            Lookups lookups,
            boolean wholeRecords,
            @Nullable Past past) {
        this.access = access;
        this.descriptors = descriptors;
        this.calendar = calendar;
        this.colleagues = colleagues;
        this.lookups = lookups;
        this.wholeRecords = wholeRecords;
        this.past = past;
    }

    /** Where rows of a type are read from. */
    String from(Descriptor type, String alias) {
        return (past == null ? type.table() : past.table(this, type, !alias.equals(ROOT))) + " " + alias;
    }

    /** Computed values have no history: those that a statement of the past reads are worked out before it runs. */
    void uses(Descriptor type, FieldDescriptor field) {
        if (past != null && field.derived()) {
            past.compute(type, field);
        } else if (past != null) {
            past.compare(type, field);
        }
    }

    /** The statement reads columns of which it does not say to which fields they belong. */
    void usesColumns() {
        if (past != null) {
            past.compareAll();
        }
    }

    /** The rows of a type that there are for the actor, without those in the bin. Every read of a type goes through here. */
    String live(Descriptor type, String alias) {
        String seen = alias.equals(ROOT) ? access.finds(type, alias) : access.reads(type, alias);
        return "%s and %s.deleted_at is null".formatted(rows(type, alias, seen), alias);
    }

    String binned(Descriptor type, String alias) {
        ofBin = true;
        return "%s and %s.deleted_at is not null".formatted(rows(type, alias, access.reads(type, alias)), alias);
    }

    /**
     * Whether the search index knows the rows: those in use, as others see them. A row that the running transaction is about to write, or one of
     * the past or of the bin, is not in it.
     */
    boolean searchable() {
        return past == null && !wholeRecords && !ofBin;
    }

    /** What goes before the statement, once all of it is compiled. */
    String with() {
        return past == null ? "" : past.with();
    }

    /** Rows of the past are what the actor may see from the beginning. */
    private String rows(Descriptor type, String alias, String seen) {
        return past == null ? seenRows(type, alias, seen) : alias + ".tenant_id = :tenant";
    }

    /** The rows of the table of a type that the actor may see; all of them for what the product works out. */
    String seen(Descriptor type, String alias) {
        return wholeRecords ? type.rows(alias) : seenRows(type, alias, access.reads(type, alias));
    }

    private static String seenRows(Descriptor type, String alias, String seen) {
        return seen.equals("true") ? type.rows(alias) : "%s and %s".formatted(type.rows(alias), seen);
    }
}
