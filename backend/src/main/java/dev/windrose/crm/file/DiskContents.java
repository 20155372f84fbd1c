package dev.windrose.crm.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Content in the data folder. */
final class DiskContents implements FileContents {

    private final Path folder;

    DiskContents(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean has(String name) {
        return Files.exists(path(name));
    }

    /** Appears complete or not at all. */
    @Override
    public void put(String name, Path file, String hash) {
        var target = path(name);
        try {
            Files.createDirectories(target.getParent());
            var part = Files.createTempFile(target.getParent(), ".part", null);
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        try {
            return Optional.of(Files.newInputStream(path(name)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders of at most a few thousand entries: workspace, then the first two letters of the hash. */
    private Path path(String name) {
        int slash = name.indexOf('/');
        String hash = name.substring(slash + 1);
        return folder.resolve(name.substring(0, slash))
                .resolve(hash.substring(0, 2))
                .resolve(hash);
    }
}
