package dev.windrose.context.retrieval;

import java.util.Comparator;
import java.util.UUID;

/** The order of ids, which begin with the time at which they were made. */
final class NewestFirst {

    static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned)
            .reversed();

    private NewestFirst() {}
}
