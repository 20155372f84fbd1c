package dev.windrose.platform.id;

import java.util.UUID;

/** The id of one kind of record. Implementations are records with the single component {@code value}. */
public interface TypedId {
    UUID value();
}
