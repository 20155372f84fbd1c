package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder that holds everything of one workspace. One process owns it at a time, by a lock that ends with the process. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "owner.lock";

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder for this process, or says in one sentence why not. */
    public static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        return tryClaim(path)
                .orElseThrow(() -> new AppException(
                        StartError.DATA_FOLDER_LOCKED,
                        "The data folder %s is in use by another Windrose process; stop it first: ./windrose down --data %s"
                                .formatted(path, path)));
    }

    /** Empty when another process owns the folder. */
    public static Optional<DataFolder> tryClaim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        PrivateFiles.createFolder(path);
        var lock = lock(path);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        DataFormat.check(path);
        DiskSpace.check(path, DiskSpace.NEEDED_TO_START);
        return Optional.of(new DataFolder(path, lock.get()));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new AppException(
                    StartError.DATA_FOLDER_UNUSABLE, "The lock of %s could not be given back.".formatted(path));
        }
    }

    private static Optional<FileLock> lock(Path path) {
        Path file = path.resolve(LOCK);
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw unusable(path);
        }
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(path);
        }
    }

    private static AppException unusable(Path path) {
        return new AppException(
                StartError.DATA_FOLDER_UNUSABLE, "The data folder %s cannot be written by this user.".formatted(path));
    }
}
