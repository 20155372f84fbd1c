package dev.windrose.records.query;

/**
 * A record type whose records show that something goes on with the records they refer to. A bean per type.
 *
 * @param at the date or instant field that says when
 */
public record ActivityType(String type, String at) {}
