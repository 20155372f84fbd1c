package dev.windrose.records.importing.file;

import dev.windrose.platform.error.AppException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An object of JSON per line. What lies within another object is named by its path; lists of words are joined by semicolons. */
final class JsonLinesTable extends RowTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BufferedReader lines;
    private final List<String> header;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private long number;

    private JsonLinesTable(FileFormat format, BufferedReader lines) {
        super(format);
        this.lines = lines;
        this.header = List.copyOf(Objects.requireNonNullElse(format.names(), List.of()));
        header.forEach(name -> places.put(name, places.size()));
    }

    static JsonLinesTable of(Path file, FileFormat format) {
        try {
            return new JsonLinesTable(format, reader(file, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedReader reader(Path file, FileFormat format) throws IOException {
        var decoder = format.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
    }

    /** The names of all objects, in the order in which they come. */
    static List<String> names(Path file, FileFormat format) {
        var names = new LinkedHashMap<String, String>();
        try (var lines = reader(file, format)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var object = object(line);
                if (object != null) {
                    object.keySet().forEach(name -> names.putIfAbsent(name, name));
                }
                if (names.size() > 1_000) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (names.isEmpty()) {
            throw new AppException(FileError.NOT_A_CSV, "The file holds no objects of JSON, one to a line.");
        }
        return named(new ArrayList<>(names.keySet()));
    }

    private static @Nullable Map<String, String> object(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            if (!(JSON.readValue(text, Object.class) instanceof Map<?, ?> map)) {
                return null;
            }
            var flat = new LinkedHashMap<String, String>();
            flatten("", map, flat);
            return flat;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void flatten(String path, Map<?, ?> map, Map<String, String> flat) {
        map.forEach((key, value) -> {
            String name = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            switch (value) {
                case Map<?, ?> inner -> flatten(name, inner, flat);
                case null -> flat.put(name, "");
                default -> flat.put(name, text(value));
            }
        });
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            boolean plain = list.stream().noneMatch(one -> one instanceof Map || one instanceof List);
            return plain
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                    : JSON.writeValueAsString(list);
        }
        return value.toString();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    Optional<FileRow> read() {
        try {
            String line = lines.readLine();
            if (line == null) {
                return Optional.empty();
            }
            number++;
            var object = object(line);
            if (object == null) {
                return Optional.of(new FileRow(number, List.of(line), "The line is no object of JSON."));
            }
            var cells = new ArrayList<String>(Collections.nCopies(header.size(), ""));
            object.forEach((name, value) -> {
                var place = places.get(name);
                if (place != null) {
                    cells.set(place, value);
                }
            });
            return Optional.of(new FileRow(number, cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
