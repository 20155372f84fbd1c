package dev.windrose.structure;

import dev.windrose.Windrose;
import dev.windrose.testing.GeneratedDoc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Windrose.class);

    /** A violation here: the module's package-info.java says what it may use, and what a module offers is its root package. */
    @Test
    void modulesUseOnlyWhatTheirPackageInfoAllows() {
        MODULES.verify();
    }

    @Test
    void areDrawn() {
        var modules = MODULES.stream()
                .sorted(Comparator.comparing(ModularityTests::allowedCount).thenComparing(ModularityTests::name))
                .toList();
        GeneratedDoc.check(
                "modules.md",
                "# Modules\n\nFrom the package-info.java of each module; an arrow is an allowed use.\n\n```mermaid\nflowchart BT\n"
                        + modules.stream()
                                .map(module -> "    %s[%s]\n".formatted(name(module), module.getDisplayName()))
                                .collect(Collectors.joining())
                        + modules.stream()
                                .map(module -> arrows(module, modules))
                                .collect(Collectors.joining())
                        + "```\n");
    }

    /** Only arrows that no longer path implies, so that the picture can be read. */
    private static String arrows(ApplicationModule module, List<ApplicationModule> all) {
        var direct = allowed(module);
        var implied = all.stream()
                .filter(other -> direct.contains(name(other)))
                .flatMap(other -> allowed(other).stream())
                .collect(Collectors.toSet());
        return direct.stream()
                .filter(target -> !implied.contains(target))
                .map(target -> "    %s --> %s\n".formatted(name(module), target))
                .collect(Collectors.joining());
    }

    private static TreeSet<String> allowed(ApplicationModule module) {
        var annotation = module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .orElseThrow();
        return Arrays.stream(annotation.allowedDependencies())
                .map(name -> name.replaceFirst(" ::.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int allowedCount(ApplicationModule module) {
        return allowed(module).size();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
