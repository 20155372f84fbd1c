package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a help desk or a board of wishes tells of a ticket: a new one, or what has become of a known one. Its prose gives no orders. */
final class ReadTicketPayload implements Grammar {

    private static final Pattern HOLDER = Pattern.compile(
            "(?i)(?:.*\\.)?(?:ticket|case|issue|incident|request|feature_?request|bug|problem)\\.[^.]+(?:\\.[^.]+)*");
    private static final Pattern KIND = Pattern.compile(
            "\\b(?:ticket|helpdesk|help desk|service ?desk|itsm|support|case|incident|issue|bug|feature|wish|ideas?|feature board|"
                    + "feature request|roadmap)\\b");
    private static final Pattern TITLE = key(
            "subject|title|summary|headline|short_?description|idea|wish|suggestion|request|feature|problem|issue_?title|what");
    private static final Pattern STATUS = key("status|state|ticket_?status|new_?status");
    private static final Pattern PRIORITY = key("priority|prio|urgency|severity|importance|how_?badly|need|sev");
    private static final Pattern PERSON =
            key("assigned_?to|assignee|owner|agent|handler|handled_?by|responsible|technician");
    private static final Pattern DUE =
            key("due|due_?(?:date|at|on|by)|deadline|sla_?due|resolve_?by|target_?date|needed_?by");
    private static final Pattern CATEGORY = key("category|type|kind|issue_?type|ticket_?type|classification|class");
    private static final Pattern HOUSE = key(
            "account|account_?name|customer|company|company_?name|organi[sz]ation|org|client|tenant|workspace_?name");
    private static final Pattern NUMBER = key("id|ref|key|number|ticket_?id|case_?id|reference");
    private static final Pattern CHANGED =
            Pattern.compile("(?i)(.*changes?(?:\\.\\d+)?)\\.(?:field|attribute|name|key)");
    private static final Pattern NEW_VALUE = Pattern.compile("(?i)to|new|new_?value|after|current|value");
    private static final Pattern OLD =
            Pattern.compile("(?i)(?:.*[._])?(?:previous|prev|old|before|prior|former|was|from)(?:[._].*)?");
    private static final Pattern VOID = Pattern.compile(
            "(?i)(?:.*\\.)?(?:dry_?run|is_?test|test|test_?mode|sandbox|simulated|preview)=(?:true|1|yes)|(?:.*\\.)?live_?mode=false|"
                    + "(?:status|result|outcome|response)=(?:rejected|failed|error|invalid|declined|denied|ignored|discarded|rolled.?back)|"
                    + "(?:.*\\.)?(?:env|environment|mode)=(?:test|staging|sandbox|dev|development|demo)");

    private static Pattern key(String names) {
        return Pattern.compile("(?i)(?:" + names + ")(?:_?name)?");
    }

    /** Turned away, or only tried out: it tells nothing of the record. */
    static boolean isVoid(Map<String, String> leaves) {
        return leaves.entrySet().stream().anyMatch(leaf -> VOID.matcher(
                        leaf.getKey() + "=" + leaf.getValue().strip())
                .matches());
    }

    @Override
    public void read(Reading reading) {
        if (!Payload.isJson(reading.text()) || !reading.message.fromOutside()) {
            return;
        }
        var leaves = Payload.leaves(reading.text());
        boolean held =
                leaves.keySet().stream().anyMatch(path -> HOLDER.matcher(path).matches());
        boolean board = !held && leaves.containsKey("idea") || leaves.containsKey("wish");
        var company = company(reading, leaves);
        var told = told(leaves);
        if (!held && !board
                || !KIND.matcher(Fold.inPlace(reading.text())).find()
                || isVoid(leaves)
                || company == null) {
            return;
        }
        reading.taken.addAll(reading.statements);
        reading.intents.remove("report_issue");
        var issue = known(reading, leaves, company, told);
        if (issue.isPresent()) {
            change(reading, issue.get(), told);
        } else if (told.containsKey("title")
                && !told.getOrDefault("status", "open").matches("closed|resolved")) {
            create(reading, company, told, board);
        }
    }

