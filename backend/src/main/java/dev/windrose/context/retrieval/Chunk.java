package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.platform.id.TenantId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what a record says.
 *
 * @param ordinal its place among the chunks of the source, from 0
 * @param hash of heading and text
 * @param encoder that has made the vector; null where none has yet
 */
@SuppressWarnings("ArrayRecordComponent")
record Chunk(
        TenantId tenant,
        UUID id,
        String type,
        UUID source,
        long version,
        int ordinal,
        String field,
        String heading,
        String text,
        String hash,
        Traits traits,
        @Nullable String encoder,
        float @Nullable [] vector) {

    /** What the encoder reads. */
    String said() {
        return said(heading, text);
    }

    static String said(String heading, String text) {
        return heading.isEmpty() ? text : heading + "\n" + text;
    }

    /** What one has to be allowed to read: the sensitivity of an entry, or of records whatever one sees. */
    String level() {
        return traits.category() == null ? ChunkScope.RECORD : traits.sensitivity();
    }

    /** Whether an index would keep the same of both. */
    boolean same(Chunk other) {
        return hash.equals(other.hash) && traits.equals(other.traits) && Objects.equals(encoder, other.encoder);
    }

    Chunk with(String by, float[] made) {
        return new Chunk(tenant, id, type, source, version, ordinal, field, heading, text, hash, traits, by, made);
    }
}
