package dev.windrose.records;

import dev.windrose.platform.id.TenantId;

/** The fields or record types of a workspace have become others. */
public record SchemaChanged(TenantId tenant) {}
