package dev.windrose.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamingTests {

    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Base|Dto|DTO)|Abstract[A-Z].*");
    private static final Pattern HUNGARIAN = Pattern.compile("I[A-Z][a-z].*");
    /** In quotes it is the code of no currency (ISO 4217). */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|(?<!\")XXX)\\b");

    @Test
    void namesSayWhatAThingIsOrDoes() throws IOException {
        Ratchet.named("empty-names").check(typesOf(JavaSources.main()), """
                A name ends in Impl, Manager, Helper, Util, Base or Dto, or begins with I or Abstract. \
                Say what it holds (a plural noun: `Deals`) \
                or what it does (a verb phrase: `AssembleContext`).""");
    }

    @Test
    void testsAreNamedAfterBehaviour() throws IOException {
        var found = new ArrayList<String>();
        for (var file : JavaSources.allFiles()) {
            if (Files.readString(file).matches("(?s).*@Test\\s+void (should|test)[A-Z_].*")) {
                found.add(JavaSources.shortName(file));
            }
        }
        Ratchet.named("test-names")
                .check(
                        found,
                        "A test is named as what the subject does: `marksDealAsWon`, not `testWon` or `shouldMark`.");
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        var found = new ArrayList<String>();
        for (var file : JavaSources.allFiles()) {
            if (!file.endsWith("NamingTests.java")
                    && UNFINISHED.matcher(Files.readString(file)).find()) {
                found.add(JavaSources.shortName(file));
            }
        }
        Ratchet.named("unfinished")
                .check(
                        found,
                        "A note for later in the code is never read. Do it now, or open an issue and say there what is missing.");
    }

    private static List<String> typesOf(JavaSources sources) {
        var found = new ArrayList<String>();
        for (CompilationUnitTree unit : sources.units()) {
            unit.accept(new TypeScanner(JavaSources.shortName(unit), found), null);
        }
        return found;
    }

    private static final class TypeScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String file;
        private final List<String> found;

        TypeScanner(String file, List<String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String name = type.getSimpleName().toString();
            boolean hungarian = type.getKind() == Tree.Kind.INTERFACE
                    && HUNGARIAN.matcher(name).matches();
            if (hungarian || EMPTY_WORDS.matcher(name).matches()) {
                found.add(file.endsWith("/" + name + ".java") ? file : file + "#" + name);
            }
            return super.visitClass(type, unused);
        }
    }
}
