package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Troubles.Trouble;
import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.heads.Trust;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defects, outages, access and billing troubles of customers. They are understood; records of them come later. */
final class ReadIssues implements Grammar {

    private static final Lexicon MINE = Lexicon.of("mine");
    private static final Pattern HANDED = Pattern.compile(
            "(?s).*\\b(?:assign(?:ed)?(?: (?:it|this|that))?(?: to)?|give (?:it|this) to|for|to|with|w|owner|owner:|an|a|para) @?$|"
                    + "(?s).*@$");
    private static final Pattern HANDLES = Pattern.compile(
            "(?s)^(?:,| -)? ?(?:can you|could you|pls|please|bitte|raising|to |will |'ll |takes?|owns?|is on|on it|handles?|picks?|"
                    + "looks?|kummert|ubernimmt|macht|s'en occupe|se "
                    + "encarga|cuida|se ne occupa).*");
    /** Never the rest of a trouble of another kind. */
    private static final List<String> ALONE = List.of("feature_request", "billing", "question", "onboarding", "access");

    private static final List<String> PRIORITIES = List.of("low", "urgent", "high", "medium");
    /** Agrees with a rule that is not sure. */
    private static final double HINT = 0.2;

    private static final int MORE = 80;
    /** A bill that is going to be paid is no trouble. */
    private static final Pattern PAYS = Pattern.compile(
            "\\b(?:we|i|ich|wir|nous|je|nosotros|nos) (?:will|shall|are going to|'ll|werden|werde|allons|vamos a|vamos) (?:pay|settle|transfer|"
                    + "zahlen|uberweisen|regler|payer|pagar)|\\b(?:pagaremos|reglerons|paierons|zahlen wir|bezahlen wir|uberweisen wir)\\b");

