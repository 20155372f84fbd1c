package dev.windrose.agents.ask;

import dev.windrose.Windrose;
import dev.windrose.crm.demo.DemoWorld;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many questions about the demo world are answered as plain SQL over the same rows answers them. */
public final class EvalQuestions {

    private static final Instant NOW = Instant.parse("2026-03-18T10:00:00Z");

    private final ApplicationContext context;
    private final boolean show;
    private int right;
    private int wrong;
    private int silent;

    private EvalQuestions(ApplicationContext context, boolean show) {
        this.context = context;
        this.show = show;
    }

    /** Arguments: {@code --cases FILE [--show]}. */
    public static void main(String... arguments) throws IOException {
        var options = List.of(arguments);
        var cases = Path.of(options.get(options.indexOf("--cases") + 1)).toAbsolutePath();
        var folder = Files.createTempDirectory("windrose-eval");
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(
                new ReadSettings(), new ClaimDataFolder(), new dev.windrose.platform.postgres.DatabaseBootstrap());
        try (var context = application.run(
                "--windrose.data=" + folder.resolve("data"), "--windrose.port=0", "--windrose.postgres-port=0")) {
            new EvalQuestions(context, options.contains("--show")).all(Files.readAllLines(cases));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private void all(List<String> lines) {
        ScopedClock.at(NOW, () -> {
            var owner = context.getBean(dev.windrose.platform.access.WorkspaceCreation.class)
                    .create(
                            WorkspaceChange.named("Questions"),
                            new dev.windrose.platform.access.NewOwner("Marta Ellingsen", "marta@eval.example", null));
            ActorScope.run(owner, () -> context.getBean(DemoWorld.class).fill());
            long begin = System.nanoTime();
            for (String line : lines) {
                if (!line.isBlank()) {
                    one(owner, JsonMapper.shared().readTree(line));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d questions: %d right (%.1f %%), %d wrong, %d not answered; %.0f ms each%n",
                    right + wrong + silent,
                    right,
                    100.0 * right / Math.max(1, right + wrong + silent),
                    wrong,
                    silent,
                    (System.nanoTime() - begin) / 1e6 / Math.max(1, right + wrong + silent));
            return null;
        });
    }

    private void one(Actor owner, JsonNode one) {
        var actor = one.hasNonNull("as") ? person(owner, one.path("as").asString()) : owner;
        ActorScope.run(actor, () -> {
            var turns = one.path("turns").valueStream().map(JsonNode::asString).toList();
            Answered answered = null;
            String failure = null;
            try {
                answered = context.getBean(Asks.class)
                        .of(turns.getLast(), turns.subList(0, turns.size() - 1))
                        .orElse(null);
            } catch (RuntimeException e) {
                failure = e + " "
                        + java.util.Arrays.stream(e.getStackTrace()).limit(4).toList();
            }
            var expected = new ExpectedAnswer(context, one);
            boolean fits = failure == null && expected.fits(answered);
            boolean none = answered == null || answered.refused();
            right += fits ? 1 : 0;
            silent += !fits && none ? 1 : 0;
            wrong += !fits && !none ? 1 : 0;
            if (show && !fits || one.path("id").asString().startsWith("t")) {
                System.out.printf(
                        "%s %s%n    wanted %s%n    got %s%n",
                        one.path("id").asString(),
                        turns,
                        expected.told(),
                        failure != null
                                ? failure
                                : answered == null
                                        ? "-"
                                        : answered.text() + " "
                                                + answered.value().json());
            }
        });
    }

    private Actor person(Actor owner, String key) {
        return ActorScope.call(owner, () -> {
            var person = context.getBean(People.class).all().stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(key))
                    .findFirst()
                    .orElseThrow();
            return new Actor(owner.tenant(), person.id(), person.name(), owner.kind(), person.role(), Actor.ALL_SCOPES);
        });
    }
}
