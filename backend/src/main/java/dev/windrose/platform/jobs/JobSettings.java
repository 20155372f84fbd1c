package dev.windrose.platform.jobs;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How jobs are watched. */
@ConfigurationProperties("windrose.jobs")
record JobSettings(
        @Setting(
                "How often a process says that its jobs are alive; four silent rounds and another one takes them over.")
        @DefaultValue("2s")
        Duration heartbeat) {}
