package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A start on a full disk would fail half-way, so it is refused at once. */
final class DiskSpace {

    static final long NEEDED_TO_START = 300L * 1024 * 1024;

    private DiskSpace() {}

    static void check(Path folder, long needed) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                throw new AppException(
                        StartError.DISK_FULL,
                        "The disk of the data folder %s is full: %d MB are free, %d MB are needed to start."
                                .formatted(folder, free >> 20, needed >> 20));
            }
        } catch (IOException e) {
            throw new AppException(
                    StartError.DATA_FOLDER_UNUSABLE,
                    "The free space of the data folder %s cannot be read.".formatted(folder));
        }
    }
}
