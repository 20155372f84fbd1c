package dev.windrose.records;

import java.util.UUID;

/** A record as others show it. */
public record RecordRef(UUID id, String type, String title) {}
