package dev.windrose.platform.settings;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Adds the settings file, checks that the process settings can be read, and derives from them what Spring needs. */
public final class ReadSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = from(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("derived", derived(settings)));
    }

    /** The settings of this environment, the file of its data folder included. */
    public static ProcessSettings from(ConfigurableEnvironment environment) {
        Path folder = bind(environment).folder();
        for (var source : SettingsFile.read(folder)) {
            environment
                    .getPropertySources()
                    .addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        }
        return bind(environment);
    }

    private static ProcessSettings bind(ConfigurableEnvironment environment) {
        try {
            return Binder.get(environment).bindOrCreate("windrose", ProcessSettings.class);
        } catch (BindException e) {
            var property = e.getProperty();
            String name = (property == null ? e.getName() : property.getName()).toString();
            Object value = property == null ? "" : property.getValue();
            throw new AppException(
                    StartError.BAD_SETTING,
                    "The setting %s cannot be read: '%s' is not %s.".formatted(name, value, kindOf(e)));
        }
    }

    private static String kindOf(BindException e) {
        var type = e.getTarget().getType().resolve(Object.class);
        return type == int.class ? "a whole number" : type == boolean.class ? "true or false" : "a valid value";
    }

    private static Map<String, Object> derived(ProcessSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.host());
        if (settings.publicUrl() != null) {
            // Tomcat's own way believes only the nearest proxy; Spring's believes what the caller made up.
            properties.put("server.forward-headers-strategy", "native");
        }
        return properties;
    }
}
