package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.util.List;

/** What the parts of one statement share: parameters, record types, calendar, and which rows of a type there are for the actor. */
final class StatementScope {

    /** The row that a statement is about. */
    private static final String ROOT = "t";

    final Descriptors descriptors;
    final AccessSql access;
    final SqlParts sql = new SqlParts();
    final Calendar calendar;
    final Colleagues colleagues;
    final List<ActivityType> activities;
    /** Also by fields that the actor does not see: for what the product itself works out. */
    final boolean wholeRecords;

    StatementScope(
            Descriptors descriptors,
            AccessSql access,
            Calendar calendar,
            Colleagues colleagues,
            List<ActivityType> activities,
            boolean wholeRecords) {
        this.access = access;
        this.descriptors = descriptors;
        this.calendar = calendar;
        this.colleagues = colleagues;
        this.activities = activities;
        this.wholeRecords = wholeRecords;
    }

    /** Where rows of a type are read from. */
    String from(Descriptor type, String alias) {
        return type.table() + " " + alias;
    }

    /** The rows of a type that there are for the actor, without those in the bin. Every read of a type goes through here. */
    String live(Descriptor type, String alias) {
        String seen = alias.equals(ROOT) ? access.finds(type, alias) : access.reads(type, alias);
        return "%s and %s.deleted_at is null".formatted(rows(type, alias, seen), alias);
    }

    String binned(Descriptor type, String alias) {
        return "%s and %s.deleted_at is not null".formatted(rows(type, alias, access.reads(type, alias)), alias);
    }

    private static String rows(Descriptor type, String alias, String seen) {
        return seen.equals("true") ? type.rows(alias) : "%s and %s".formatted(type.rows(alias), seen);
    }
}
