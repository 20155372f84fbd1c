package dev.windrose.intake.eval;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.people.WorkspaceChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Hands each case to the whole product, in a workspace of its own and at its own time, and writes what was decided. */
public final class RunCases {

    private final ApplicationContext context;

    RunCases(ApplicationContext context) {
        this.context = context;
    }

    /** Arguments: {@code --cases FILE --out FILE}. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var cases = Path.of(option(arguments, "--cases")).toAbsolutePath();
        var out = Path.of(option(arguments, "--out")).toAbsolutePath();
        ScratchProduct.with(context -> {
            var lines = new RunCases(context).all(Cases.in(cases));
            Files.write(out, lines);
            System.err.printf("%d cases, predictions in %s.%n", lines.size(), out);
        });
        System.exit(0);
    }

    private static String option(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new IllegalArgumentException("Usage: ./windrose eval intake --cases FILE.jsonl --out PREDICTIONS.jsonl");
    }

    private List<String> all(List<Cases> cases) {
        var lines = new ArrayList<String>();
        for (var one : cases) {
            lines.add(Cases.JSON.writeValueAsString(run(one)));
        }
        return lines;
    }

    /** What the product decides at the time of the message. */
    Map<String, Object> run(Cases one) {
        return ScopedClock.at(one.message().receivedAt().toInstant(), () -> runNow(one));
    }

    private Map<String, Object> runNow(Cases one) {
        var owner = context.getBean(WorkspaceCreation.class)
                .create(
                        WorkspaceChange.named(one.id()),
                        new NewOwner("Eval Owner", "owner." + one.id() + "@eval.example", null));
        return ActorScope.call(owner, () -> {
            var known = new LoadKnown(context);
            var people = known.people(one);
            known.load(one);
            var author = one.message().author();
            var actor = author == null
                    ? owner.as(ActorKind.TOKEN)
                    : new Actor(
                            owner.tenant(),
                            people.get(author.name()).id(),
                            author.name(),
                            ActorKind.TOKEN,
                            Role.MANAGER,
                            Actor.ALL_SCOPES);
            var decision = ActorScope.call(actor, () -> take(one, author == null ? null : author.name()));
            return Predictions.of(one.id(), decision, known);
        });
    }

    private Map<String, @Nullable Object> take(Cases one, @Nullable String author) {
        var message = one.message();
        return context.getBean(Intake.class)
                .take(new Incoming(
                        message.text(),
                        message.channel(),
                        message.receivedAt(),
                        author,
                        false,
                        null,
                        null,
                        null,
                        null));
    }
}
