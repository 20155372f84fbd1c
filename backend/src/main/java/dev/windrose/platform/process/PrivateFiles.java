package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files and folders that only the owner of the process may read. */
public final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int SECRET_BYTES = 24;

    private PrivateFiles() {}

    public static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
        } catch (IOException e) {
            throw new AppException(StartError.DATA_FOLDER_UNUSABLE, "The folder %s cannot be made.".formatted(folder));
        }
    }

    /** Replaces the file in one step, so that a reader never sees half of it. */
    public static void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", mode("rw-------"));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AppException(StartError.DATA_FOLDER_UNUSABLE, "The file %s cannot be written.".formatted(file));
        }
    }

    /** The secret in the file; made at random the first time. */
    public static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AppException(StartError.DATA_FOLDER_UNUSABLE, "The secret %s cannot be read.".formatted(file));
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
