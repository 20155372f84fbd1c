package dev.windrose.records.importing.web;

import org.jspecify.annotations.Nullable;

/** The name of a file without the folders that some browsers send with it. */
final class BareName {

    private static final int LONGEST = 200;

    private BareName() {}

    static String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "file.csv";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST ? last : last.substring(last.length() - LONGEST);
    }
}
