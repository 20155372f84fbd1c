package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameEntry;
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
import org.jspecify.annotations.Nullable;

/** The state of one reading: what was found, and the operations drafted from it. */
final class Reading {

    /** Begins the id of a record that only this message brings in. */
    static final String NEW = "new:";

    final Message message;
    final Heads heads;
    final ByMeaning meaning = new ByMeaning();
    final KnownRecords known;
    final List<Part> parts;
    final List<Statement> statements = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();
    final Set<String> intents = new LinkedHashSet<>();
    final List<Question> questions = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final Map<String, List<KnownRecord>> related = new LinkedHashMap<>();
    /** Statements that a grammar has used up: a task, a question, a request. */
    final Set<Statement> taken = new LinkedHashSet<>();

    /** Statements that say what becomes of a known issue, and ask for nothing else. */
    final Set<Statement> settled = new LinkedHashSet<>();

    /** Statements that go on about a deal which this message brings in. */
    final Map<Statement, Draft> newDeals = new LinkedHashMap<>();

    private final Map<Statement, List<Statement>> twins = new LinkedHashMap<>();

    @Nullable
    Answer answer;

    boolean clarify;

    /** The outsider who wrote it gives orders; nothing of it moves a deal. */
    boolean ordered;

    /** Takes the first of several records that a name may mean, to see what would be written then. */
    boolean supposing;

    Reading(Message message, KnownRecords known, List<Part> parts, Heads heads) {
        this.heads = heads;
        this.message = message;
        this.known = known;
        this.parts = parts;
    }

    String text() {
        return message.text();
    }

    Evidence evidence(Span span) {
        return Draft.evidence(text(), span);
    }

    /** Contacts, deals or issues of a company, asked for once a message. */
    List<KnownRecord> of(@Nullable KnownRecord company, String type) {
        return company == null || company.id().startsWith(NEW)
                ? List.of()
                : related.computeIfAbsent(type + company.id(), key -> known.of(company, type));
    }

    Draft update(KnownRecord record, Span from) {
        var found = drafts.stream()
                .filter(draft -> record.sameAs(draft.record)
                        || record.id().startsWith(NEW)
                                && draft.record == null
                                && record.name().equals(draft.key.get("name")))
                .findFirst();
        return found.orElseGet(() ->
                add(new Draft("update", record.type(), record, companyOf(record).orElse(null), evidence(from))));
    }

    Draft create(String entity, @Nullable KnownRecord company, Span from) {
        return add(new Draft("create", entity, null, company, evidence(from)));
    }

    private Draft add(Draft draft) {
        drafts.add(draft);
        return draft;
    }

    Optional<KnownRecord> companyOf(KnownRecord record) {
        if (record.is("company")) {
            return Optional.of(record);
        }
        var id = record.companyId();
        return id == null ? Optional.empty() : known.find("company", id);
    }

    /** The statements, and again those that say one thing of several deals, once for each. */
    List<Statement> aboutDeals() {
        var out = new ArrayList<Statement>();
        for (var statement : statements) {
            out.add(statement);
            if (!taken.contains(statement)) {
                out.addAll(twins.computeIfAbsent(statement, Twins::of));
            }
        }
        return out;
    }

    /** The draft of a contact that this message creates. */
    Optional<Draft> newContact(String name) {
        return drafts.stream()
                .filter(draft -> draft.entity.equals("contact")
                        && draft.record == null
                        && NameEntry.key(name).equals(NameEntry.key(Objects.toString(draft.key.get("name")))))
                .findFirst();
    }

    Optional<Statement> before(Statement statement) {
        int at = statements.indexOf(statement);
        return at > 0 ? Optional.of(statements.get(at - 1)) : Optional.empty();
    }

    void ask(String text, List<KnownRecord> options) {
        clarify = true;
        var asked = new Question(
                text,
                options.stream()
                        .map(record -> new Question.Option(label(record), record.id()))
                        .toList());
        if (questions.stream().noneMatch(other -> other.text().equals(text))) {
            questions.add(asked);
        }
    }

    private static String label(KnownRecord record) {
        return record.is("deal")
                ? record.textOr("company", "") + ", " + record.textOr("product", record.name()) + ", "
                        + record.textOr("stage", "")
                : record.is("contact") && record.text("company") != null
                        ? record.name() + ", " + record.textOr("company", "")
                        : record.name();
    }

    /** A name for the account also where it is not in the record yet. */
    static String companyName(@Nullable KnownRecord company) {
        return company == null ? "" : company.name();
    }
}
