package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.Amount;
import dev.windrose.agents.ask.Condition.Empty;
import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Condition.Than;
import dev.windrose.agents.ask.Meaning.OfField;
import dev.windrose.agents.ask.Meaning.OfValue;
import dev.windrose.agents.ask.Reading.Mark;
import dev.windrose.llm.language.Span;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields and values of a type in a question, and makes conditions of those that narrow it. */
final class ReadFields {

    private static final String THAN =
            "(over|above|more than|greater than|exceeding|bigger than|larger than|higher than|at least|minimum of|under|below|less than|fewer than|smaller than|lower than|at most|up to|no more than|exactly|>=|<=|>|<)";
    private static final Map<String, String> CURRENCIES = Map.of(
            "€", "EUR", "$", "USD", "£", "GBP", "eur", "EUR", "euro", "EUR", "usd", "USD", "dollar", "USD", "gbp",
            "GBP", "pound", "GBP", "chf", "CHF");
    private static final Set<String> WEAK = Set.of(
            "name",
            "title",
            "description",
            "state",
            "date",
            "start",
            "end",
            "size",
            "body",
            "text",
            "created",
            "updated",
            "tag",
            "kind",
            "type",
            "source",
            "company",
            "product",
            "deal",
            "people",
            "owner");

    private final Reading in;
    private final Vocabulary schema;

    ReadFields(Reading reading, Vocabulary schema) {
        this.in = reading;
        this.schema = schema;
    }

    void mark() {
        for (int i = 0; i < in.words.size(); i++) {
            if (in.used[i]) {
                continue;
            }
            var entries = schema.at(in.words, i).stream().filter(this::free).toList();
            int at = i;
            entries = entries.stream()
                    .filter(entry -> free(at, entry.stems().size()) && !pronoun(at))
                    .toList();
            if (entries.isEmpty()) {
                continue;
            }
            int longest = entries.getFirst().stems().size();
            var same = entries.stream()
                    .filter(entry -> entry.stems().size() == longest)
                    .toList();
            int nearest = same.stream().mapToInt(Vocabulary.Entry::far).min().getAsInt();
            var all = same.stream()
                    .filter(entry -> entry.far() == nearest || !hasKind(same, entry, nearest))
                    .map(Vocabulary.Entry::meaning)
                    .toList();
            in.marks.add(new Mark(i, i + longest, all));
            i += longest - 1;
        }
    }

    private boolean free(Vocabulary.Entry entry) {
        return !(entry.far() > 0
                && entry.stems().size() == 1
                && entry.meaning() instanceof OfField
                && WEAK.contains(entry.stems().getFirst()));
    }

    private boolean free(int from, int size) {
        for (int i = from; i < from + size; i++) {
            if (in.used[i] && size == 1) {
                return false;
            }
        }
        return !in.used[from] || !in.used[from + size - 1];
    }

    /** "US" is a country, "us" is not. */
    private boolean pronoun(int at) {
        return in.words.get(at).stem().equals("us") && !in.words.get(at).text().equals("US");
    }

    private static boolean hasKind(List<Vocabulary.Entry> same, Vocabulary.Entry other, int nearest) {
        return same.stream()
                .anyMatch(entry -> entry.far() == nearest
                        && entry.meaning().getClass() == other.meaning().getClass());
    }

    /** Values become conditions; several of one field are any of them. */
    void values() {
        for (var mark : in.marks) {
            var value = value(mark);
            if (value.isEmpty() || in.used[mark.from()] && mark.to() - mark.from() == 1 || grouped(mark)) {
                continue;
            }
            boolean not = in.before(mark.from())
                    .matches(
                            "(?s).*\\b(?:not|n't|isn't|aren't|never|non|except|excluding|other than|not yet|not in)(?: the| an?| been)? ?-?$");
            in.use(mark.from(), mark.to());
            add(new Is(
                    value.get().path(),
                    Set.copyOf(value.get().values()),
                    not,
                    value.get().told()));
        }
    }

    private Optional<OfValue> value(Mark mark) {
        var values = mark.all().stream()
                .filter(OfValue.class::isInstance)
                .map(OfValue.class::cast)
                .toList();
        return values.stream()
                .filter(value ->
                        in.draft.conditions.stream().anyMatch(old -> old.path().equals(value.path())))
                .findFirst()
                .or(() -> values.stream()
                        .filter(value -> value.values().size() > 1)
                        .findFirst())
                .or(() -> values.stream()
                        .filter(value -> value.path().equals("deal_state"))
                        .findFirst())
                .or(() -> values.stream().findFirst());
    }

    private boolean grouped(Mark mark) {
        return mark.as(OfField.class).isPresent()
                && in.before(mark.from()).matches("(?s).*\\b(?:by|per|each|which|what) $");
    }

    private void add(Is fresh) {
        for (var old : List.copyOf(in.draft.conditions)) {
            if (old instanceof Is is && is.path().equals(fresh.path()) && is.not() == fresh.not()) {
                var both = new HashSet<>(is.values());
                both.retainAll(fresh.values());
                var all = new HashSet<>(is.values());
                all.addAll(fresh.values());
                in.draft.conditions.remove(old);
                boolean same = is.values().equals(fresh.values()) || !both.isEmpty();
                in.draft.add(new Is(
                        is.path(),
                        same ? both : all,
                        is.not(),
                        same ? fresh.told() : is.told() + " or " + fresh.told()));
                return;
            }
        }
        in.draft.add(fresh);
    }

