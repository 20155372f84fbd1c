package dev.windrose.context.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Entries that come with the product. */
public enum EntrySet {
    /** A beginning for any company: nothing in it is said about one. */
    STARTER("Starter set"),
    /** An invented company whole, to look at. */
    EXAMPLE("Example company");

    private final String label;

    EntrySet(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntrySet> of(String wire) {
        return Stream.of(values()).filter(set -> set.wire().equals(wire)).findFirst();
    }

    public int count() {
        return files().size();
    }

    /** Its files, by path. */
    List<EntryFile> files() {
        String folder = "context/sets/" + wire() + "/";
        var files = new ArrayList<EntryFile>();
        try {
            for (var found :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "**/*.md")) {
                String address = found.getURL().toString();
                String path = address.substring(address.lastIndexOf(folder) + folder.length());
                var read = ReadEntryFile.of(path, found.getContentAsString(StandardCharsets.UTF_8));
                if (read instanceof ReadEntryFile.Read.Entry entry) {
                    files.add(entry.file());
                }
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("The entries that come with the product are not packed", missing);
        }
        files.sort(Comparator.comparing(EntryFile::path));
        return files;
    }
}