    private static void change(Reading reading, KnownRecord issue, Map<String, String> told) {
        var draft = reading.update(issue, all(reading));
        set(reading, draft, told, "status");
        set(reading, draft, told, "priority");
        set(reading, draft, told, "assignee");
        set(reading, draft, told, "due_date");
    }

    private static void create(Reading reading, KnownRecord company, Map<String, String> told, boolean board) {
        var place = place(reading, told.get("title"));
        reading.intents.add("report_issue");
        var draft = reading.create("issue", company, place)
                .key("title", told.get("title"))
                .set("company", company.name(), reading.evidence(all(reading)), 0.9);
        var named = told.get("type");
        var type = board
                ? "feature_request"
                : named != null
                        ? named
                        : reading.statements.stream()
                                .filter(statement -> statement.span().overlaps(place))
                                .flatMap(statement -> Troubles.in(statement, true).stream())
                                .map(Troubles.Trouble::type)
                                .findFirst()
                                .orElse(null);
        draft.set("issue_type", type, reading.evidence(place), 0.8);
        set(reading, draft, told, "priority");
        set(reading, draft, told, "assignee");
        set(reading, draft, told, "due_date");
        if (!"open".equals(told.get("status"))) {
            set(reading, draft, told, "status");
        }
    }

    private static void set(Reading reading, Draft draft, Map<String, String> told, String field) {
        var value = told.get(field);
        if (value != null) {
            draft.set(field, value, reading.evidence(place(reading, value)), 0.9);
        }
    }

    /** By its number here, or by its title. */
    private static Optional<KnownRecord> known(
            Reading reading, Map<String, String> leaves, KnownRecord company, Map<String, String> told) {
        var numbers = leaves.entrySet().stream()
                .filter(leaf -> NUMBER.matcher(last(leaf.getKey())).matches())
                .map(Map.Entry::getValue)
                .toList();
        var title = Fold.words(told.getOrDefault("title", ""));
        return reading.of(company, "issue").stream()
                .filter(issue -> numbers.contains(issue.id())
                        || !title.isEmpty() && Fold.words(issue.name()).equals(title))
                .findFirst();
    }

    private static @Nullable KnownRecord company(Reading reading, Map<String, String> leaves) {
        var named = leaves.entrySet().stream()
                .filter(leaf -> HOUSE.matcher(last(leaf.getKey())).matches()
                        || leaf.getKey()
                                .matches(
                                        "(?i)(?:.*\\.)?(?:account|customer|company|org|client|organi[sz]ation)\\.name"))
                .flatMap(leaf -> new FindMentions(reading.known, leaf.getValue()).all().stream())
                .filter(mention -> mention.is("company") && mention.clear() && mention.whole())
                .map(Mention::record)
                .findFirst();
        return named.or(() -> leaves.values().stream()
                        .flatMap(value -> Emails.in(value).stream())
                        .flatMap(mail -> reading.known.contactWithMail(mail.value()).stream())
                        .flatMap(contact -> reading.companyOf(contact).stream())
                        .findFirst())
                .orElse(null);
    }

    /** The fields of the ticket, what was changed last. */
    private static Map<String, String> told(Map<String, String> leaves) {
        var out = new LinkedHashMap<String, String>();
        leaves.forEach((path, value) -> {
            if (!OLD.matcher(path).matches()
                    && !CHANGED.matcher(path).matches()
                    && !path.matches("(?i).*changes?\\..*")) {
                take(last(path), path, value, out);
            }
        });
        leaves.forEach((path, value) -> {
            var changed = CHANGED.matcher(path);
            if (changed.matches()) {
                leaves.entrySet().stream()
                        .filter(leaf -> leaf.getKey().startsWith(changed.group(1) + ".")
                                && NEW_VALUE.matcher(last(leaf.getKey())).matches())
                        .findFirst()
                        .ifPresent(leaf -> take(value, path, leaf.getValue(), out));
            }
        });
        return out;
    }