    /** "Over 50k", "at least 100 employees", "more than 10 %". */
    void amounts() {
        var match = in.matcher(
                THAN
                        + " ?([€$£])? ?(\\d[\\d.,]*)( ?(?:k|m|thousand|million|mn|bn|tsd))?(?: ?(eur|euros?|usd|dollars?|gbp|pounds?|chf|[€$£%]|percent))?");
        while (match.find()) {
            var span = new Span(match.start(), match.end());
            if (in.days.stream().anyMatch(found -> found.at().overlaps(span))) {
                continue;
            }
            var sign = match.group(2) != null ? match.group(2) : match.group(5);
            var currency = sign == null ? null : CURRENCIES.get(sign.replaceFirst("s$", ""));
            var number = number(match.group(3), match.group(4));
            var field = measured(
                    in.wordAt(match.start()), in.wordAt(match.end()), currency != null || match.group(4) != null);
            if (field != null) {
                in.use(span);
                in.draft.add(new Amount(field.path(), than(match.group(1)), number, currency));
            }
        }
    }

    private static BigDecimal number(String digits, @Nullable String scale) {
        var plain = digits.replaceAll("[.,]$", "");
        plain = plain.matches("\\d{1,3}(?:[.,]\\d{3})+") ? plain.replaceAll("[.,]", "") : plain.replace(',', '.');
        var number = new BigDecimal(plain.matches("\\d+(?:\\.\\d+)?") ? plain : plain.replaceAll("\\D", ""));
        return switch (scale == null ? "" : scale.strip()) {
            case "k", "thousand", "tsd" -> number.scaleByPowerOfTen(3);
            case "m", "mn", "million" -> number.scaleByPowerOfTen(6);
            case "bn" -> number.scaleByPowerOfTen(9);
            default -> number;
        };
    }

    private static Than than(String word) {
        return switch (word) {
            case "at least", "minimum of", ">=" -> Than.AT_LEAST;
            case "under", "below", "less than", "fewer than", "smaller than", "lower than", "<" -> Than.UNDER;
            case "at most", "up to", "no more than", "<=" -> Than.AT_MOST;
            case "exactly" -> Than.EXACTLY;
            default -> Than.OVER;
        };
    }

    /** The number field beside the comparison, else the one that the type is measured by. */
    private @Nullable OfField measured(int from, int to, boolean money) {
        var near = in.marks.stream()
                .filter(mark -> Math.abs(mark.from() - to) <= 2 || Math.abs(from - mark.to()) <= 3)
                .flatMap(mark -> mark.all().stream()
                        .filter(OfField.class::isInstance)
                        .map(OfField.class::cast)
                        .filter(field -> numeric(field.field()))
                        .peek(_ -> in.use(mark.from(), mark.to())))
                .filter(field -> !money || field.field().kind() == FieldKind.MONEY)
                .findFirst();
        return near.orElseGet(() -> usual(money));
    }

    @Nullable
    OfField usual(boolean money) {
        var type = in.type();
        var usual = type.name().equals("company") && !money
                ? type.field("employee_size")
                : type.fields().values().stream()
                        .filter(field -> field.kind() == FieldKind.MONEY && field.stored())
                        .findFirst();
        return usual.or(() -> money
                        ? Optional.empty()
                        : type.fields().values().stream()
                                .filter(field -> numeric(field) && field.stored() && !field.readOnly())
                                .findFirst())
                .map(field -> new OfField(field.name(), field))
                .orElse(null);
    }

    static boolean numeric(FieldDescriptor field) {
        return field.kind().isNumber() || field.kind() == FieldKind.MONEY;
    }

    /** "Without a next step", "no phone number", "missing email". */
    void absent() {
        for (var mark : List.copyOf(in.marks)) {
            var field = mark.as(OfField.class).orElse(null);
            if (field == null) {
                continue;
            }
            var before = in.before(mark.from());
            var after = in.after(mark.to());
            boolean no = before.matches(
                            "(?s).*\\b(?:no|without|without an?|without any|without the|missing|lack|lacks|lacking|lack an?|an empty|empty)(?: known| given| valid)? $")
                    || after.matches("(?s)^ (?:is |are )?(?:missing|empty|not set|unknown|not known)\\b.*");
            boolean some = before.matches("(?s).*\\b(?:with an?|having an?|that have an?|who have an?|has an?) $")
                    && in.draft.measure == null;
            if (no || some) {
                in.use(mark.from(), mark.to());
                in.take("no|without|without an?|without any|missing|lack|lacks|lacking|have|has");
                in.draft.add(new Empty(field.path(), !no));
                in.marks.remove(mark);
            }
        }
    }

    /** Fields that are neither used for conditions nor for the measure are what is asked for. */
    List<OfField> unused() {
        var out = new ArrayList<OfField>();
        for (var mark : in.marks) {
            boolean taken = true;
            for (int i = mark.from(); i < mark.to(); i++) {
                taken &= in.used[i];
            }
            if (!taken) {
                mark.as(OfField.class).ifPresent(field -> {
                    out.add(field);
                    in.use(mark.from(), mark.to());
                });
            }
        }
        return out;
    }
}
