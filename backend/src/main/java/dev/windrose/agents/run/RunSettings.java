package dev.windrose.agents.run;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How far runs may go. A run may be given less, never more. */
@ConfigurationProperties("windrose.runs")
record RunSettings(
        @Setting("How many steps a run may take, those of its sub-runs included.") @DefaultValue("60")
        int steps,

        @Setting("How many tokens of a language model a run may use.") @DefaultValue("200000")
        long tokens,

        @Setting("How much a run may spend on a language model, in millionths of the currency of its budget.")
        @DefaultValue("5000000")
        long cost,

        @Setting("How long a run may work. The time in which it waits for people does not count.") @DefaultValue("10m")
        Duration time,

        @Setting("How many steps of a run that do not need each other are worked on at once.") @DefaultValue("4")
        int atOnce,

        @Setting("How often a step is tried where something outside does not answer.") @DefaultValue("3")
        int attempts,

        @Setting("The pause before a step is tried again; it doubles each time.") @DefaultValue("300ms")
        Duration pause) {

    RunLimits limits() {
        return new RunLimits(steps, tokens, cost, time.toSeconds());
    }
}