    private final Set<Statement> ofKnown = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.company == null
                    || barred(reading, statement)
                    || statement.is(Mode.HEARSAY)
                    || statement.part.kind() == Part.Kind.SUBJECT
                    || reading.taken.contains(statement) && !statement.has(IssueCues.ASKED)
                    || ours(reading, statement)
                    || !reading.message.fromOutside() && ReadPayment.tells(statement) && !statement.has(IssueCues.ASKED)
                    || IssueCues.SETTLED.matcher(statement.folded).find()
                    || mended(statement)
                    || refused(reading, statement)) {
                continue;
            }
            var trouble = trouble(reading, statement);
            if (trouble.isEmpty()) {
                continue;
            }
            reading.taken.add(statement);
            if (known(reading, statement) || more(reading, statement)) {
                ofKnown.add(statement);
                continue;
            }
            reading.intents.add("report_issue");
            if (!written(reading, statement, trouble.get())) {
                draft(reading, statement, trouble.get());
            }
        }
    }

    /** A short word more about the trouble of a known issue. */
    private boolean more(Reading reading, Statement statement) {
        return statement.folded.length() < MORE
                && !statement.has(IssueCues.ASKED)
                && reading.before(statement)
                        .filter(before -> ofKnown.contains(before)
                                && statement.company != null
                                && statement.company.sameAs(before.company))
                        .isPresent();
    }

    /** Told of this statement, or just after it. */
    private static boolean barred(Reading reading, Statement statement) {
        return statement.has(IssueCues.NO_NEW)
                || next(reading, statement)
                        .filter(next -> next.has(IssueCues.NO_NEW)
                                && statement.company != null
                                && statement.company.sameAs(next.company))
                        .isPresent();
    }

    /** What somebody who is still to buy does not take is no defect. */
    private static boolean refused(Reading reading, Statement statement) {
        return statement.has(Lexicon.of("refuses")) && ReadObjections.forSale(reading, statement.company);
    }

    private static boolean mended(Statement statement) {
        return statement
                .find(IssueCues.MENDED)
                .filter(place -> !Clauses.denied(statement, place))
                .isPresent();
    }

    /** It is still the trouble of a known issue: what is new goes there. */
    private static boolean known(Reading reading, Statement statement) {
        var company = statement.company;
        var issue = company == null || statement.has(IssueCues.ASKED)
                ? Optional.<KnownRecord>empty()
                : KnownIssues.best(
                                reading,
                                statement,
                                company,
                                IssueCues.STILL.matcher(statement.folded).find() ? 1 : 2)
                        .filter(KnownIssues::open);
        issue.ifPresent(found -> {
            var draft = reading.update(found, statement.span());
            if (reading.settled.contains(statement) || !draft.fields.isEmpty()) {
                return;
            }
            due(reading, statement, draft);
            next(reading, statement).ifPresent(next -> due(reading, next, draft));
            if (!reading.message.fromOutside()) {
                priority(statement)
                        .ifPresent(
                                priority -> draft.set("priority", priority, reading.evidence(statement.span()), 0.75));
                assignee(reading, statement, draft);
            }
        });
        return issue.isPresent();
    }

    private static Optional<Trouble> trouble(Reading reading, Statement statement) {
        boolean outside = reading.message.fromOutside();
        boolean helped = statement.has(Lexicon.of("benefit")) && !statement.has(Lexicon.of("trouble"));
        var told = helped ? Optional.<Trouble>empty() : Troubles.in(statement, outside);
        var asked = statement.find(IssueCues.ASKED).filter(place -> !Clauses.denied(statement, place));
        if (asked.isPresent()) {
            return told.or(() -> asked.map(
                    place -> new Trouble(statement.has(Lexicon.of("billing")) ? "billing" : "", place, true)));
        }
        boolean uses = uses(reading, statement) && !ofASale(reading, statement) || outside && !buying(statement);
        double least = least(statement, told, uses);
        return told.filter(_ -> least <= 0 || agreement(reading, statement) >= least)
                .or(() -> uses && before(reading, statement).isEmpty() ? meant(reading, statement) : Optional.empty());
    }

    /** How sure the heads have to be of what a rule has found. */
    private static double least(Statement statement, Optional<Trouble> told, boolean uses) {
        boolean sure = told.filter(Trouble::sure).isPresent();
        if (!uses) {
            return sure ? ByMeaning.CHOICE : ByMeaning.LIKELY;
        }
        boolean commercial = statement.has(Lexicon.of("commercial"))
                && told.filter(found -> found.type().equals("billing")).isEmpty();
        if (!sure
                && told.filter(found -> found.type().equals("feature_request")).isPresent()) {
            return ByMeaning.CHOICE;
        }
        return sure && !commercial ? 0 : sure || !commercial ? HINT : ByMeaning.CHOICE;
    }

    private static double agreement(Reading reading, Statement statement) {
        var cues = ByMeaning.cues(reading, statement);
        return Math.max(
                cues.of("intent:report_issue"),
                cues.best("issue", 0).map(Cues.Likely::probability).orElse(0.0));
    }

    /** Only what they are still buying is named: that it is dead means the sale. */
    private static boolean ofASale(Reading reading, Statement statement) {
        var sold = reading.of(statement.company, "deal").stream()
                .filter(deal -> statement.products.stream()
                        .anyMatch(product -> product.record().name().equalsIgnoreCase(deal.text("product"))))
                .toList();
        return !sold.isEmpty() && sold.stream().noneMatch(deal -> "won".equals(deal.text("stage")));
    }

    private static boolean buying(Statement statement) {
        return statement.company != null
                && statement.company.textOr("customer_state", "").matches("exploring|buying");
    }

    static boolean uses(Reading reading, Statement statement) {
        var company = statement.company;
        return company != null
                && (company.textOr("customer_state", "").matches("using|churned")
                        || !reading.of(company, "issue").isEmpty()
                        || reading.of(company, "deal").stream().anyMatch(deal -> "won".equals(deal.text("stage")))
                        || company.text("customer_state") == null
                                && reading.of(company, "deal").isEmpty());
    }

    /** A trouble told in words that no rule knows. */
    private static Optional<Trouble> meant(Reading reading, Statement statement) {
        boolean open = statement.part.kind() == Part.Kind.OWN
                && !statement.has(Lexicon.of("good"))
                && !statement.has(Lexicon.of("bad"))
                && !statement.has(Lexicon.of("benefit"))
                && !statement.has(PAYS)
                && !statement.is(Mode.CONDITION)
                && !statement.is(Mode.UNSURE);
        return open
                ? ByMeaning.plain(reading, statement, "issue", Trust.HIGH)
                        .filter(likely -> !likely.value().equals("question") || reading.message.fromOutside())
                        .map(likely -> new Trouble(likely.value(), statement.span(), false))
                : Optional.empty();
    }

    /** A second sentence about the same trouble opens no second issue. */
    private static boolean written(Reading reading, Statement statement, Trouble trouble) {
        var before = before(reading, statement);
        boolean other = ALONE.contains(trouble.type())
                && before.stream().noneMatch(draft -> trouble.type().equals(draft.value("issue_type")));
        if (before.isEmpty()
                || other
                || IssueCues.AGAIN.matcher(statement.folded).find()
                || begins(reading, statement)) {
            return false;
        }
        priority(statement).filter(_ -> !before.getLast().has("priority")).ifPresent(priority -> before.getLast()
                .set("priority", priority, reading.evidence(statement.span()), 0.75));
        due(reading, statement, before.getLast());
        return true;
    }

    /** The first words of a line of a list. */
    private static boolean begins(Reading reading, Statement statement) {
        int start = statement.span().start();
        int line = reading.text().lastIndexOf('\n', start) + 1;
        return statement.sentence.bullet()
                && reading.text().substring(line, start).chars().noneMatch(Character::isLetter);
    }

    private static List<Draft> before(Reading reading, Statement statement) {
        return reading.drafts.stream()
                .filter(draft -> draft.entity.equals("issue")
                        && draft.record == null
                        && statement.company != null
                        && statement.company.sameAs(draft.company))
                .toList();
    }

    /** What a customer who uses the product asks about its use, or tells of its troubles. */
    static boolean told(Reading reading, Statement statement) {
        return reading.message.fromOutside()
                && uses(reading, statement)
                && Troubles.in(statement, true).filter(Trouble::sure).isPresent();
    }

    /** What went wrong on our own side of the sale is no issue of the product. */
    private static boolean ours(Reading reading, Statement statement) {
        return !reading.message.fromOutside()
                && !statement.has(IssueCues.ASKED)
                && statement.contacts.isEmpty()
                && statement.products.isEmpty()
                && statement.companies.isEmpty();
    }

    private static void draft(Reading reading, Statement statement, Trouble trouble) {
        var about = about(reading, statement);
        reading.taken.add(about);
        var draft = reading.create("issue", statement.company, statement.span()).key("title", about.raw.strip());
        draft.set("company", Reading.companyName(statement.company), reading.evidence(statement.span()), 0.8);
        var type = about == statement
                ? trouble
                : Troubles.in(about, reading.message.fromOutside()).orElse(trouble);
        draft.set("issue_type", type(reading, about, type), reading.evidence(trouble.place()), 0.75);
        priority(statement)
                .or(() -> priority(about))
                .or(() -> next(reading, statement).flatMap(ReadIssues::priority))
                .or(() -> type.type().equals("outage") ? pressed(reading, statement) : Optional.empty())
                .or(() -> next(reading, statement)
                        .flatMap(next -> next(reading, next))
                        .flatMap(ReadIssues::priority)
                        .filter(priority -> priority.equals("low")))
                .ifPresent(priority -> draft.set("priority", priority, reading.evidence(statement.span()), 0.75));
        due(reading, statement, draft);
        if (!reading.message.fromOutside()) {
            assignee(reading, statement, draft);
            terms(reading, statement, draft);
            next(reading, statement).filter(IssueTerms::wholly).ifPresent(next -> {
                terms(reading, next, draft);
                reading.taken.add(next);
                reading.settled.add(next);
            });
        }
    }

    /** What stands in few words beside the asking: "bug, medium, mine, due Friday". */
    private static void terms(Reading reading, Statement statement, Draft draft) {
        IssueTerms.priority(statement)
                .filter(_ -> !draft.has("priority"))
                .ifPresent(found -> draft.set("priority", found.value(), reading.evidence(found.place()), 0.75));
        IssueTerms.assignee(reading, statement)
                .filter(_ -> !draft.has("assignee"))
                .ifPresent(found -> draft.set("assignee", found.value(), reading.evidence(found.place()), 0.75));
        IssueTerms.due(reading, statement)
                .filter(_ -> !draft.has("due_date"))
                .ifPresent(date -> draft.set("due_date", date.date().toString(), reading.evidence(date.span()), 0.75));
    }

    private static @Nullable String type(Reading reading, Statement about, Trouble trouble) {
        return trouble.type().isEmpty() || trouble.type().equals("bug")
                ? ByMeaning.choice(reading, about, "issue")
                        .filter(likely -> !likely.equals("outage"))
                        .orElse(trouble.type().isEmpty() ? null : trouble.type())
                : trouble.type();
    }

    private static void due(Reading reading, Statement statement, Draft draft) {
        statement.dates.stream()
                .filter(date -> !date.date().isBefore(reading.message.day()))
                .filter(date -> !IssueCues.SINCE
                        .matcher(statement.before(date.span(), 16))
                        .matches())
                .filter(date -> IssueCues.WANTED_BY
                                .matcher(statement.before(date.span(), 16))
                                .matches()
                        || reading.message.fromOutside()
                                && date.date().equals(reading.message.day())
                                && IssueCues.TODAY.matcher(statement.folded).find())
                .findFirst()
                .ifPresent(date -> draft.set("due_date", date.date().toString(), reading.evidence(date.span()), 0.8));
    }

    private static void assignee(Reading reading, Statement statement, Draft draft) {
        statement.people.stream()
                .filter(person -> HANDLES.matcher(statement.after(person.span(), 40))
                                .matches()
                        || HANDED.matcher(statement.before(person.span(), 30)).matches())
                .findFirst()
                .ifPresentOrElse(
                        person -> draft.set("assignee", person.record().name(), reading.evidence(person.span()), 0.75),
                        () -> {
                            boolean mine = statement.has(MINE)
                                    || next(reading, statement)
                                            .filter(next -> next.has(MINE))
                                            .isPresent();
                            if (reading.message.author() != null && mine) {
                                draft.set(
                                        "assignee",
                                        reading.message.author().name(),
                                        reading.evidence(statement.span()),
                                        0.75);
                            }
                        });
    }

    /** "It drops calls. Please raise a ticket": what the ticket is about stands before the asking. */
    private static Statement about(Reading reading, Statement statement) {
        boolean bare = statement.has(IssueCues.ASKED)
                        && Troubles.in(statement, false).isEmpty()
                        && statement.folded.length() < 70
                || statement.folded.length() < 26;
        boolean mend = statement.folded.length() < 70
                && (statement.has(Lexicon.of("mend it"))
                        || statement.has(IssueCues.WISHED) && !statement.has(Lexicon.of("ability")));
        return bare || mend
                ? reading.before(statement)
                        .filter(before -> statement.company != null
                                && statement.company.sameAs(before.company)
                                && (Troubles.in(before, false).isPresent() || mend || statement.folded.length() < 26))
                        .orElse(statement)
                : statement;
    }

    private static Optional<Statement> next(Reading reading, Statement statement) {
        int next = reading.statements.indexOf(statement) + 1;
        return next < reading.statements.size()
                        && reading.statements.get(next).folded.length() < 60
                ? Optional.of(reading.statements.get(next))
                : Optional.empty();
    }

    /** A customer's mail says somewhere else that it cannot wait. */
    private static Optional<String> pressed(Reading reading, Statement statement) {
        boolean urgent = reading.message.fromOutside()
                && reading.statements.stream()
                        .filter(other -> other.part.kind() == Part.Kind.SUBJECT || other.part == statement.part)
                        .anyMatch(other -> other.has(Lexicon.of("urgent"))
                                && other.all(Lexicon.of("urgent")).stream()
                                        .noneMatch(place -> Clauses.denied(other, place)));
        return urgent ? Optional.of("urgent") : Optional.empty();
    }

    private static Optional<String> priority(Statement statement) {
        return PRIORITIES.stream()
                .filter(priority -> statement.has(Lexicon.of(priority)))
                .findFirst();
    }
}
