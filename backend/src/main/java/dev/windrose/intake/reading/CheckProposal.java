package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.intake.reading.Proposal.Proposed;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a language model read against the text and the record, and joins it with what was read here: values stand in the text, records exist
 * and are meant, what is asked, hoped or ordered from outside is not written. Where the two readers differ a person is asked.
 */
public final class CheckProposal {

    private static final double ALONE = 0.7;
    private static final double DOUBTED = 0.6;
    private static final double AGREED = 0.95;

    /** Of a customer an outsider may tell facts; what becomes of a deal is not theirs to say. */
    private static final Set<String> OUTSIDE = Set.of("contact", "company");

    /** Records that are told apart by their names. */
    private static final Set<String> NAMED = Set.of("contact", "company", "project");

    private final Reading reading;
    private final KnownRecords known;
    private final Understanding own;
    private final CheckValue values;
    private final AddedFields added;
    private final Set<String> inFocus = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    private CheckProposal(Message message, KnownRecords known, Heads heads, Understanding own, AddedFields added) {
        this.added = added;
        this.reading = Prepare.of(message, known, heads);
        this.known = known;
        this.own = own;
        this.values = new CheckValue(reading, added);
    }

    public static Understanding of(
            Message message, KnownRecords known, Heads heads, Understanding own, AddedFields added, Proposal proposal) {
        return new CheckProposal(message, known, heads, own, added).joined(proposal);
    }

    private Understanding joined(Proposal proposal) {
        focus();
        var left = new ArrayList<>(own.operations());
        for (var proposed : proposal.operations()) {
            checked(proposed).ifPresent(operation -> add(operation, left));
        }
        left.stream().map(operation -> operation.with(doubted(operation))).forEach(operations::add);
        questions.addAll(0, own.questions());
        var asked = proposal.question();
        if (asked != null && asked.length() < 300 && questions.isEmpty() && !reading.message.fromOutside()) {
            questions.add(new Question(asked, List.of()));
        }
        var intents = new LinkedHashSet<>(own.intents());
        if (!operations.isEmpty() && own.operations().isEmpty()) {
            intents.remove("none");
            operations.forEach(operation -> intents.add(Finish.intent(operation)));
        }
        var told = new ArrayList<>(own.notes());
        told.addAll(notes);
        return new Understanding(
                List.copyOf(intents),
                List.copyOf(operations),
                List.copyOf(questions),
                own.answer(),
                own.clarify() || !questions.isEmpty(),
                own.mentioned(),
                told,
                own.told());
    }

