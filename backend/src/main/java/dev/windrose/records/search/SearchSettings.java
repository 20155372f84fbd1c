package dev.windrose.records.search;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the search index is kept. */
@ConfigurationProperties("windrose.search")
record SearchSettings(
        @Setting(
                "How long what was written to the search index may wait for the disk; after a crash it is read again from the events.")
        @DefaultValue("20s")
        Duration commitEvery,

        @Setting(
                "After how long the words of deleted and changed records are removed from the files of the search index.")
        @DefaultValue("24h")
        Duration forgetEvery,

        @Setting(
                "How many parts of long texts are also found by what they mean, the newest texts of each type first; 0 for none.")
        @DefaultValue("1000000")
        int meanings) {}
