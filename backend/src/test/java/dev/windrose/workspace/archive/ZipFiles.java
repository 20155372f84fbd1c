package dev.windrose.workspace.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Small archives in memory. */
final class ZipFiles {

    private ZipFiles() {}

    static Map<String, byte[]> read(byte[] zip) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        var entries = read(zip);
        entries.put(name, content);
        var out = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                to.putNextEntry(new ZipEntry(entry.getKey()));
                to.write(entry.getValue());
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
