package dev.windrose.intake;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.events.EventLog;
import dev.windrose.events.EventMark;
import dev.windrose.intake.PrepareReading.Ready;
import dev.windrose.intake.learning.Example;
import dev.windrose.intake.learning.Examples;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.reading.CheckProposal;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.intake.reading.Understanding;
import dev.windrose.llm.model.ModelAnswer;
import dev.windrose.llm.model.ModelQuestion;
import dev.windrose.llm.model.ModelTier;
import dev.windrose.platform.id.Ids;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two readers of a message: one here, and where the workspace wants it a language model, whose reading is held against the text. */
@Component
class Understand {

    private static final int TOLD = 12;
    private static final SameForAll.Key<List<Example>> TAUGHT = new SameForAll.Key<>("taught");

    private final PrepareReading prepare;
    private final IdentifySpeaker speakers;
    private final IntakeStore store;
    private final ReadWithModel model;
    private final Examples examples;
    private final EventLog events;
    private final TransactionTemplate transactions;

    Understand(
            PrepareReading prepare,
            IdentifySpeaker speakers,
            IntakeStore store,
            ReadWithModel model,
            Examples examples,
            EventLog events,
            TransactionTemplate transactions) {
        this.prepare = prepare;
        this.speakers = speakers;
        this.store = store;
        this.model = model;
        this.examples = examples;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * What was found out before the message is decided.
     *
     * @param log the id that the message gets in the log
     * @param answer null where no model was asked
     * @param reading the reading of the message that the model was asked with; null where none was
     */
    record Ahead(
            UUID log,
            @Nullable ModelAnswer answer,
            @Nullable Reading reading) {}

    /**
     * How the message reads here.
     *
     * @param mark what had happened in the workspace by then; null where it is decided at once
     */
    private record Reading(
            @Nullable EventMark mark, Speaker speaker, Learned learned, Ready ready, Understanding own) {}

    private record Asked(Reading reading, ModelQuestion question) {}

    /**
     * @param engine embedded or model
     * @param note why the language model had no part in it, or not in all of it
     */
    record Read(
            Understanding understanding,
            DraftRecords drafts,
            Speaker speaker,
            Learned learned,
            OffsetDateTime receivedAt,
            String engine,
            @Nullable String note) {}

    /** Whether texts of the workspace go to a model before they are decided. */
    boolean asks() {
        return model.tier().isPresent();
    }

    /** Asks the model, which takes long: so it comes before the transaction in which the message is decided. */
    Ahead ahead(Incoming incoming) {
        var log = Ids.next();
        var asked = model.tier()
                .flatMap(tier -> Optional.ofNullable(transactions.execute(_ -> question(incoming, tier, log))))
                .orElse(null);
        return asked == null
                ? new Ahead(log, null, null)
                : new Ahead(log, model.ask(asked.question()).orElse(null), asked.reading());
    }

    /** Null where the same message was decided before. */
    private @Nullable Asked question(Incoming incoming, ModelTier tier, UUID log) {
        if (incoming.key() != null
                && !incoming.dryRun()
                && store.byKey(incoming.key()).isPresent()) {
            return null;
        }
        var read = read(incoming, events.mark());
        var question = model.question(
                tier, read.ready(), read.own(), read.learned().told(TOLD), incoming.dryRun() ? null : log);
        return new Asked(read, question);
    }

    private Reading read(Incoming incoming, @Nullable EventMark mark) {
        var speaker = speakers.of(incoming);
        var learned = Examples.learned(SameForAll.once(TAUGHT, examples::taught));
        var ready = ready(incoming, speaker, learned);
        return new Reading(
                mark, speaker, learned, ready, ReadMessage.of(ready.message(), ready.known(), ready.heads()));
    }

    /** What was read before the model was asked still holds where nothing has happened since; otherwise it is read again. */
    Read of(Incoming incoming, Ahead ahead) {
        var before = ahead.reading();
        var mark = before == null ? null : before.mark();
        var reading = before != null && mark != null && events.quietSince(mark) ? before : read(incoming, null);
        var ready = reading.ready();
        var understanding = ahead.answer() instanceof ModelAnswer.Given given
                ? CheckProposal.of(
                        ready.message(),
                        ready.known(),
                        ready.heads(),
                        reading.own(),
                        model.added(),
                        ReadWithModel.proposal(given.json()))
                : reading.own();
        return new Read(
                reading.learned().applied(understanding, ready.known()),
                ready.drafts(),
                reading.speaker(),
                reading.learned(),
                ready.message().receivedAt(),
                ahead.answer() instanceof ModelAnswer.Given ? "model" : "embedded",
                note(ahead.answer(), incoming.text()));
    }

    private static @Nullable String note(@Nullable ModelAnswer answer, String text) {
        return switch (answer) {
            case null -> null;
            case ModelAnswer.Missing missing -> missing.why().sentence() + " This was read without it.";
            case ModelAnswer.Given _ -> ReadWithModel.cut(text);
        };
    }

    /** The record of a question before that the text chooses; the words of the question mean it to this person from now on. */
    Optional<EarlierTurn.Choice> chosen(Map<String, @Nullable Object> decision, String text) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var choice = EarlierTurn.chosen(decision, text, prepare.known());
            choice.filter(record -> !record.type().equals(ContextEntry.TYPE))
                    .ifPresent(record -> examples.chosen(
                            EarlierTurn.question(decision, record.record()), record.type(), record.record()));
            return choice;
        }));
    }

    void used(Learned learned) {
        examples.used(learned);
    }

    private Ready ready(Incoming incoming, Speaker speaker, Learned learned) {
        // What stands in a file does not go on from what was said in the chat.
        var earlier = incoming.thread() == null || incoming.source() != null
                ? Optional.<Map.Entry<String, Map<String, @Nullable Object>>>empty()
                : store.last(incoming.thread());
        return prepare.of(incoming, speaker, earlier.map(Map.Entry::getValue).orElse(Map.of()), learned);
    }
}
