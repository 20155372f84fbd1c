package dev.windrose.records.importing;

import dev.windrose.platform.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How files are imported. */
@ConfigurationProperties("windrose.imports")
record ImportSettings(
        @Setting("Rows that are written in one transaction; at most half of it where two batches are written at once.")
        @DefaultValue("10000")
        int batch) {}
