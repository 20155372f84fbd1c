package dev.windrose.records;

/** The id of a record in another system; unique per workspace, record type and source. */
public record ExternalId(String source, String id) {}
