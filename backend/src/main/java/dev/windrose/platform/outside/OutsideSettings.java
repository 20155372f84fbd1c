package dev.windrose.platform.outside;

import dev.windrose.platform.settings.Setting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What connections may reach. */
@ConfigurationProperties("windrose.outside")
record OutsideSettings(
        @Setting(
                "Hosts or addresses inside the own network that connections and mail servers may use, separated by commas; all others there are refused.")
        @DefaultValue("")
        List<String> allowedHosts) {}
