package dev.windrose.agents.run;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tools and a playbook of tests. */
@Component
public class SampleTools implements Playbook {

    static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

    public record Named(@Argument("A name of the test") String name) {}

    @Tool(
            name = "sample_hang",
            says = "Never answers.",
            effect = Effect.READ,
            tier = Tier.EXTENDED,
            scope = "read",
            seconds = 1)
    public String hang(Named named) throws InterruptedException {
        Thread.sleep(60_000);
        return "";
    }

    @Tool(
            name = "sample_flaky",
            says = "Answers at the third try.",
            effect = Effect.READ,
            tier = Tier.EXTENDED,
            scope = "read")
    public Map<String, Object> flaky(Named named) {
        int call =
                CALLS.computeIfAbsent(named.name(), name -> new AtomicInteger()).incrementAndGet();
        if (call < 3) {
            throw new AppException(CommonError.UNAVAILABLE, "Not yet.");
        }
        return Map.of("calls", call);
    }

    public record Text(
            @Argument("The text") String text,
            @Argument("What is found in it") @Nullable Map<String, Object> found) {}

    @Tool(
            name = "sample_extract",
            says = "Extracts what it is told.",
            effect = Effect.READ,
            tier = Tier.EXTENDED,
            scope = "read")
    public Map<String, Object> extract(Text text) {
        return text.found() == null ? Map.of() : text.found();
    }

    public record Pause(@Argument("How long") Integer millis) {}

    @Tool(name = "sample_pause", says = "Takes a while.", effect = Effect.READ, tier = Tier.EXTENDED, scope = "read")
    public Map<String, Object> pause(Pause pause) throws InterruptedException {
        Thread.sleep(pause.millis());
        return Map.of("millis", pause.millis());
    }

    @Override
    public String name() {
        return "sample_rounds";
    }

    /** Two rounds of looking, a question, and an end. */
    @Override
    public Next next(View view) {
        return switch (view.round()) {
            case 1, 2 -> {
                var arguments = new HashMap<String, @Nullable Object>(Map.of("type", "company"));
                yield new Next.Call(List.of(RunStep.of("look", "find_records", arguments)));
            }
            case 3 -> new Next.Ask("Which one?", Map.of("company", "The company that is meant"));
            default ->
                new Next.Finish(Map.of(
                        "looked",
                        view.ended().size(),
                        "company",
                        view.answers().get("round_3").get("company")));
        };
    }
}
