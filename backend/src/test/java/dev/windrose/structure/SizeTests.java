package dev.windrose.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeTests {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int CONSTRUCTOR_ARGUMENTS = 7;

    @Test
    void filesStaySmall() throws IOException {
        var found = new ArrayList<String>();
        for (var file : JavaSources.allFiles()) {
            if (Files.readAllLines(file).size() > FILE_LINES) {
                found.add(JavaSources.shortName(file));
            }
        }
        Ratchet.named("large-files")
                .check(
                        found,
                        "A file of more than 400 lines does several things. Move one of them to a file named after it.");
    }

    @Test
    void methodsStaySmall() throws IOException {
        Ratchet.named("long-methods")
                .check(methods(Kind.METHOD), "A method has more than 40 lines. Give its steps names: one method each.");
    }

    @Test
    void constructorsTakeFewArguments() throws IOException {
        Ratchet.named("wide-constructors")
                .check(
                        methods(Kind.CONSTRUCTOR),
                        "A constructor takes more than 7 arguments. It does several things, or some belong together in a record.");
    }

    private enum Kind {
        METHOD,
        CONSTRUCTOR
    }

    private static List<String> methods(Kind kind) throws IOException {
        var sources = JavaSources.main();
        var found = new ArrayList<String>();
        for (var unit : sources.units()) {
            new MethodScanner(sources, unit, kind, found).scan(unit, null);
        }
        return found;
    }

    private static final class MethodScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final JavaSources sources;
        private final CompilationUnitTree unit;
        private final Kind kind;
        private final List<String> found;
        private boolean inRecord;

        MethodScanner(JavaSources sources, CompilationUnitTree unit, Kind kind, List<String> found) {
            this.sources = sources;
            this.unit = unit;
            this.kind = kind;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, unused);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            boolean constructor = method.getName().contentEquals("<init>");
            boolean broken =
                    switch (kind) {
                        case METHOD -> lines(method) > METHOD_LINES;
                        case CONSTRUCTOR ->
                            constructor && !inRecord && method.getParameters().size() > CONSTRUCTOR_ARGUMENTS;
                    };
            if (broken) {
                found.add(JavaSources.shortName(unit) + (constructor ? "" : "#" + method.getName()));
            }
            return super.visitMethod(method, unused);
        }

        private long lines(MethodTree method) {
            var lines = unit.getLineMap();
            long start = sources.positions().getStartPosition(unit, method);
            long end = sources.positions().getEndPosition(unit, method);
            return start < 0 || end < 0 ? 0 : lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
        }
    }
}
