package dev.windrose.crm.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that has come in and is not kept yet.
 *
 * @param small a small picture of it
 */
record ReceivedFile(
        String name,
        ContentType type,
        long size,
        Part whole,
        Optional<Part> small,
        @Nullable Integer width,
        @Nullable Integer height) {

    record Part(Path path, String hash) {}

    String hash() {
        return whole.hash();
    }

    Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", name);
        values.put("content_type", type.media());
        values.put("size", size);
        values.put("content_hash", hash());
        values.put("width", width);
        values.put("height", height);
        values.put("thumbnail", small.isPresent());
        return values;
    }

    void drop() {
        try {
            Files.deleteIfExists(whole.path());
            if (small.isPresent()) {
                Files.deleteIfExists(small.get().path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
