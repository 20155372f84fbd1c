package dev.windrose.intake;

import dev.windrose.context.amend.AmendEntries;
import dev.windrose.context.amend.Amendment;
import dev.windrose.context.amend.Amendment.Change;
import dev.windrose.context.amend.Amendment.Edit;
import dev.windrose.context.amend.Amendment.Fresh;
import dev.windrose.context.amend.Amendment.Rules;
import dev.windrose.context.entry.ContextEntry;
import dev.windrose.intake.PlannedWrite.Fate;
import dev.windrose.intake.Speaker.Standing;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Question;
import dev.windrose.intake.reading.Told;
import dev.windrose.intake.reading.ToldRules;
import dev.windrose.intake.reading.Understanding;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.FieldNote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a colleague says of our own rules becomes a change of an entry that waits for a decision, or a question. It is never written at once. */
@Component
class ProposeEntries {

    /** Begins the value of an option that stands for an entry. */
    static final String OPTION = ContextEntry.TYPE + "/";

    static final String INTENT = "update_company_context";

    private static final String WAITS = "What the company knows changes only after somebody has looked at it.";
    private static final Set<String> OWN_CHANNELS = Set.of("chat", "slack", "call_note");
    private static final int MOST_SENTENCES = 5;
    private static final int LONGEST_LABEL = 180;
    private static final double SURE = 0.8;

    private final AmendEntries amend;

    ProposeEntries(AmendEntries amend) {
        this.amend = amend;
    }

    /** Entries that each sentence may be about. */
    record Looked(List<Near> sentences) {

        static final Looked NOWHERE = new Looked(List.of());

        private record Near(Span sentence, List<UUID> entries) {}

        /** Null where nobody has looked. */
        private @Nullable List<UUID> entries(Span statement) {
            return sentences.stream()
                    .filter(near -> near.sentence().overlaps(statement))
                    .findFirst()
                    .map(Near::entries)
                    .orElse(null);
        }
    }

    record Planned(List<PlannedWrite> writes, List<Question> questions) {

        private static final Planned NOTHING = new Planned(List.of(), List.of());

        /** What the message says by itself, and this. */
        Understanding with(Understanding understanding) {
            boolean any = !writes.isEmpty() || !questions.isEmpty();
            return any ? understanding.adding(List.of(INTENT), questions) : understanding;
        }
    }

    /** Whether entries are looked for. */
    static boolean looks(Incoming incoming) {
        return !sentences(incoming).isEmpty();
    }

    /** Takes a moment and may ask another server: never within a transaction. */
    Looked look(Incoming incoming) {
        return new Looked(sentences(incoming).stream()
                .map(sentence -> new Looked.Near(sentence, amend.look(sentence.of(incoming.text()))))
                .toList());
    }

    /** Those of our own people that may tell of a rule. */
    private static List<Span> sentences(Incoming incoming) {
        boolean ours =
                incoming.source() == null && (incoming.author() != null || OWN_CHANNELS.contains(incoming.channel()));
        if (!ours) {
            return List.of();
        }
        var text = incoming.text();
        return Sentences.of(text, new Span(0, text.length())).stream()
                .map(Sentence::span)
                .filter(sentence -> ToldRules.mayBeIn(sentence.of(text)))
                .limit(MOST_SENTENCES)
                .toList();
    }

    Planned of(Incoming incoming, Looked looked, Understanding understanding, Speaker speaker) {
        if (speaker.standing() != Standing.EMPLOYEE || understanding.told().isEmpty()) {
            return Planned.NOTHING;
        }
        var only = ContextEntry.TYPE.equals(incoming.recordType()) ? incoming.record() : null;
        var writes = new ArrayList<PlannedWrite>();
        var questions = new ArrayList<Question>();
        for (var told : understanding.told()) {
            var evidence = told.evidence();
            var entries = looked.entries(new Span(evidence.start(), evidence.end()));
            if (entries == null && only == null) {
                continue;
            }
            switch (amend.of(told.stated(), entries == null ? List.of() : entries, only)) {
                case Change change -> writes.addAll(changing(change, told, incoming));
                case Fresh fresh -> writes.add(making(fresh, told, incoming));
                case Amendment.Unsure(var between) -> questions.add(which(told, between));
                case Amendment.Nothing() -> {}
            }
        }
        return new Planned(List.copyOf(writes), List.copyOf(questions));
    }

