package dev.windrose.context.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record says, to be cut into chunks. */
public record SourceText(UUID id, long version, List<Part> parts, Traits traits) {

    /**
     * The text of one field.
     *
     * @param path titles it stands under, from the outermost
     */
    public record Part(String field, List<String> path, String text) {}

    /**
     * What chunks are chosen by.
     *
     * @param sensitivity {@code public}, {@code internal} or {@code confidential}
     * @param products ids; empty for all products
     * @param segments empty for all
     * @param live whether agents may use it between the two days; an open end is null
     */
    public record Traits(
            String sensitivity,
            @Nullable String category,
            List<String> products,
            List<String> segments,
            @Nullable String language,
            boolean live,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** Of records of customers: for everybody inside who sees the record. */
        public static final Traits OF_RECORDS =
                new Traits("internal", null, List.of(), List.of(), null, true, null, null);
    }
}
