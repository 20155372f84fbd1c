package dev.windrose.intake;

import dev.windrose.intake.PrepareReading.Ready;
import dev.windrose.intake.learning.Examples;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.reading.CheckProposal;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.intake.reading.Understanding;
import dev.windrose.llm.model.ModelAnswer;
import dev.windrose.llm.model.ModelQuestion;
import dev.windrose.platform.id.Ids;
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

    private final PrepareReading prepare;
    private final IdentifySpeaker speakers;
    private final IntakeStore store;
    private final ReadWithModel model;
    private final Examples examples;
    private final TransactionTemplate transactions;

    Understand(
            PrepareReading prepare,
            IdentifySpeaker speakers,
            IntakeStore store,
            ReadWithModel model,
            Examples examples,
            TransactionTemplate transactions) {
        this.prepare = prepare;
        this.speakers = speakers;
        this.store = store;
        this.model = model;
        this.examples = examples;
        this.transactions = transactions;
    }

    /**
     * What was found out before the message is decided.
     *
     * @param log the id that the message gets in the log
     * @param answer null where no model was asked
     */
    record Ahead(UUID log, @Nullable ModelAnswer answer) {}

    /**
     * @param engine embedded or model
     * @param note why the language model had no part in it
     */
    record Read(
            Understanding understanding,
            DraftRecords drafts,
            Speaker speaker,
            Learned learned,
            String engine,
            @Nullable String note) {}

    /** Asks the model, which takes long: so it comes before the transaction in which the message is decided. */
    Ahead ahead(Incoming incoming) {
        var log = Ids.next();
        var answer = model.tier()
                .flatMap(tier -> Optional.ofNullable(transactions.execute(_ -> question(incoming, tier, log))))
                .flatMap(model::ask);
        return new Ahead(log, answer.orElse(null));
    }

    /** Null where the same message was decided before. */
    private @Nullable ModelQuestion question(Incoming incoming, dev.windrose.llm.model.ModelTier tier, UUID log) {
        if (incoming.key() != null
                && !incoming.dryRun()
                && store.byKey(incoming.key()).isPresent()) {
            return null;
        }
        var learned = examples.learned();
        var ready = ready(incoming, speakers.of(incoming), learned);
        var own = ReadMessage.of(ready.message(), ready.known(), ready.heads());
        return model.question(tier, ready, own, learned.told(TOLD), incoming.dryRun() ? null : log);
    }

    Read of(Incoming incoming, Ahead ahead) {
        var speaker = speakers.of(incoming);
        var learned = examples.learned();
        var ready = ready(incoming, speaker, learned);
        var known = ready.known();
        var own = ReadMessage.of(ready.message(), known, ready.heads());
        var read = ahead.answer() instanceof ModelAnswer.Given given
                ? CheckProposal.of(ready.message(), known, ready.heads(), own, ReadWithModel.proposal(given.json()))
                : own;
        return new Read(
                learned.applied(read, known),
                ready.drafts(),
                speaker,
                learned,
                ahead.answer() instanceof ModelAnswer.Given ? "model" : "embedded",
                ahead.answer() instanceof ModelAnswer.Missing missing
                        ? missing.why().sentence() + " This was read without it."
                        : null);
    }

    /** The record of a question before that the text chooses; the words of the question mean it to this person from now on. */
    Optional<EarlierTurn.Choice> chosen(Map<String, @Nullable Object> decision, String text) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var choice = EarlierTurn.chosen(decision, text, prepare.known());
            choice.ifPresent(record ->
                    examples.chosen(EarlierTurn.question(decision, record.record()), record.type(), record.record()));
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