    private static List<PlannedWrite> changing(Change change, Told told, Incoming incoming) {
        var entry = change.entry();
        var record = new KnownRecord(ContextEntry.TYPE, entry.id().toString(), entry.title(), Map.of());
        var fields = fields(change.values(), told);
        var operation = new Operation("update", ContextEntry.TYPE, record, null, Map.of(), fields, told.evidence());
        var draft = noted(DraftOperation.update(ContextEntry.TYPE, entry.id(), change.values()), fields, incoming);
        var shown = shown(change.edits(), change.rules(), change.from());
        shown.put("version", entry.version());
        shown.put("category", entry.category().wire());
        shown.put("kind", entry.kind().wire());
        var writes = new ArrayList<PlannedWrite>();
        writes.add(new PlannedWrite(operation, fields, draft, Fate.WAIT, WAITS, shown));
        if (change.successor() != null) {
            var later = Map.<String, Object>of(
                    "title", String.valueOf(change.successor().get("title")));
            writes.add(created(
                    change.successor(),
                    later,
                    told,
                    incoming,
                    Map.of("takes_the_place_of", entry.id().toString())));
        }
        return writes;
    }

    private static PlannedWrite making(Fresh fresh, Told told, Incoming incoming) {
        var shown = shown(fresh.edits(), fresh.rules(), null);
        shown.put("category", fresh.category().wire());
        shown.put("kind", fresh.kind().wire());
        return created(
                fresh.values(), Map.of("title", String.valueOf(fresh.values().get("title"))), told, incoming, shown);
    }

    private static PlannedWrite created(
            Map<String, Object> values,
            Map<String, Object> key,
            Told told,
            Incoming incoming,
            Map<String, @Nullable Object> shown) {
        var fields = fields(values, told);
        var operation = new Operation("create", ContextEntry.TYPE, null, null, key, fields, told.evidence());
        var draft = noted(DraftOperation.create(ContextEntry.TYPE, values), fields, incoming);
        return new PlannedWrite(operation, fields, draft, Fate.WAIT, WAITS, shown);
    }

    private static List<FieldValue> fields(Map<String, Object> values, Told told) {
        return values.entrySet().stream()
                .map(field -> new FieldValue(field.getKey(), plain(field.getValue()), told.evidence(), SURE))
                .toList();
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate || value instanceof UUID ? value.toString() : value;
    }

    private static DraftOperation noted(DraftOperation draft, List<FieldValue> fields, Incoming incoming) {
        var notes = new LinkedHashMap<String, FieldNote>();
        fields.forEach(field -> notes.put(field.field(), new FieldNote(evidence(field, incoming), field.confidence())));
        return draft.because(evidence(fields.getFirst(), incoming), SURE).noting(notes);
    }

    private static Evidence evidence(FieldValue field, Incoming incoming) {
        var read = field.evidence();
        var quote = Evidence.quote(read.quote(), read.start(), read.end());
        return incoming.receivedAt() == null
                ? quote
                : quote.toldAt(incoming.receivedAt().toInstant());
    }

    private static LinkedHashMap<String, @Nullable Object> shown(
            List<Edit> edits, Rules rules, @Nullable LocalDate from) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put(
                "edits",
                edits.stream()
                        .map(edit -> Map.of("field", edit.field(), "before", edit.before(), "after", edit.after()))
                        .toList());
        if (!rules.equals(Rules.NONE)) {
            shown.put("rules", Map.of("before", rules.before(), "after", rules.after()));
        }
        if (from != null) {
            shown.put("from", from.toString());
        }
        return shown;
    }

    private static Question which(Told told, List<Change> between) {
        return new Question(
                "Which entry changes by \"%s\"?".formatted(told.evidence().quote()),
                between.stream()
                        .map(change -> new Question.Option(
                                label(change), OPTION + change.entry().id()))
                        .toList());
    }

    private static String label(Change change) {
        var edit = change.edits().getFirst();
        var label = "%s: \"%s\" becomes \"%s\"".formatted(change.entry().title(), edit.before(), edit.after());
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
