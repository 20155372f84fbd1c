package dev.windrose.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ReadSettingsTests {

    @TempDir
    Path folder;

    @Test
    void readsTheEnvironment() {
        var settings = read(Map.of("WINDROSE_PORT", "9001", "WINDROSE_PUBLIC_URL", "https://crm.example"));
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.address()).hasToString("https://crm.example");
        assertThat(settings.secureCookies()).isTrue();
    }

    @Test
    void prefersTheEnvironmentToTheFile() throws IOException {
        Files.writeString(folder.resolve(SettingsFile.NAME), "windrose:\n  port: 9002\n  host: 0.0.0.0\n");
        assertThat(read(Map.of()).port()).isEqualTo(9002);
        assertThat(read(Map.of("WINDROSE_PORT", "9003")).port()).isEqualTo(9003);
        assertThat(read(Map.of("WINDROSE_PORT", "9003")).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void namesTheSettingThatCannotBeRead() {
        assertThatThrownBy(() -> read(Map.of("WINDROSE_PORT", "many")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("windrose.port")
                .hasMessageContaining("'many' is not a whole number");
    }

    @Test
    void saysThatTheFileIsNotReadable() throws IOException {
        Files.writeString(folder.resolve(SettingsFile.NAME), "windrose: [");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(SettingsFile.NAME);
    }

    private ProcessSettings read(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var system = new HashMap<>(variables);
        system.put("WINDROSE_DATA", folder.toString());
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, system));
        return ReadSettings.from(environment);
    }
}