    private static void take(String key, String path, String value, Map<String, String> out) {
        var words = Fold.words(value);
        if (STATUS.matcher(key).matches()) {
            status(words).ifPresent(found -> out.put("status", found));
        } else if (PRIORITY.matcher(key).matches()) {
            priority(words).ifPresent(found -> out.put("priority", found));
        } else if (PERSON.matcher(key).matches()
                || path.matches("(?i).*(?:assignee|owner|agent|assigned_?to)\\.name")) {
            if (value.matches("\\p{Lu}[\\p{L}.'’-]+(?: \\p{L}[\\p{L}.'’-]+)+")) {
                out.put("assignee", value);
            }
        } else if (DUE.matcher(key).matches()) {
            if (value.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                out.put("due_date", value.substring(0, 10));
            }
        } else if (CATEGORY.matcher(key).matches()) {
            type(words).ifPresent(found -> out.put("type", found));
        } else if (TITLE.matcher(key).matches() && value.contains(" ")) {
            out.putIfAbsent("title", value);
        }
    }

    private static Optional<String> status(String words) {
        return words.matches("(?:re ?)?open(?:ed)?|new|created")
                ? Optional.of("open")
                : words.matches(
                                "in progress|working|assigned|started|active|wip|doing|under investigation|in bearbeitung|en cours|en curso")
                        ? Optional.of("in_progress")
                        : words.matches(
                                        "(?:waiting|on hold|pending|hold|blocked|awaiting|wartend|en attente|en espera)(?: .*)?")
                                ? Optional.of("waiting")
                                : words.matches("resolved|solved|fixed|done|gelost|resolu|resuelto|resolvido")
                                        ? Optional.of("resolved")
                                        : words.matches("closed|close|geschlossen|ferme|clos|cerrado|fechado")
                                                ? Optional.of("closed")
                                                : Optional.empty();
    }

    private static Optional<String> priority(String words) {
        return words.matches(".*\\b(?:critical|urgent|blocker|p1|sev ?1|emergency|highest|asap|dringend|urgente)\\b.*")
                ? Optional.of("urgent")
                : words.matches(".*\\b(?:high|p2|sev ?2|major|important|hoch|haute?|alta)\\b.*")
                        ? Optional.of("high")
                        : words.matches(".*\\b(?:medium|normal|p3|sev ?3|moderate|mittel|moyenne|media)\\b.*")
                                ? Optional.of("medium")
                                : words.matches(
                                                ".*\\b(?:low|minor|p4|sev ?4|trivial|nice to have|can wait|no rush|no hurry|whenever|niedrig|"
                                                        + "basse|baja|baixa)\\b.*")
                                        ? Optional.of("low")
                                        : Optional.empty();
    }

    private static Optional<String> type(String words) {
        return List.of("bug", "question", "billing", "onboarding", "access", "outage").stream()
                .filter(words::equals)
                .findFirst()
                .or(() -> words.matches("feature(?: request)?|enhancement|idea|wish|improvement")
                        ? Optional.of("feature_request")
                        : words.matches("defect|error|fault|problem")
                                ? Optional.of("bug")
                                : words.matches("how ?to|help") ? Optional.of("question") : Optional.empty());
    }

    private static String last(String path) {
        return path.replaceAll("\\.\\d+$", "").replaceAll("^.*\\.", "");
    }

    private static Span all(Reading reading) {
        return new Span(0, reading.text().length());
    }

    private static Span place(Reading reading, @Nullable String value) {
        int at = value == null ? -1 : reading.text().indexOf(value);
        return at < 0
                ? all(reading)
                : new Span(at, at + java.util.Objects.requireNonNull(value).length());
    }
}