    /** The records that the message speaks of, or that it was written about. */
    private void focus() {
        var found = new ArrayList<>(own.mentioned());
        reading.statements.forEach(statement -> {
            Stream.of(statement.companies, statement.contacts)
                    .flatMap(List::stream)
                    .filter(Mention::clear)
                    .map(Mention::record)
                    .forEach(found::add);
            Stream.ofNullable(statement.company).forEach(found::add);
        });
        Stream.ofNullable(reading.message.view()).forEach(found::add);
        var earlier = reading.message.earlier();
        if (earlier != null) {
            Stream.of(earlier.company(), earlier.deal(), earlier.contact())
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        reading.parts.stream().map(Part::contact).filter(Objects::nonNull).forEach(found::add);
        own.operations().stream()
                .flatMap(operation -> Stream.of(operation.record(), operation.company()))
                .filter(Objects::nonNull)
                .forEach(found::add);
        for (var record : found) {
            inFocus.add(record.id());
            reading.companyOf(record).map(KnownRecord::id).ifPresent(inFocus::add);
        }
        own.questions().stream()
                .flatMap(question -> question.options().stream())
                .map(Question.Option::value)
                .forEach(inFocus::remove);
    }

    private Optional<Operation> checked(Proposed proposed) {
        if (!CanonicalFields.entities().contains(proposed.entity())) {
            return Optional.empty();
        }
        boolean create = proposed.op().equals("create");
        @Nullable KnownRecord record = create ? null : record(proposed).orElse(null);
        if (!create && record == null) {
            notes.add("The language model named a record that is not there. That was left out.");
            return Optional.empty();
        }
        if (record != null && !meant(record)) {
            notes.add("The language model meant a record that the message does not speak of. That was left out.");
            return Optional.empty();
        }
        @Nullable
        KnownRecord company = record != null
                ? reading.companyOf(record).orElse(null)
                : find("company", proposed.company()).orElse(null);
        if (create && !creatable(proposed, company)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, FieldValue>();
        proposed.values().forEach(value -> value(proposed, value, record)
                .ifPresent(found -> fields.putIfAbsent(found.field(), found)));
        if (fields.isEmpty() && (!create || proposed.values().isEmpty() && proposed.name() == null)) {
            return Optional.empty();
        }
        return evidence(proposed, fields)
                .map(evidence -> new Operation(
                        create ? "create" : "update",
                        proposed.entity(),
                        record,
                        company,
                        create ? key(proposed, company, fields) : Map.of(),
                        List.copyOf(fields.values()),
                        evidence));
    }

    /** Without an id the one record of its kind that was found here too. */
    private Optional<KnownRecord> record(Proposed proposed) {
        if (proposed.record() != null) {
            return find(proposed.entity(), proposed.record());
        }
        var mine = own.operations().stream()
                .filter(operation -> operation.entity().equals(proposed.entity()))
                .map(Operation::record)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
    }

    private Optional<KnownRecord> find(String type, @Nullable String id) {
        try {
            return id == null || id.isBlank() || id.startsWith(Reading.NEW) ? Optional.empty() : known.find(type, id);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private boolean meant(KnownRecord record) {
        if (inFocus.contains(record.id())) {
            return true;
        }
        var company = reading.companyOf(record);
        return company.isPresent()
                && inFocus.contains(company.get().id())
                && (!record.is("contact") || values.named(record.name()));
    }

    /** New accounts are found here or not at all; people are named in full; all else belongs to an account of the message. */
    private boolean creatable(Proposed proposed, @Nullable KnownRecord company) {
        if (reading.message.fromOutside() && !proposed.entity().equals("contact")) {
            return own.operations().stream()
                    .anyMatch(operation ->
                            operation.isCreate() && operation.entity().equals(proposed.entity()));
        }
        boolean placed = company != null && inFocus.contains(company.id());
        return switch (proposed.entity()) {
            case "company" -> own.operations().stream().anyMatch(operation -> same(operation, proposed));
            case "contact" ->
                placed
                        && proposed.name() != null
                        && NameEntry.words(proposed.name()).size() > 1
                        && values.find(proposed.name()).isPresent()
                        && reading.of(company, "contact").stream().noneMatch(contact -> NameEntry.key(contact.name())
                                .equals(NameEntry.key(proposed.name())));
            case "task" -> true;
            case "project" ->
                proposed.name() != null && values.find(proposed.name()).isPresent();
            default -> placed;
        };
    }

    private static boolean same(Operation operation, Proposed proposed) {
        return operation.isCreate()
                && operation.entity().equals(proposed.entity())
                && proposed.name() != null
                && NameEntry.key(String.valueOf(operation.key().get("name"))).equals(NameEntry.key(proposed.name()));
    }

    private Optional<FieldValue> value(Proposed proposed, Proposal.Value value, @Nullable KnownRecord record) {
        boolean known =
                CanonicalFields.has(proposed.entity(), value.field()) || added.has(proposed.entity(), value.field());
        if (!known || value.value().isBlank()) {
            return Optional.empty();
        }
        var label = added.label(proposed.entity(), value.field());
        var span = values.find(value.quote()).or(() -> values.find(value.value()));
        var statement = span.flatMap(this::statement);
        if (statement.isEmpty()) {
            notes.add(
                    "The language model gave a %s that the message does not state. It was left out.".formatted(label));
            return Optional.empty();
        }
        if (!statement.get().firm()) {
            notes.add("What is asked, hoped or only heard of is not written: %s.".formatted(label));
            return Optional.empty();
        }
        boolean told = proposed.op().equals("create") && value.field().equals("title")
                || CanonicalFields.TOLD.contains(value.field());
        var found = values.of(proposed.entity(), value, statement.get(), record)
                .or(() -> told && !proposed.entity().equals("contact")
                        ? Optional.of((Object) span.get().of(reading.text()))
                        : Optional.empty());
        if (found.isEmpty()) {
            notes.add("The language model gave a %s that does not follow from the message. It was left out."
                    .formatted(label));
        }
        return found.map(right -> new FieldValue(value.field(), right, reading.evidence(span.get()), ALONE));
    }

    /** Only what is read at all: quoted history and orders from outside are in no statement. */
    private Optional<Statement> statement(Span span) {
        return reading.statements.stream()
                .filter(statement -> statement.span().overlaps(span))
                .filter(statement -> !reading.message.fromOutside() || !Orders.in(statement))
                .findFirst();
    }

    private Optional<Evidence> evidence(Proposed proposed, Map<String, FieldValue> fields) {
        return fields.values().stream()
                .map(FieldValue::evidence)
                .findFirst()
                .or(() -> proposed.name() == null
                        ? Optional.empty()
                        : values.find(proposed.name())
                                .filter(span ->
                                        statement(span).filter(Statement::firm).isPresent())
                                .map(reading::evidence));
    }

    private static Map<String, Object> key(
            Proposed proposed, @Nullable KnownRecord company, Map<String, FieldValue> fields) {
        var key = new LinkedHashMap<String, Object>();
        if (NAMED.contains(proposed.entity())) {
            Stream.ofNullable(proposed.name()).forEach(name -> key.put("name", name.strip()));
        }
        if (company != null && !proposed.entity().equals("company")) {
            key.put("company", company.name());
        }
        Stream.of("title", "summary")
                .filter(fields::containsKey)
                .filter(_ -> !proposed.entity().equals("contact"))
                .forEach(field -> key.put(field, fields.get(field).value()));
        return key;
    }

    private void add(Operation found, List<Operation> left) {
        var pair = left.stream().filter(operation -> pairs(operation, found)).findFirst();
        if (pair.isEmpty()) {
            if (allowed(found)) {
                operations.add(found);
            }
            return;
        }
        left.remove(pair.get());
        operations.add(pair.get().with(merged(pair.get(), found)));
    }

    /** From outside the other reader alone changes no more than facts of the sender's own people and company. */
    private boolean allowed(Operation operation) {
        return !reading.message.fromOutside() || OUTSIDE.contains(operation.entity());
    }

    private static boolean pairs(Operation one, Operation other) {
        if (!one.op().equals(other.op()) || !one.entity().equals(other.entity())) {
            return false;
        }
        if (!one.isCreate()) {
            return one.record() != null && one.record().sameAs(other.record());
        }
        return NAMED.contains(one.entity())
                ? NameEntry.key(String.valueOf(one.key().get("name")))
                        .equals(NameEntry.key(String.valueOf(other.key().get("name"))))
                : one.company() == null
                        || other.company() == null
                        || one.company().sameAs(other.company());
    }

    private List<FieldValue> merged(Operation mine, Operation found) {
        var out = new LinkedHashMap<String, FieldValue>();
        mine.fields().forEach(field -> out.put(field.field(), sure(field, DOUBTED)));
        for (var other : found.fields()) {
            var field = mine.fields().stream()
                    .filter(each -> each.field().equals(other.field()))
                    .findFirst();
            if (field.isEmpty()) {
                if (!reading.message.fromOutside() || OUTSIDE.contains(mine.entity())) {
                    out.put(other.field(), other);
                }
            } else if (equal(field.get().value(), other.value())) {
                out.put(
                        other.field(),
                        field.get().confidence() < AGREED
                                ? new FieldValue(
                                        other.field(),
                                        field.get().value(),
                                        field.get().evidence(),
                                        AGREED)
                                : field.get());
            } else if (free(mine.entity(), other.field())) {
                out.put(other.field(), field.get());
            } else {
                out.remove(other.field());
                ask(mine, field.get(), other);
            }
        }
        return List.copyOf(out.values());
    }

    private static boolean free(String entity, String field) {
        return CanonicalFields.TOLD.contains(field) || field.equals("title") && !entity.equals("contact");
    }

    private static boolean equal(Object one, Object other) {
        try {
            return new java.math.BigDecimal(one.toString()).compareTo(new java.math.BigDecimal(other.toString())) == 0;
        } catch (NumberFormatException words) {
            return NameEntry.key(one.toString()).equals(NameEntry.key(other.toString()));
        }
    }

    private void ask(Operation operation, FieldValue mine, FieldValue other) {
        var whose = operation.record() != null ? operation.record().name() : operation.entity();
        questions.add(new Question(
                "Two readings of the %s of %s: which is right?"
                        .formatted(added.label(operation.entity(), mine.field()), whose),
                Stream.of(mine, other)
                        .map(value -> new Question.Option(
                                value.value().toString(), value.value().toString()))
                        .toList()));
    }

    /** What the other reader did not see is kept, and believed less. */
    private static List<FieldValue> doubted(Operation operation) {
        return operation.fields().stream().map(field -> sure(field, DOUBTED)).toList();
    }

    private static FieldValue sure(FieldValue field, double most) {
        return new FieldValue(field.field(), field.value(), field.evidence(), Math.min(most, field.confidence()));
    }
}
