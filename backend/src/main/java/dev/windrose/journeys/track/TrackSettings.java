package dev.windrose.journeys.track;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What may be handed in as events. */
@ConfigurationProperties("windrose.tracking")
public record TrackSettings(
        @Setting("Events that one request may hold.") @DefaultValue("1000")
        int batch,

        @Setting("Bytes that the properties of one event may have as JSON.") @DefaultValue("32768")
        int propertyBytes,

        @Setting("How far an event may lie in the future after its clock was corrected.") @DefaultValue("5m")
        Duration future) {}
