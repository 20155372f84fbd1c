package dev.windrose.intake;

import dev.windrose.context.ContextEvents;
import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.intake.DecisionJson.Outcome;
import dev.windrose.intake.IntakeStore.Given;
import dev.windrose.intake.PlannedWrite.Fate;
import dev.windrose.intake.Speaker.Standing;
import dev.windrose.intake.learning.Learned;
import dev.windrose.llm.language.Language;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a text in: reads it, writes what may be written, keeps the rest as a proposal, and answers with the decision log. */
@Component
public class Intake {

    private static final Set<String> CHANNELS = Set.of("chat", "email", "slack", "call_note", "web_form", "api");
    private static final int LONGEST = 100_000;

    private final Understand understand;
    private final Changes changes;
    private final IntakeStore store;
    private final EventLog events;
    private final PlanMessage plans;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Intake(
            Understand understand,
            Changes changes,
            IntakeStore store,
            EventLog events,
            PlanMessage plans,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.understand = understand;
        this.changes = changes;
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * In no transaction, as a model may be asked.
     *
     * @throws AppException for a text that cannot be taken; nothing is written then
     */
    public Map<String, @Nullable Object> take(Incoming incoming) {
        return take(prepare(incoming));
    }

    /** Asks the language model, where the workspace has one. Never within a transaction: it takes long. */
    public Prepared prepare(Incoming incoming) {
        Permissions.require(Operation.SUBMIT, "intake");
        check(incoming);
        return new Prepared(incoming, understand.ahead(incoming), plans.look(incoming));
    }

    /** Whether {@link #prepare} asks a model. */
    public boolean asksModel() {
        return understand.asks();
    }

    /** Whether {@link #prepare} asks a model or looks for entries; of other texts it costs nothing and may stand anywhere. */
    public boolean takesLong(Incoming incoming) {
        return asksModel() || ProposeEntries.looks(incoming);
    }

    /** Decides and writes; also as a part of a transaction of the caller. */
    public Map<String, @Nullable Object> take(Prepared prepared) {
        return take(prepared, null);
    }

    /**
     * Reads a text once more, now that a question has its answer or that more is known. What it has written before is not written twice.
     *
     * @param root the prompt log of the text as it came in
     */
    public Map<String, @Nullable Object> takeAgain(Prepared prepared, UUID root) {
        return take(prepared, root);
    }

    private Map<String, @Nullable Object> take(Prepared prepared, @Nullable UUID root) {
        Permissions.require(Operation.SUBMIT, "intake");
        var incoming = prepared.incoming();
        return Objects.requireNonNull(transactions.execute(_ -> incoming.key() == null || incoming.dryRun()
                ? decide(prepared, root)
                : once(prepared, incoming.key(), root)));
    }

    private static void check(Incoming incoming) {
        if (incoming.text().isBlank()) {
            throw new AppException(CommonError.REQUIRED, "There is no text.", "text");
        }
        if (incoming.text().length() > LONGEST) {
            throw new AppException(CommonError.TOO_LONG, "A text has at most 100,000 characters.", "text");
        }
        if (!CHANNELS.contains(incoming.channel())) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "The channel is one of chat, email, slack, call_note, web_form, api.",
                    "channel");
        }
    }

    private Map<String, @Nullable Object> once(Prepared prepared, String key, @Nullable UUID root) {
        store.lock(key);
        var given = store.byKey(key);
        return given.isEmpty() ? decide(prepared, root) : again(prepared.incoming(), given.get());
    }

    private static Map<String, @Nullable Object> again(Incoming incoming, Given given) {
        if (!given.hash().equals(hash(incoming))) {
            throw new AppException(
                    CommonError.CONFLICT, "This Idempotency-Key was used for another text.", "Idempotency-Key");
        }
        return given.decision();
    }

    /**
     * As {@link #take(Prepared)}, in a transaction that holds the key of the text.
     *
     * @param given what was decided for the key before
     */
    Map<String, @Nullable Object> takeHeld(Prepared prepared, @Nullable Given given) {
        var incoming = prepared.incoming();
        return given == null || incoming.dryRun() ? decide(prepared, null) : again(incoming, given);
    }

    private Map<String, @Nullable Object> decide(Prepared prepared, @Nullable UUID root) {
        var incoming = prepared.incoming();
        var ahead = prepared.ahead();
        var read = understand.of(incoming, ahead);
        var speaker = read.speaker();
        var planned = plans.of(incoming, prepared.looked(), read, root == null ? List.of() : store.standing(root));
        var understanding = planned.understanding();
        var plan = planned.writes();
        var keys = new Keys(Ids.next(), ahead.log(), root);
        var outcome = ActorScope.call(writer(speaker), () -> write(incoming, plan, keys.log(), speaker));
        var decision = DecisionJson.of(keys.decision(), understanding, plan, outcome);
        decision.put("received_at", read.receivedAt().toString());
        decision.put("language", Language.of(incoming.text()).orElse(null));
        decision.put("engine", read.engine());
        decision.put("engine_note", read.note());
        decision.put(
                "learned", read.learned().used().stream().map(Learned.Use::json).toList());
        decision.put("prompt_log_id", incoming.dryRun() ? null : keys.log().toString());
        decision.put("dry_run", incoming.dryRun());
        if (incoming.source() != null) {
            decision.put("source", incoming.source().json());
        }
        var about = AboutRecords.of(understanding, plan, outcome);
        decision.put("about", about.json());
        if (!incoming.dryRun()) {
            understand.used(read.learned());
            keep(incoming, speaker, decision, about, keys, outcome);
        }
        return decision;
    }

    private record Keys(UUID decision, UUID log, @Nullable UUID root) {}

    /** Employees write in their own name; what outsiders say is written by the product, which never overwrites a person silently. */
    private static Actor writer(Speaker speaker) {
        var actor = ActorScope.current();
        return speaker.standing() == Standing.EMPLOYEE ? actor : actor.agent("Intake");
    }

    private Outcome write(Incoming incoming, List<PlannedWrite> plan, UUID log, Speaker speaker) {
        var apply = drafts(plan, Fate.APPLY);
        var wait = drafts(plan, Fate.WAIT);
        var summary = summary(incoming.text());
        var now = new ChangeDraft(
                Cause.message(log), summary, apply, false, speaker.standing() != Standing.EMPLOYEE, true);
        var later = new ChangeDraft(Cause.message(log), summary, wait, false, false, true);
        if (incoming.dryRun()) {
            return new Outcome(apply.isEmpty() ? null : changes.preview(now), null);
        }
        @Nullable ChangeSet applied = apply.isEmpty() ? null : changes.apply(now);
        @Nullable ChangeSet proposed = wait.isEmpty() ? null : changes.propose(later);
        return new Outcome(
                applied == null || applied.operations().isEmpty() ? null : applied,
                proposed == null || proposed.operations().isEmpty() ? null : proposed);
    }

    private static List<dev.windrose.records.change.DraftOperation> drafts(List<PlannedWrite> plan, Fate fate) {
        return plan.stream()
                .filter(write -> write.fate() == fate)
                .map(PlannedWrite::draft)
                .filter(Objects::nonNull)
                .toList();
    }

    private void keep(
            Incoming incoming,
            Speaker speaker,
            Map<String, @Nullable Object> decision,
            AboutRecords about,
            Keys keys,
            Outcome outcome) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var author = speaker.author();
        var log = new IntakeStore.Logged(
                keys.log(),
                incoming,
                speaker.person(),
                author == null ? null : author.name(),
                about.company(),
                about.contact(),
                about.deal());
        var kept = new IntakeStore.Kept(
                keys.decision(),
                keys.log(),
                incoming.thread(),
                incoming.key(),
                decision,
                id(outcome.applied()),
                id(outcome.proposed()),
                keys.root());
        store.insert(log, kept, hash(incoming), at, () -> announce(incoming, keys));
    }

    private static @Nullable UUID id(@Nullable ChangeSet set) {
        return set == null ? null : set.id().value();
    }

    private void announce(Incoming incoming, Keys keys) {
        var told = new ArrayList<Event>();
        // The search follows the log of events; a text that no event names would not be found.
        told.add(Event.about(
                "user_prompt_log",
                keys.log(),
                IntakeEvents.MESSAGE_DECIDED,
                Map.of("channel", incoming.channel(), "again", keys.root() != null)));
        boolean posted = incoming.thread() != null && (incoming.channel().equals("chat") || incoming.source() != null);
        // A message of a thread was announced when it was posted.
        if (!posted && keys.root() == null) {
            told.add(Event.of(
                    ContextEvents.INPUT_RECEIVED,
                    Map.of(
                            "channel",
                            incoming.channel(),
                            "prompt_log_id",
                            keys.log().toString())));
        }
        events.append(told);
    }

    private static String summary(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }

    private static String hash(Incoming incoming) {
        var person = ActorScope.current().rightsOf();
        return UUID.nameUUIDFromBytes((incoming.channel()
                                + '\n'
                                + incoming.author()
                                + (person == null ? "" : person)
                                + '\n'
                                + incoming.text())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
