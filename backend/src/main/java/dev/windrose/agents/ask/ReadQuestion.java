package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Meaning.OfField;
import dev.windrose.agents.ask.Meaning.OfMoment;
import dev.windrose.agents.ask.Question.Group;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a question by the words of the schema, of the record and of the language. What is not understood is left, not guessed. */
@Component
class ReadQuestion {

    private static final List<String> LOOKED_IN = List.of("company", "contact", "deal", "interaction", "issue", "task");

    private final Descriptors descriptors;
    private final FindNamed names;
    private final TextValues texts;
    private final Workspaces workspaces;

    ReadQuestion(Descriptors descriptors, FindNamed names, TextValues texts, Workspaces workspaces) {
        this.descriptors = descriptors;
        this.names = names;
        this.texts = texts;
        this.workspaces = workspaces;
    }

    /** @param before what an earlier turn asked; null where the question stands alone */
    Draft of(String text, @Nullable Draft before) {
        var types = Vocabulary.ofTypes(descriptors);
        var workspace = workspaces.current();
        var today = workspaces.today();
        var self = ActorScope.current().person();
        var in = new Reading(text, descriptors, types, today, self == null ? null : self.value(), before != null);
        new ReadDays(
                        text,
                        today,
                        workspace.fiscalYearStartMonth(),
                        workspace.weekStart().equalsIgnoreCase("sunday"))
                .all()
                .forEach(found -> {
                    in.days.add(found);
                    in.use(found.at());
                });
        in.named.addAll(names.in(in.words, in.used, types));
        in.named.forEach(name -> in.use(name.from(), name.to()));
        new ReadType(in).read();
        if (in.draft.type == null && before != null) {
            in.draft.type = before.type;
        }
        if (in.draft.type == null) {
            in.draft.type = byName(in);
        }
        if (in.draft.type != null) {
            detail(in, before);
        }
        new Leftovers(in).read();
        return before == null ? in.draft : before.edited(in.draft);
    }

    private void detail(Reading in, @Nullable Draft before) {
        var known = new HashMap<String, Vocabulary>();
        var schema = vocabulary(in.type(), known);
        var fields = new ReadFields(in, schema);
        var links = new ReadLinks(in, type -> vocabulary(type, known));
        var measures = new ReadMeasure(in, fields);
        in.named.forEach(name -> unuse(in, name));
        in.named.removeIf(name -> meansValue(in, name, schema));
        in.named.forEach(name -> in.use(name.from(), name.to()));
        fields.mark();
        overdue(in);
        fields.amounts();
        links.related();
        fields.absent();
        groups(in);
        fields.values();
        links.names();
        measures.read();
        asOf(in);
        periods(in, before);
        measures.split();
        ReadOrder.order(in, fields);
        ReadOrder.responsible(in);
        ReadOrder.late(in, fields);
        links.values();
        ReadOrder.manner(in);
        settled(in);
        whetherAlone(in);
        if (in.draft.measure == null || !in.named.isEmpty()) {
            fields.unused().stream()
                    .map(OfField::path)
                    .filter(path ->
                            in.draft.group == null || !in.draft.group.path().equals(path))
                    .filter(path -> in.draft.conditions.stream()
                            .noneMatch(each -> each.path().equals(path)))
                    .forEach(in.draft.show::add);
        }
    }

    /** Fields that conditions, the group or the measure speak of are not asked for once more. */
    private static void settled(Reading in) {
        for (var mark : in.marks) {
            boolean said = mark.as(OfField.class)
                    .filter(field ->
                            in.draft.group != null && in.draft.group.path().equals(field.path())
                                    || in.draft.conditions.stream()
                                            .anyMatch(each -> each.path().equals(field.path()))
                                    || in.draft.measure instanceof Measure.Of of
                                            && of.path().equals(field.path()))
                    .isPresent();
            if (said) {
                in.use(mark.from(), mark.to());
            }
        }
    }

    /** "Is it a customer?" asks for more than whether the record is there. */
    private static void whetherAlone(Reading in) {
        boolean alone =
                in.draft.conditions.stream().allMatch(each -> each.path().equals("id"));
        if (in.draft.whether && alone && in.draft.show.isEmpty()) {
            in.draft.left.add("whether");
        }
    }

    private static void unuse(Reading in, Named name) {
        for (int i = name.from(); i < name.to(); i++) {
            in.used[i] = false;
        }
    }

    /** "Partner" is a channel rather than the company whose name begins so. */
    private static boolean meansValue(Reading in, Named name, Vocabulary schema) {
        boolean full = name.candidates().stream().anyMatch(Named.Candidate::full);
        return schema.at(in.words, name.from()).stream()
                .anyMatch(entry -> entry.stems().size() > name.to() - name.from()
                        || entry.stems().size() == name.to() - name.from() && !full);
    }

