package dev.windrose.agents.plan;

import dev.windrose.agents.plan.Goal.Ask;
import dev.windrose.agents.plan.Goal.Planned;
import dev.windrose.agents.plan.Goal.Say;
import dev.windrose.agents.plan.KeptGoal.Part;
import dev.windrose.context.AnswerMessage.Telling;
import dev.windrose.context.ThreadMessage;
import dev.windrose.context.Threads;
import dev.windrose.intake.TakeGoal;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.Decisions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the messages of conversations that want something done. One goal a message, kept with what came of it, so that none is carried out twice. */
@Component
class TakeGoals implements TakeGoal {

    private static final int LONGEST = 4_000;
    private static final Pattern UNDO = Pattern.compile(
            "(?i)^\\W*(?:please |pls )?(?:undo|revert|take (?:that|it) back|rückgängig|mach das rückgängig|annule[rz]?|deshacer|deshaz)"
                    + "(?: (?:that|this|it|the last (?:one|change)|ça|eso|das))?\\W*$");

    private final ObjectProvider<GoalReader> readers;
    private final GoalStore store;
    private final Threads threads;
    private final DoGoal doGoal;
    private final Decisions decisions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeGoals(
            ObjectProvider<GoalReader> readers,
            GoalStore store,
            Threads threads,
            DoGoal doGoal,
            Decisions decisions,
            TransactionTemplate transaction,
            Clock clock) {
        this.readers = readers;
        this.store = store;
        this.threads = threads;
        this.doGoal = doGoal;
        this.decisions = decisions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean taken(ThreadMessage message, Telling tell) {
        if (message.text().length() > LONGEST) {
            return false;
        }
        var known = transaction.execute(_ -> store.byMessage(message.id()).orElse(null));
        var goal = known == null ? fresh(message) : known;
        if (goal == null) {
            return false;
        }
        goal.told().forEach(part -> tell.event(part.name(), part.data()));
        return true;
    }

    private @Nullable KeptGoal fresh(ThreadMessage message) {
        try {
            return transaction.execute(_ -> read(message));
        } catch (AppException refused) {
            // Nothing was done: what could not be is said, and the words are not read as news instead.
            return transaction.execute(_ -> keep(
                    message,
                    message.text(),
                    List.of(),
                    KeptGoal.REFUSED,
                    null,
                    List.of(part(Answers.refused(
                            Objects.requireNonNullElse(refused.getMessage(), "This could not be done.")
                                    + " Nothing was changed.",
                            List.of()))),
                    List.of()));
        }
    }

    private @Nullable KeptGoal read(ThreadMessage message) {
        var said = threads.messages(message.thread()).stream()
                .takeWhile(other -> !other.id().equals(message.id()))
                .filter(other -> other.role().equals("user"))
                .toList();
        var before = said.isEmpty()
                ? Optional.<KeptGoal>empty()
                : store.byMessage(said.getLast().id());
        if (before.isPresent()
                && UNDO.matcher(message.text()).matches()
                && !before.get().changeSets().isEmpty()) {
            return undone(message, before.get());
        }
        var earlier = said.stream().map(ThreadMessage::text).toList();
        var asked = before.filter(one -> one.status().equals(KeptGoal.ASKED)).orElse(null);
        if (asked != null) {
            var replies = new ArrayList<>(asked.replies());
            replies.add(new Wanted.Reply(question(asked), message.text()));
            var wanted = new Wanted(asked.said(), replies, earlier, Wanted.view(message.ui()));
            return goal(wanted).map(goal -> kept(message, wanted, goal)).orElse(null);
        }
        var wanted = new Wanted(message.text(), List.of(), earlier, Wanted.view(message.ui()));
        return goal(wanted).map(goal -> kept(message, wanted, goal)).orElse(null);
    }

    private Optional<Goal> goal(Wanted wanted) {
        return readers.orderedStream()
                .map(reader -> reader.read(wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String question(KeptGoal asked) {
        return asked.told().stream()
                .filter(part -> part.name().equals("question"))
                .map(part ->
                        part.data().get("question") instanceof Map<?, ?> map ? String.valueOf(map.get("text")) : "")
                .findFirst()
                .orElse("");
    }

    private KeptGoal kept(ThreadMessage message, Wanted wanted, Goal goal) {
        return switch (goal) {
            case Ask ask
            when wanted.asked() ->
                keep(
                        message,
                        wanted,
                        KeptGoal.REFUSED,
                        null,
                        List.of(part(Answers.refused(
                                "I still do not know enough to do this: %s Nothing was changed."
                                        .formatted(ask.question()),
                                List.of()))));
            case Ask ask -> keep(message, wanted, KeptGoal.ASKED, null, List.of(question(ask)));
            case Say say -> keep(message, wanted, KeptGoal.TOLD, null, List.of(part(say.answer())));
            case Planned planned
            when planned.show() || !DoGoal.simple(planned.plan()) -> shown(message, wanted, planned);
            case Planned planned -> done(message, wanted, planned);
        };
    }

    private KeptGoal shown(ThreadMessage message, Wanted wanted, Planned planned) {
        var id = Ids.next();
        var parts = List.of(new Part(
                "plan", Map.of("goal_id", id.toString(), "goal", planned.plan().goal())));
        return keep(id, message, wanted, KeptGoal.SHOWN, planned, parts, List.of());
    }

    private KeptGoal done(ThreadMessage message, Wanted wanted, Planned planned) {
        var texts = new ArrayList<String>(List.of(wanted.text()));
        wanted.replies().forEach(reply -> texts.add(reply.answer()));
        var outcome = doGoal.of(planned.plan(), message, texts);
        var parts = new ArrayList<Part>();
        outcome.applied().forEach(set -> parts.add(new Part("written", Map.of("change_set_id", set.toString()))));
        outcome.waiting().forEach(set -> parts.add(new Part("waiting", Map.of("change_set_id", set.toString()))));
        parts.add(part(planned.says() == null ? DoGoal.told(outcome) : planned.says()));
        return keep(Ids.next(), message, wanted, KeptGoal.DONE, planned, parts, outcome.all());
    }

    private KeptGoal undone(ThreadMessage message, KeptGoal before) {
        var parts = new ArrayList<Part>();
        before.changeSets().reversed().forEach(set -> {
            var undo = decisions.undo(new ChangeSetId(set));
            var data = new LinkedHashMap<String, Object>();
            data.put("change_set_id", undo.id().toString());
            data.put("text", "Undone.");
            parts.add(new Part("written", data));
        });
        return keep(message, message.text(), List.of(), KeptGoal.DONE, null, parts, List.of());
    }

    private static Part part(dev.windrose.agents.ask.Answered answer) {
        return new Part("answer", answer.json());
    }

    private static Part question(Ask ask) {
        var question = new LinkedHashMap<String, Object>();
        question.put("id", Ids.next().toString());
        question.put("text", ask.question());
        question.put(
                "options",
                ask.choices().stream()
                        .map(choice -> Map.of("label", choice, "value", choice))
                        .toList());
        return new Part("question", Map.of("question", question));
    }

    private KeptGoal keep(
            ThreadMessage message, Wanted wanted, String status, @Nullable Planned planned, List<Part> parts) {
        return keep(Ids.next(), message, wanted, status, planned, parts, List.of());
    }

    private KeptGoal keep(
            UUID id,
            ThreadMessage message,
            Wanted wanted,
            String status,
            @Nullable Planned planned,
            List<Part> parts,
            List<UUID> sets) {
        return insert(id, message, wanted.text(), wanted.replies(), status, planned, parts, sets);
    }

    private KeptGoal keep(
            ThreadMessage message,
            String said,
            List<Wanted.Reply> replies,
            String status,
            @Nullable Planned planned,
            List<Part> parts,
            List<UUID> sets) {
        return insert(Ids.next(), message, said, replies, status, planned, parts, sets);
    }

    private KeptGoal insert(
            UUID id,
            ThreadMessage message,
            String said,
            List<Wanted.Reply> replies,
            String status,
            @Nullable Planned planned,
            List<Part> parts,
            List<UUID> sets) {
        var goal = new KeptGoal(
                id,
                message.thread(),
                message.id(),
                ActorScope.current().rightsOf(),
                said,
                status,
                replies,
                planned == null ? null : planned.plan(),
                planned == null ? Map.of() : planned.steps(),
                parts,
                sets,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(goal);
        return goal;
    }
}
