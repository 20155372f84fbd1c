package dev.windrose.intake.eval;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.people.WorkspaceChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** How often a sentence about the company's own rules leads to the right change of the right entry, and how often one that changes nothing does. */
public final class EvalChanges {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");

    private final ApplicationContext context;
    private final boolean show;
    private final ScoreChange score = new ScoreChange();

    private EvalChanges(ApplicationContext context, boolean show) {
        this.context = context;
        this.show = show;
    }

    /** Arguments: {@code --cases FILE --entries FOLDER [--show]}. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var cases = Files.readAllLines(Path.of(option(arguments, "--cases")));
        var entries = Path.of(option(arguments, "--entries"));
        ScratchProduct.with(context -> {
            var eval = new EvalChanges(context, List.of(arguments).contains("--show"));
            ScopedClock.at(AT.toInstant(), () -> eval.all(cases, entries));
            System.out.print(eval.score.table());
        });
        System.exit(0);
    }

    private @Nullable Void all(List<String> cases, Path entries) {
        var owner = context.getBean(WorkspaceCreation.class)
                .create(WorkspaceChange.named("Tidewater"), new NewOwner("Eval Owner", "owner@eval.example", null));
        var example = new LoadExample(context);
        ActorScope.run(owner, () -> {
            try {
                example.load(entries);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        cases.stream()
                .filter(line -> !line.isBlank())
                .map(Cases.JSON::readTree)
                .forEach(one -> run(one, owner, example.entries));
        return null;
    }

    private void run(JsonNode one, Actor owner, Map<String, UUID> entries) {
        boolean outside = one.path("author").asString("").equals("outsider");
        var decision = ActorScope.call(owner, () -> context.getBean(Intake.class)
                .take(new Incoming(
                        one.path("text").asString(),
                        outside ? "email" : "chat",
                        AT,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null)));
        var outcome = score.of(one, decision, entries);
        if (show && !outcome.right()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s %s%n   wanted %s %s%n   got %s%n",
                    one.path("id").asString(),
                    one.path("text").asString().replace('\n', ' '),
                    one.path("expect").asString(),
                    one.path("entry").isMissingNode() ? one.path("kinds") : one.path("entry"),
                    outcome.told());
        }
    }

    private static String option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        if (at < 0 || at + 1 >= arguments.length) {
            throw new IllegalArgumentException("The option %s is missing.".formatted(name));
        }
        return Objects.requireNonNull(arguments[at + 1]);
    }
}
