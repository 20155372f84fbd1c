package dev.windrose.records.importing.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Address cards (vCard 2.1, 3.0, 4.0), a row each. */
final class VCardTable extends RowTable {

    private final BufferedReader lines;
    private @Nullable String ahead;
    private long number;

    private VCardTable(FileFormat format, BufferedReader lines) {
        super(format);
        this.lines = lines;
    }

    static VCardTable of(Path file, FileFormat format) {
        try {
            return new VCardTable(format, JsonLinesTable.reader(file, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> header() {
        return ReadCard.COLUMNS;
    }

    @Override
    Optional<FileRow> read() {
        try {
            for (String line = unfolded(); line != null; line = unfolded()) {
                if (line.strip().equalsIgnoreCase("BEGIN:VCARD")) {
                    return Optional.of(card(number));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileRow card(long first) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = unfolded(); line != null; line = unfolded()) {
            if (line.strip().equalsIgnoreCase("END:VCARD")) {
                return new FileRow(first, ReadCard.of(lines));
            }
            lines.add(line);
        }
        return new FileRow(first, ReadCard.of(lines), "The card has no end.");
    }

    /** A line that begins with a space goes on the line before; so does one after the soft break of quoted-printable text. */
    private @Nullable String unfolded() throws IOException {
        String line = ahead == null ? lines.readLine() : ahead;
        ahead = null;
        if (line == null) {
            return null;
        }
        number++;
        var whole = new StringBuilder(line);
        boolean quoted = line.toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
        for (String next = lines.readLine(); ; next = lines.readLine()) {
            boolean folded = next != null && (next.startsWith(" ") || next.startsWith("\t"));
            boolean soft = quoted && next != null && whole.toString().endsWith("=");
            if (!folded && !soft) {
                ahead = next;
                return whole.toString();
            }
            number++;
            if (soft) {
                whole.setLength(whole.length() - 1);
            }
            whole.append(folded ? next.substring(1) : next);
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
