package dev.windrose.context.transfer;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.transfer.material.Material;
import dev.windrose.context.transfer.material.Part;
import dev.windrose.context.transfer.material.ProposeEntry;
import dev.windrose.context.transfer.material.ReadMaterial;
import dev.windrose.context.transfer.material.TextBytes;
import dev.windrose.context.transfer.material.UnreadableMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** Turns a file that arrived into what may become entries: entries as they are, other material as proposals. Each file that cannot be read says why. */
@Component
class ReadArrived {

    static final int LARGEST = 25 << 20;
    private static final int MOST_IN_ZIP = 5_000;
    private static final long MOST_UNPACKED = 120L << 20;
    private static final Pattern LEADS_OUT =
            Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)|^[/\\\\].*|^[A-Za-z]:.*|.*\\x00.*");
    private static final Pattern UNSAID = Pattern.compile("(^|.*/)(__MACOSX/.*|\\.DS_Store|\\._[^/]*|Thumbs\\.db)");

    private final ReadMaterial material;
    private final ProposeEntry propose;

    ReadArrived(ReadMaterial material, ProposeEntry propose) {
        this.material = material;
        this.propose = propose;
    }

    /** What was found, with positions from {@code from} on. */
    record Found(List<TransferItem> items, List<String> notes) {}

    Found of(String name, byte[] bytes, int from) {
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && !isOffice(name)) {
            unpack(name, bytes, from, found);
        } else {
            file(name, bytes, from, found);
        }
        return found;
    }

    Found pasted(String name, String text, int from) {
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        material(name, from, found, () -> material.pasted(text));
        return found;
    }

    static String tooLarge(long size) {
        return "The file has %d MB; files of up to %d MB are read. Cut it into parts or leave pictures out."
                .formatted(size >> 20, LARGEST >> 20);
    }

    private static boolean isOffice(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(docx|docm|pptx|pptm|xlsx|xlsm)");
    }

    private void unpack(String name, byte[] bytes, int from, Found found) {
        long left = MOST_UNPACKED;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName();
                if (entry.isDirectory() || UNSAID.matcher(path).matches()) {
                    continue;
                }
                if (++entries > MOST_IN_ZIP) {
                    found.notes()
                            .add("%s holds more than %,d files; the rest was not read.".formatted(name, MOST_IN_ZIP));
                    return;
                }
                byte[] content = zip.readNBytes((int) Math.min(left, LARGEST) + 1);
                left -= content.length;
                if (left <= 0) {
                    found.notes()
                            .add("%s unpacks to more than %d MB; the rest was not read."
                                    .formatted(name, MOST_UNPACKED >> 20));
                    return;
                }
                unpacked(path, content, from, found);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            found.items()
                    .add(TransferItem.broken(
                            from + found.items().size(),
                            name,
                            null,
                            "The ZIP is damaged: it cannot be unpacked whole."));
        }
        if (entries == 0 && found.items().isEmpty()) {
            found.items().add(TransferItem.broken(from, name, null, "The ZIP holds no files."));
        }
    }

    private void unpacked(String path, byte[] content, int from, Found found) {
        String why = LEADS_OUT.matcher(path).matches()
                ? "The path leads out of the ZIP, so the file is not read."
                : content.length > LARGEST ? tooLarge(content.length) : null;
        if (why == null) {
            file(path, content, from, found);
        } else {
            found.items().add(TransferItem.broken(from + found.items().size(), path, null, why));
        }
    }

    private void file(String path, byte[] content, int from, Found found) {
        int position = from + found.items().size();
        try {
            var read =
                    isMarkdown(path) ? ReadEntryFile.of(path, TextBytes.of(content)) : new ReadEntryFile.Read.Plain();
            switch (read) {
                case ReadEntryFile.Read.Entry entry ->
                    found.items().add(TransferItem.of(position, placed(entry.file())));
                case ReadEntryFile.Read.Refused refused ->
                    found.items().add(TransferItem.broken(position, path, refused.line(), refused.reason()));
                case ReadEntryFile.Read.Plain _ -> material(path, from, found, () -> material.of(path, content));
            }
        } catch (UnreadableMaterial unreadable) {
            found.items().add(TransferItem.broken(position, path, null, unreadable.why()));
        }
    }

    private static boolean isMarkdown(String path) {
        return path.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown|txt)");
    }

    /** Under the folder of its category, wherever the folder lies. */
    private static EntryFile placed(EntryFile file) {
        String bare = file.path().substring(file.path().lastIndexOf('/') + 1);
        var category = EntryCategory.of(String.valueOf(file.text(EntryFields.CATEGORY)));
        String path = category.isPresent() ? category.get().wire() + "/" + bare : file.path();
        return new EntryFile(path, file.front(), file.body(), file.lines());
    }

    private interface Reading {
        Material read() throws UnreadableMaterial;
    }

    private void material(String name, int from, Found found, Reading reading) {
        try {
            var read = reading.read();
            read.notes().forEach(note -> found.notes().add(name + ": " + note));
            read.parts().forEach(part -> found.items()
                    .add(TransferItem.proposed(
                            from + found.items().size(), place(name, part), null, propose.of(part, name))));
        } catch (UnreadableMaterial unreadable) {
            found.items().add(TransferItem.broken(from + found.items().size(), name, null, unreadable.why()));
        }
    }

    private static String place(String name, Part part) {
        return part.place().isEmpty() ? name : name + ", " + part.place();
    }
}
