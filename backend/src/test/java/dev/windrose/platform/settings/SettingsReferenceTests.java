package dev.windrose.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.GeneratedDoc;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Pins the names and defaults of all settings: an operator's file must not break unnoticed. */
class SettingsReferenceTests {

    @Test
    void everySettingIsDescribed() {
        for (Class<?> type : settings()) {
            for (RecordComponent component : type.getRecordComponents()) {
                assertThat(component.isAnnotationPresent(Setting.class))
                        .as("Say with @Setting what %s.%s does.", type.getSimpleName(), component.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void namesAndDefaultsAreThoseOfTheReference() {
        GeneratedDoc.check(
                "config.md",
                """
                # Settings

                Each setting is an environment variable, or a line of `windrose.yml` in the data folder; the environment wins.

                | Setting | Variable | Default | Meaning |
                |---|---|---|---|
                """ + settings().stream().map(SettingsReferenceTests::rows).collect(Collectors.joining()));
    }

    private static String rows(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        var components = type.getRecordComponents();
        // The default stands on the parameter of the constructor, not on the component.
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        return IntStream.range(0, components.length)
                .mapToObj(index -> row(prefix, components[index], parameters[index]))
                .collect(Collectors.joining());
    }

    private static String row(String prefix, RecordComponent component, Parameter parameter) {
        var setting = component.getAnnotation(Setting.class);
        String name =
                prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        boolean map = Map.class.isAssignableFrom(component.getType());
        String shown = map ? name + ".<name>" : name;
        String variable = shown.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(shown, variable, defaultOf(setting, parameter), setting == null ? "" : setting.value());
    }

    private static String defaultOf(@Nullable Setting setting, Parameter parameter) {
        if (setting != null && !setting.shownDefault().isEmpty()) {
            return "`" + setting.shownDefault() + "`";
        }
        var value = parameter.getAnnotation(DefaultValue.class);
        return value == null || value.value().length == 0 ? "" : "`" + String.join(", ", value.value()) + "`";
    }

    private static List<? extends Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return Set.copyOf(scanner.findCandidateComponents("dev.windrose")).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(Class::isRecord)
                .sorted(Comparator.<Class<?>, String>comparing(type -> type.getAnnotation(ConfigurationProperties.class)
                                .value())
                        .thenComparing(Class::getName))
                .toList();
    }
}
