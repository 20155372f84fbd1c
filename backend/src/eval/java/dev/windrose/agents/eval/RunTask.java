package dev.windrose.agents.eval;

import dev.windrose.context.AnswerMessage;
import dev.windrose.context.Threads;
import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** One task as its persona: chat for colleagues, mail for outsiders. What is expected is not read, but for the type of the value. */
final class RunTask {

    private static final String NOTHING = "I found nothing about that";
    private static final String UNKNOWN = "I do not know";

    private final ApplicationContext context;
    private final LoadWorld world;
    private final World told;
    private final Actor owner;
    private final StateStore state;
    private final CanonicalChanges changes;

    RunTask(
            ApplicationContext context,
            LoadWorld world,
            World told,
            Actor owner,
            StateStore state,
            CanonicalChanges changes) {
        this.context = context;
        this.world = world;
        this.told = told;
        this.owner = owner;
        this.state = state;
        this.changes = changes;
    }

    Map<String, @Nullable Object> run(Map<String, Object> task) {
        long start = System.nanoTime();
        var talk = new Talk(context.getBean(Threads.class), context.getBean(AnswerMessage.class));
        @Nullable String failed = null;
        try {
            ScopedClock.at(told.now(), () -> {
                hold(task, talk);
                return null;
            });
        } catch (RuntimeException cause) {
            failed = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var line = result(task, talk);
        line.put("steps", talk.steps);
        line.put("seconds", Math.round(seconds * 1000) / 1000.0);
        line.put("cost", 0);
        if (failed != null) {
            line.put("failed", failed);
        }
        return line;
    }

    private void hold(Map<String, Object> task, Talk talk) {
        var turns = (List<?>) Objects.requireNonNull(task.get("turns"));
        if (task.get("persona") instanceof Map<?, ?> outsider) {
            var system = owner.as(ActorKind.TOKEN);
            ActorScope.run(
                    system,
                    () -> turns.forEach(turn -> mail(
                            String.valueOf(outsider.get("outsider")),
                            String.valueOf(((Map<?, ?>) turn).get("text")),
                            talk)));
        } else {
            var persona = Objects.requireNonNull(
                    world.people.actors.get(String.valueOf(task.get("persona"))),
                    "The task names nobody of the world.");
            ActorScope.run(persona, () -> talk.hold(turns));
        }
    }

    private void mail(String from, String text, Talk talk) {
        talk.steps++;
        var at = OffsetDateTime.ofInstant(told.now(), java.time.ZoneOffset.UTC);
        var decision = context.getBean(Intake.class)
                .take(new Incoming(text, "email", at, from, false, null, null, null, null));
        talk.answer = decision.get("answer") instanceof String answer ? answer : "";
    }

    private Map<String, @Nullable Object> result(Map<String, Object> task, Talk talk) {
        var expected = task.get("expected") instanceof Map<?, ?> map ? map : Map.of();
        var type = expected.get("answer") instanceof Map<?, ?> answer ? String.valueOf(answer.get("type")) : null;
        boolean refused = talk.refused || talk.answer.startsWith(NOTHING) || talk.answer.startsWith(UNKNOWN);
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("id", task.get("id"));
        line.put("answer", talk.answer);
        line.put("value", TypedValue.of(type, talk.value, talk.answer, refused, world.ids));
        line.put("cited", talk.cited.stream().map(world.ids::external).toList());
        line.put("changes", changes.of(state.changes(changes.tables())));
        line.put("proposals", changes.waiting());
        line.put("asked", talk.asked);
        line.put("refused", refused);
        return line;
    }
}
