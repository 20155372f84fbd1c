package dev.windrose.api.site;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the file of the export for an address. An id is in no file name: where a name is missing, its placeholder "_" is
 * taken, segment by segment. Below /_next only exact names count, so that an old page asking for a lost script gets a 404.
 */
final class ResolvePath {

    private static final String PLACEHOLDER = "_";

    private final Set<String> files;
    private final Set<String> folders = new HashSet<>();

    ResolvePath(Set<String> files) {
        this.files = Set.copyOf(files);
        for (var file : files) {
            for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
                folders.add(file.substring(0, slash));
            }
        }
    }

    Optional<String> resolve(String path) {
        var segments = List.of(path.split("/")).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.contains("..")) {
            return Optional.empty();
        }
        if (segments.isEmpty()) {
            return existing("index.html");
        }
        return walk("", segments, segments.getFirst().equals("_next"));
    }

    private Optional<String> walk(String folder, List<String> segments, boolean exact) {
        var segment = segments.getFirst();
        if (segments.size() == 1) {
            return candidates(segment, exact).stream()
                    .map(name -> folder + name)
                    .filter(files::contains)
                    .findFirst();
        }
        var rest = segments.subList(1, segments.size());
        return (exact ? List.of(segment) : List.of(segment, PLACEHOLDER))
                .stream()
                        .map(name -> folder + name)
                        .filter(folders::contains)
                        .flatMap(next -> walk(next + "/", rest, exact).stream())
                        .findFirst();
    }

    private static List<String> candidates(String segment, boolean exact) {
        if (exact) {
            return List.of(segment);
        }
        return List.of(segment, segment + ".html", PLACEHOLDER + (segment.endsWith(".txt") ? ".txt" : ".html"));
    }

    private Optional<String> existing(String name) {
        return files.contains(name) ? Optional.of(name) : Optional.empty();
    }
}
