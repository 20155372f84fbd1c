package dev.windrose.context.retrieval;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How passages are kept and found. */
@ConfigurationProperties("windrose.retrieval")
record RetrievalSettings(
        @Setting(
                "How long what was written to the index of passages may wait for the disk; after a crash it is read again from the events.")
        @DefaultValue("20s")
        Duration commitEvery,

        @Setting("After how long the words of deleted and changed passages are removed from the files of the index.")
        @DefaultValue("24h")
        Duration forgetEvery,

        @Setting(
                "How many records of each type, besides context entries, are cut into passages, the newest first; 0 for none.")
        @DefaultValue("20000")
        int records) {}
