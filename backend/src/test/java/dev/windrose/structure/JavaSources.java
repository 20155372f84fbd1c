package dev.windrose.structure;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** The Java files of a source folder, read as the compiler reads them. */
record JavaSources(List<CompilationUnitTree> units, SourcePositions positions) {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    static JavaSources main() throws IOException {
        return read(MAIN);
    }

    static JavaSources test() throws IOException {
        return read(TEST);
    }

    /** Main and test files alike. */
    static List<Path> allFiles() throws IOException {
        return Stream.concat(files(MAIN).stream(), files(TEST).stream()).toList();
    }

    private static JavaSources read(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("--release", "25"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files(folder)));
            var units = StreamSupport.stream(task.parse().spliterator(), false)
                    .<CompilationUnitTree>map(unit -> unit)
                    .toList();
            return new JavaSources(units, Trees.instance(task).getSourcePositions());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** The name of a file as it stands in messages and ratchets: from the package root on. */
    static String shortName(Path file) {
        return file.toString()
                .replaceFirst(".*src/(main|test)/java/dev/windrose/", "")
                .replace('\\', '/');
    }

    static String shortName(CompilationUnitTree unit) {
        return shortName(Path.of(unit.getSourceFile().toUri()));
    }
}
