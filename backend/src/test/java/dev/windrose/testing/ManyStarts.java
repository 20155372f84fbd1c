package dev.windrose.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts the same program many times. The classes of a first start are recorded, which halves the later ones; the processes themselves are as
 * real as any, and are killed like them.
 */
public final class ManyStarts implements AutoCloseable {

    private final Class<?> main;
    private final Map<String, String> environment;
    private final Path folder;
    private final String classPath;
    private final Path recorded;

    public ManyStarts(Class<?> main, Map<String, String> environment) {
        this.main = main;
        this.environment = environment;
        try {
            this.folder = Files.createTempDirectory("many-starts");
            this.classPath = jars();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.recorded = folder.resolve("classes.jsa");
        KillableProcess.start(
                        main, environment, classPath, List.of("-XX:ArchiveClassesAtExit=" + recorded, "-Xlog:disable"))
                .stop();
    }

    public KillableProcess next() {
        return KillableProcess.start(
                main,
                environment,
                classPath,
                List.of("-XX:SharedArchiveFile=" + recorded, "-Xshare:auto", "-Xlog:disable"));
    }

    /** Only classes in jars can be recorded. */
    private String jars() throws IOException {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, entries.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve(number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            // Packages are found by the entries of their folders.
            for (Path file : files.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean folder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
