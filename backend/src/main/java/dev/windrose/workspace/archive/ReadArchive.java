package dev.windrose.workspace.archive;

import dev.windrose.platform.backup.KnownMigrations;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** An archive that was sent. Nothing of it is unpacked: entries are read by the names that our own form allows. */
final class ReadArchive implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final Pattern NAMES = Pattern.compile(
            "README\\.txt|manifest\\.json|(records|data)/[a-z0-9_]{1,80}\\.jsonl|csv/[a-z0-9_-]{1,80}\\.csv|files/[0-9a-f]{64}(-small)?");
    private static final int LONGEST_MANIFEST = 64 << 20;
    private static final int LONGEST_LINE = 64 << 20;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LETTERS_AT_ONCE = 4 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private ReadArchive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws AppException BAD_VALUE with a sentence about a file that is no archive, or one of another version */
    static ReadArchive open(Path file) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            var read = new ReadArchive(zip, manifest(zip));
            read.check();
            return read;
        } catch (ZipException e) {
            throw wrong("The file is no ZIP archive, or it is not complete.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AppException e) {
            close(zip);
            throw e;
        }
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.FILE);
        if (entry == null) {
            throw wrong("The file is no export of a workspace: it has no manifest.json.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(LONGEST_MANIFEST + 1);
            if (text.length > LONGEST_MANIFEST) {
                throw wrong("The manifest of the file is too long.");
            }
            return JSON.readValue(text, Manifest.class);
        } catch (JacksonException e) {
            throw wrong("The manifest of the file cannot be read.");
        }
    }

    private void check() throws IOException {
        if (manifest.format() != Manifest.FORMAT) {
            throw wrong("The file has the format %d; this version reads format %d."
                    .formatted(manifest.format(), Manifest.FORMAT));
        }
        requireReadable(manifest.migrations());
        zip.stream().forEach(entry -> {
            if (!NAMES.matcher(entry.getName()).matches()) {
                throw wrong("The file has an entry that does not belong there: %s."
                        .formatted(entry.getName()
                                .substring(0, Math.min(80, entry.getName().length()))));
            }
        });
        for (String name : names()) {
            if (zip.getEntry(name) == null || !NAMES.matcher(name).matches()) {
                throw wrong("The file lacks %s, which its manifest names.".formatted(name));
            }
        }
    }

    /** Rows of an earlier version fit as long as nothing but tables and columns have come since. */
    private static void requireReadable(List<String> written) throws IOException {
        var newer = new TreeSet<>(written);
        newer.removeAll(KnownMigrations.versions());
        if (!newer.isEmpty()) {
            throw wrong(
                    "The file was written by a newer version of Windrose: this one does not know its step %s. Bring this one to that version first."
                            .formatted(newer.first()));
        }
        var missing = new TreeSet<>(KnownMigrations.versions());
        missing.removeAll(written);
        var rewriting = KnownMigrations.rewriting(missing);
        if (!rewriting.isEmpty()) {
            throw wrong(
                    "The file was written by an earlier version of Windrose, and step %s since then has changed what rows hold. Bring the other workspace to this version and export it again."
                            .formatted(rewriting.getFirst()));
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        manifest.parts().forEach(part -> names.add(part.file()));
        manifest.contents().forEach(content -> names.add(content.file()));
        return names;
    }

    Manifest manifest() {
        return manifest;
    }

    void verify() {
        manifest.parts().forEach(part -> verify(part.file(), part.bytes(), part.sha256()));
        manifest.contents().forEach(content -> verify(content.file(), content.bytes(), content.sha256()));
    }

    /** Reads the entry once for its sum, at most as many bytes as it should have. */
    private void verify(String name, long bytes, String sha256) {
        var digest = ArchiveZip.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open(name)) {
            long left = bytes;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw damaged(name);
                }
                digest.update(buffer, 0, read);
            }
            if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw damaged(name);
            }
        } catch (IOException e) {
            throw damaged(name);
        }
    }

    InputStream open(String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name));
    }

    /** Hands on lines in parts that fit into memory. */
    void lines(Manifest.Part part, Consumer<List<String>> some) {
        try (var in = new BufferedReader(new InputStreamReader(open(part.file()), StandardCharsets.UTF_8), 1 << 16)) {
            var lines = new ArrayList<String>();
            long letters = 0;
            for (String line = line(in); line != null; line = line(in)) {
                lines.add(line);
                letters += line.length();
                if (lines.size() == ROWS_AT_ONCE || letters > LETTERS_AT_ONCE) {
                    some.accept(List.copyOf(lines));
                    lines.clear();
                    letters = 0;
                }
            }
            if (!lines.isEmpty()) {
                some.accept(List.copyOf(lines));
            }
        } catch (IOException e) {
            throw damaged(part.file());
        }
    }

    /** The columns that rows of the part have; empty for a part without rows. */
    Set<String> columns(Manifest.Part part) {
        try (var in = new BufferedReader(new InputStreamReader(open(part.file()), StandardCharsets.UTF_8), 1 << 16)) {
            String line = line(in);
            return line == null ? Set.of() : Set.copyOf(JSON.readTree(line).propertyNames());
        } catch (IOException | JacksonException e) {
            throw damaged(part.file());
        }
    }

    private static @Nullable String line(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\n') {
                return line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw wrong("The file has a line of more than 64 million letters.");
            }
            line.append((char) letter);
        }
        return line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() {
        close(zip);
    }

    static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "file");
    }

    private static AppException damaged(String name) {
        return wrong("The file is damaged: %s is not what the manifest says.".formatted(name));
    }
}
