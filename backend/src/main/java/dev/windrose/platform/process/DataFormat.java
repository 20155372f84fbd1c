package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The marker that says which layout of the data folder was written last. A newer one is refused, so that nothing is spoilt. */
final class DataFormat {

    static final int CURRENT = 1;
    static final String FILE = "format";

    private DataFormat() {}

    static void check(Path folder) {
        Path marker = folder.resolve(FILE);
        int found = read(marker);
        if (found > CURRENT) {
            throw new AppException(
                    StartError.DATA_FOLDER_NEWER,
                    "The data folder %s was written by a newer Windrose (data format %d, this one knows %d); start that version."
                            .formatted(folder, found, CURRENT));
        }
        if (found < CURRENT) {
            PrivateFiles.write(marker, CURRENT + "\n");
        }
    }

    private static int read(Path marker) {
        if (!Files.exists(marker)) {
            return 0;
        }
        try {
            return Integer.parseInt(Files.readString(marker).strip());
        } catch (IOException | NumberFormatException e) {
            throw new AppException(
                    StartError.DATA_FOLDER_UNUSABLE, "The format marker %s is not readable.".formatted(marker));
        }
    }
}
