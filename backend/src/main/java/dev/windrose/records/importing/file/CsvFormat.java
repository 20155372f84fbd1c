package dev.windrose.records.importing.file;

import java.nio.charset.Charset;

/** How a file of rows is written. */
public record CsvFormat(String encoding, char delimiter) {

    public Charset charset() {
        return Charset.forName(encoding);
    }
}
