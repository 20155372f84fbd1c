package dev.windrose.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

class DependencyTests {

    private static final String ROOT = "dev.windrose";
    private static final Set<String> SQL_CLIENTS = Set.of(
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate");
    private static final Set<String> CLOCKED = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void onlyStoresSpeakSql() {
        var found = names(type -> !outermost(type).endsWith("Store") && dependsOn(type, SQL_CLIENTS::contains));
        Ratchet.named("sql-outside-stores").check(found, """
                JdbcClient is used outside a *Store class. Move the statement to the store of the thing it reads or writes; \
                the verbs call the store.""");
    }

    @Test
    void timeComesFromTheClock() {
        var found = names(type -> type.getMethodCallsFromSelf().stream().anyMatch(call -> {
            String owner = call.getTargetOwner().getName();
            boolean now = CLOCKED.contains(owner)
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        }));
        Ratchet.named("own-clock")
                .check(
                        found,
                        "The time of the machine is read. Take a java.time.Clock in the constructor and ask it: tests set it.");
    }

    @Test
    void controllersStandInWebPackagesAndAreNotPublic() {
        var found = names(type -> type.isMetaAnnotatedWith(Controller.class)
                && (!type.getPackageName().matches(".*\\.web(\\..*)?")
                        || type.getModifiers().contains(JavaModifier.PUBLIC)));
        Ratchet.named("controllers").check(found, """
                A controller is public or outside a `web` package. Nobody calls a controller from Java: put it into `<module>.web`, \
                package-private, and let it call one verb.""");
    }

    @Test
    void modelLibrariesStayBehindTheSeam() {
        var found = names(type -> !type.getPackageName().startsWith(ROOT + ".llm")
                && dependsOn(type, name -> name.startsWith("dev.langchain4j.")));
        Ratchet.named("model-libraries")
                .check(
                        found,
                        "A model library is used outside `llm`. Ask `llm` for what you need; add a verb there if it has none.");
    }

    @Test
    void packagesOfAModuleDoNotDependOnEachOtherInCircles() {
        Map<String, Set<String>> uses = new HashMap<>();
        for (var type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(target -> target.startsWith(ROOT) && !target.equals(type.getPackageName()))
                    .forEach(target -> uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                            .add(target));
        }
        var found = new TreeSet<String>();
        uses.forEach((one, targets) -> targets.stream()
                .filter(other -> one.compareTo(other) < 0
                        && uses.getOrDefault(other, Set.of()).contains(one))
                .forEach(other ->
                        found.add(one.substring(ROOT.length() + 1) + " <-> " + other.substring(ROOT.length() + 1))));
        Ratchet.named("package-circles").check(found, """
                Two packages use each other, so neither can be read alone. Move what both need below them, or let the lower one own an \
                interface that the upper one implements.""");
    }

    @Test
    void settingsAreRecords() {
        var found = names(type -> dependsOn(type, "org.springframework.beans.factory.annotation.Value"::equals));
        Ratchet.named("loose-settings").check(found, """
                A setting is read by @Value. Make it a component of the settings record of its module, with @Setting and @DefaultValue: \
                then it is checked at the start and stands in the reference.""");
    }

    @Test
    void everyPackageSaysWhatItIsForAndThatNothingIsNull() throws IOException {
        var found = new TreeSet<String>();
        for (Path file : JavaSources.allFiles()) {
            Path info = file.resolveSibling("package-info.java");
            if (file.toString().contains("src/main")
                    && (!Files.exists(info) || !Files.readString(info).contains("@NullMarked"))) {
                found.add(JavaSources.shortName(info));
            }
        }
        Ratchet.named("packages-without-info")
                .check(found, "A package needs a package-info.java with one sentence of purpose and @NullMarked.");
    }

    @Test
    void fakesAreWrittenNotGenerated() {
        for (String banned : List.of("org.mockito.Mockito", "org.easymock.EasyMock", "lombok.Lombok")) {
            assertThat(getClass().getClassLoader().getResource(banned.replace('.', '/') + ".class"))
                    .as(
                            "%s is on the class path. Write a small fake named Scripted…, InMemory… or Settable… instead.",
                            banned)
                    .isNull();
        }
    }

    private static Collection<String> names(Predicate<JavaClass> rule) {
        return classes.stream()
                .filter(rule)
                .map(type ->
                        type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "") + "." + outermost(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    private static boolean dependsOn(JavaClass type, Predicate<String> target) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> target.test(dependency.getTargetClass().getName()));
    }
}
