package dev.windrose.context.transfer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Writes an entry as a Markdown file with front matter, so that {@link ReadEntryFile} reads the same again. */
final class WriteEntryFile {

    private static final int LONGEST = 60;

    private WriteEntryFile() {}

    static String of(EntryFile file) {
        String body = file.body().isEmpty() ? "" : "\n" + file.body() + "\n";
        return "---\n" + FrontMatter.write(file.front()) + "---\n" + body;
    }

    /** A name for the file of an entry that no other has. */
    static String path(String category, String title, Set<String> taken) {
        String plain = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
        String cut = plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
        String slug = cut.replaceAll("^-+|-+$", "");
        String stem = category + "/" + (slug.isEmpty() ? "entry" : slug);
        String path = stem + ".md";
        for (int number = 2; !taken.add(path); number++) {
            path = "%s-%d.md".formatted(stem, number);
        }
        return path;
    }
}