    private Vocabulary vocabulary(Descriptor type, Map<String, Vocabulary> known) {
        return known.computeIfAbsent(type.name(), _ -> Vocabulary.of(descriptors, type, texts));
    }

    /** Without a word for a type, the type of a named record, or one that refers to it and has the field that is asked for. */
    private @Nullable String byName(Reading in) {
        if (in.named.isEmpty()) {
            return null;
        }
        var own = in.named.stream()
                .flatMap(name -> name.candidates().stream())
                .map(Named.Candidate::type)
                .filter(type -> !type.equals("person"))
                .distinct()
                .toList();
        var type = own.isEmpty() ? null : own.getFirst();
        String best = type;
        int most = type == null ? 0 : fit(in, type);
        for (String other : LOOKED_IN) {
            boolean there = descriptors.find(other).isPresent() && !own.contains(other);
            if (there && (type == null || refers(other, type)) && fit(in, other) > most) {
                best = other;
                most = fit(in, other);
            }
        }
        return best;
    }

    private boolean refers(String from, String to) {
        return descriptors.get(from).fields().values().stream()
                .anyMatch(field -> field.kind() == FieldKind.REFERENCE && to.equals(field.ref()));
    }

    /** How many words of the question the type has a field for. */
    private int fit(Reading in, String type) {
        var schema = Vocabulary.of(descriptors, descriptors.get(type), texts);
        int fit = 0;
        for (int i = 0; i < in.words.size(); i++) {
            if (!in.used[i]) {
                fit += schema.at(in.words, i).stream()
                        .filter(entry -> entry.far() == 0)
                        .mapToInt(entry -> entry.stems().size())
                        .max()
                        .orElse(0);
            }
        }
        return fit;
    }

    private static final String OVERDUE =
            "overdue|past due|late|behind schedule|past (?:their|its|the|our) (?:expected |planned )?(?:signing |close |closing |due |target )?(?:date|deadline)|should have (?:closed|signed|been signed|been done)";

    private void overdue(Reading in) {
        boolean payment = in.marks.stream()
                .flatMap(mark -> mark.all().stream())
                .anyMatch(meaning -> meaning instanceof Meaning.OfValue value
                        && value.values().contains("overdue"));
        var path = List.of("due_date", "deal_expected_signing_date", "target_end_date", "next_step_due").stream()
                .filter(name -> in.type().field(name).isPresent())
                .findFirst();
        if (payment && in.has("payments?|paid|pay|invoices?") || path.isEmpty() || !in.take(OVERDUE)) {
            return;
        }
        in.marks.removeIf(mark -> in.used[mark.from()]);
        in.draft.add(new When(path.get(), new Days(null, in.today.minusDays(1), "before today")));
        Lexicon.ENTRIES.stream()
                .filter(entry -> entry.kind().equals("value")
                        && entry.type().equals(in.draft.type)
                        && !entry.values().isEmpty()
                        && entry.values().getFirst().matches("open|active|planned")
                        && in.type()
                                .field(Objects.requireNonNull(entry.field()))
                                .isPresent())
                .findFirst()
                .ifPresent(entry -> in.draft.add(new Condition.Is(
                        Objects.requireNonNull(entry.field()),
                        new java.util.HashSet<Object>(entry.values()),
                        false,
                        "open")));
    }

    /** "By owner", "per product", "which channel", "in which month", "who". */
    private void groups(Reading in) {
        var match = in.matcher(
                "(by|per|for each|for every|each|every|across|broken down by|split by|grouped by|which|what|whose|monthly|quarterly|yearly|weekly)(?: of our| our| kinds? of| types? of)?");
        while (match.find()) {
            boolean asked = match.group(1).matches("which|what|whose");
            if (in.draft.group != null || asked && in.draft.order == Order.NONE) {
                continue;
            }
            if (match.group(1).endsWith("ly")) {
                in.draft.group = new Group("", match.group(1).replaceFirst("ly$", ""));
                in.take(match.group(1));
                continue;
            }
            int at = in.wordAt(match.end());
            if (at >= in.words.size()) {
                continue;
            }
            var group = period(in, at) != null ? period(in, at) : group(in, at);
            if (match.group().matches(".*(?:kind|type)s? of")) {
                group = in.type()
                        .field("category")
                        .or(() -> in.type().field("issue_type"))
                        .or(() -> in.type().field("interaction_type"))
                        .map(field -> new Group(field.name(), null))
                        .orElse(group);
            }
            if (group != null && !in.type().titleField().equals(group.path())) {
                in.draft.group = group;
                in.use(at, at + 1);
                in.take("by|per|each|for each|for every|which|what|in which");
            }
        }
    }

