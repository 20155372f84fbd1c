package dev.windrose.events;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How events are delivered. */
@ConfigurationProperties("windrose.events")
record EventSettings(
        @Setting("How long a process holds a subscription without saying that it is alive.") @DefaultValue("15s")
        Duration lease) {}
