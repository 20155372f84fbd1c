package dev.windrose.crm.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the content of files lies, under names that the product makes: workspace, then hash. */
interface FileContents {

    boolean has(String name);

    /** @param hash SHA-256 of the file, in hexadecimal */
    void put(String name, Path file, String hash);

    Optional<InputStream> open(String name);

    void delete(String name);
}
