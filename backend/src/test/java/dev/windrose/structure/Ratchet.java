package dev.windrose.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Known exceptions to a rule, one a line in {@code src/test/resources/ratchets}. The list may only shrink. */
final class Ratchet {

    private final Path file;

    private Ratchet(Path file) {
        this.file = file;
    }

    static Ratchet named(String name) {
        return new Ratchet(Path.of("src/test/resources/ratchets", name + ".txt"));
    }

    /** Fails on an exception that is not in the list, with the lesson, and on a list entry that is no exception any more. */
    void check(Collection<String> found, String lesson) {
        var known = known();
        var fresh = new TreeSet<>(found);
        fresh.removeAll(known);
        assertThat(fresh).as(lesson).isEmpty();
        var mended = new TreeSet<>(known);
        mended.removeAll(found);
        assertThat(mended)
                .as("These follow the rule now. Take them out of %s: the list may only shrink.", file)
                .isEmpty();
    }

    private Set<String> known() {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
