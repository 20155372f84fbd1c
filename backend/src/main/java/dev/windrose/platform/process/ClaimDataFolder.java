package dev.windrose.platform.process;

import dev.windrose.platform.settings.ReadSettings;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Before anything is started: the data folder is ours, of a format we know, on a disk with room, and the port is free. */
public final class ClaimDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = ReadSettings.from(context.getEnvironment());
        var folder = DataFolder.claim(settings.folder());
        context.getBeanFactory().registerSingleton("dataFolder", folder);
        ListeningPort.check(settings.host(), settings.port());
    }
}