    private static @Nullable Group period(Reading in, int at) {
        var word = in.words.get(at).stem();
        return word.matches("month|quarter|year|week") ? new Group("", word) : null;
    }

    private static @Nullable Group group(Reading in, int at) {
        var word = in.words.get(at).stem();
        if (word.matches("owner|rep|seller|colleague|person|salesperson|assignee|agent")) {
            return new Group(in.type().field("assignee_id").isPresent() ? "assignee_id" : "owner_id", null);
        }
        for (var mark : in.marks) {
            if (mark.from() >= at && mark.from() <= at + 1) {
                var field = mark.as(OfField.class)
                        .filter(each ->
                                each.field().kind().isShared() || each.field().kind() == FieldKind.TEXT);
                if (field.isPresent()) {
                    in.use(mark.from(), mark.to());
                    return new Group(field.get().path(), null);
                }
            }
        }
        for (var mark : in.typeMarks) {
            if (mark.from() == at) {
                var path = new ReadType(in)
                        .reference(String.valueOf(in.draft.type), mark.type().type());
                in.use(mark.from(), mark.to());
                return path == null ? null : new Group(path, null);
            }
        }
        return null;
    }

    /** "Did we have on 1 May", "at the end of last year": the record as it was then. */
    private void asOf(Reading in) {
        boolean past = in.has("did we have|did \\w+ have|had|were|was|as of|as at|back then");
        if (!past || in.days.size() != 1 || in.draft.type == null) {
            return;
        }
        var days = in.days.getFirst().days();
        boolean stated = in.draft.conditions.stream()
                .anyMatch(condition -> condition instanceof Condition.Is is
                        && (is.path().equals("stage") || is.values().contains("open")));
        boolean point = Objects.equals(days.first(), days.last()) || in.has("as of|as at|(?:at|by) the end of|end of");
        if (point
                && (stated || in.has("as of|as at"))
                && days.last() != null
                && days.last().isBefore(in.today)) {
            in.draft.asOf = days.last();
            in.take("as of|as at|at the end of|by the end of|the end of|end of|on|back then");
            in.days.clear();
        }
    }

    private void periods(Reading in, @Nullable Draft before) {
        for (var found : in.days) {
            in.draft.periods.add(found.days());
        }
        if (in.draft.periods.isEmpty()) {
            fillGroup(in, null);
            return;
        }
        var days = in.draft.periods.getFirst();
        var near = moment(in, in.days.getFirst());
        var path = near == null ? earlier(before) : near;
        fillGroup(in, path);
        var when = new When(path == null ? Moments.of(in.type(), in.draft.conditions, days, in.today) : path, days);
        if (in.draft.difference && in.draft.periods.size() > 1) {
            in.draft.add(when);
            return;
        }
        boolean same = in.draft.conditions.stream()
                .anyMatch(old -> old instanceof When other && other.path().equals(when.path()));
        if (!same) {
            in.draft.add(when);
        }
    }

    private static @Nullable String earlier(@Nullable Draft before) {
        return before == null
                ? null
                : before.conditions.stream()
                        .filter(When.class::isInstance)
                        .map(Condition::path)
                        .findFirst()
                        .orElse(null);
    }

    private void fillGroup(Reading in, @Nullable String path) {
        var group = in.draft.group;
        if (group != null && group.path().isEmpty()) {
            var of = path != null
                    ? path
                    : Moments.of(in.type(), in.draft.conditions, new Days(null, in.today, ""), in.today);
            in.draft.group = new Group(of, group.period());
        }
    }

    /** The verb beside the period says which day counts. */
    private @Nullable String moment(Reading in, ReadDays.Found found) {
        int at = in.wordAt(found.at().start());
        var near = in.marks.stream()
                .filter(mark -> mark.all().stream().anyMatch(meaning -> meaning instanceof OfMoment || time(meaning)))
                .min(Comparator.comparingInt(mark -> Math.min(Math.abs(mark.to() - at), Math.abs(mark.from() - at))));
        if (near.isEmpty()) {
            return null;
        }
        in.use(near.get().from(), near.get().to());
        var open = Moments.is(in.draft.conditions, "deal_state", "open");
        boolean won = Moments.is(in.draft.conditions, "deal_state", "won");
        var told = near.get().all().stream()
                .filter(meaning -> time(meaning))
                .map(meaning -> ((OfField) meaning).path())
                .findFirst()
                .or(() -> near.get()
                        .as(OfMoment.class)
                        .map(OfMoment::path)
                        .filter(path -> !(open && path.equals(Moments.CLOSED))))
                .orElse(null);
        return won && "deal_expected_signing_date".equals(told) ? "deal_signing_date" : told;
    }

    private static boolean time(Meaning meaning) {
        return meaning instanceof OfField field && field.field().kind().isTime();
    }
}
