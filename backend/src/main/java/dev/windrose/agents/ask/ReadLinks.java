package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Condition.Related;
import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Meaning.OfValue;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes conditions of names and of other types that a question speaks of. */
final class ReadLinks {

    private final Reading in;
    private final Function<Descriptor, Vocabulary> words;

    ReadLinks(Reading reading, Function<Descriptor, Vocabulary> words) {
        this.in = reading;
        this.words = words;
    }

    /** "Felix", "my", "at Corvane", "for the Harbor Console". */
    void names() {
        if (in.self != null && in.take("my|mine|i|me|myself")) {
            personPath(in.words.size()).ifPresent(path -> in.draft.add(new Is(path, Set.of(in.self), false, "yours")));
        }
        for (var name : in.named) {
            var path = path(name);
            if (path.isEmpty()) {
                in.draft.left.add(name.candidates().getFirst().title());
                continue;
            }
            in.use(name.from(), name.to());
            in.draft.named.add(name);
            addName(name, path.get());
        }
    }

    private void addName(Named name, Link link) {
        var chosen = name.candidates().stream()
                .filter(each -> each.type().equals(link.type()))
                .toList();
        var ids = chosen.stream().map(each -> (Object) each.id()).collect(Collectors.toSet());
        var told = chosen.stream().map(Named.Candidate::title).distinct().collect(Collectors.joining(" or "));
        boolean not = in.before(name.from())
                .matches("(?s).*\\b(?:not|except|excluding|other than|without)(?: for| by| from)? $");
        for (var old : List.copyOf(in.draft.conditions)) {
            if (old instanceof Is is
                    && is.path().equals(link.path())
                    && !is.not()
                    && !not
                    && !is.values().equals(ids)) {
                var all = new java.util.HashSet<>(is.values());
                all.addAll(ids);
                in.draft.conditions.remove(old);
                in.draft.sides.add(is);
                in.draft.sides.add(new Is(link.path(), ids, false, told));
                in.draft.add(new Is(link.path(), all, false, is.told() + " or " + told));
                return;
            }
        }
        in.draft.add(new Is(link.path(), ids, not, told));
    }

    private record Link(String path, String type) {}

    private Optional<Link> path(Named name) {
        var types =
                name.candidates().stream().map(Named.Candidate::type).distinct().toList();
        boolean own = types.contains(String.valueOf(in.draft.type));
        long same = name.candidates().stream()
                .filter(each -> each.type().equals(in.draft.type))
                .count();
        boolean full = name.candidates().stream()
                .anyMatch(each -> each.full() && each.type().equals(in.draft.type));
        if (own && (full || same == 1 || types.size() == 1)) {
            return Optional.of(new Link("id", String.valueOf(in.draft.type)));
        }
        for (String type : types) {
            var path = type.equals("person") ? personPath(name.from()) : reference(type);
            if (path.isPresent()) {
                return Optional.of(new Link(path.get(), type));
            }
        }
        return own ? Optional.of(new Link("id", String.valueOf(in.draft.type))) : Optional.empty();
    }

    private Optional<String> personPath(int at) {
        var before = in.before(at);
        var type = in.type();
        if (before.matches("(?s).*\\b(?:reported|raised) by $")
                && type.field("reporter_id").isPresent()) {
            return Optional.of("reporter_id");
        }
        if (before.matches("(?s).*\\b(?:created|logged|entered|written|made) by $")) {
            return Optional.of("created_by");
        }
        if (type.name().equals("interaction")) {
            return Optional.of("created_by");
        }
        return Optional.of(type.field("assignee_id").isPresent() ? "assignee_id" : "owner_id");
    }

    /** The field that refers to the type, directly or over the company. */
    Optional<String> reference(String to) {
        var direct = fields(in.type(), to).findFirst();
        if (direct.isPresent()) {
            return Optional.of(direct.get().name());
        }
        for (String over : List.of("company_id", "deal_id", "product_id")) {
            var field = in.type().field(over).filter(FieldDescriptor::stored).orElse(null);
            var other = field == null || field.ref() == null
                    ? null
                    : in.descriptors.find(field.ref()).orElse(null);
            if (other != null) {
                var further = fields(other, to).findFirst();
                if (further.isPresent()) {
                    return Optional.of(over + "." + further.get().name());
                }
            }
        }
        return Optional.empty();
    }

    private static java.util.stream.Stream<FieldDescriptor> fields(Descriptor type, String to) {
        return type.fields().values().stream()
                .filter(field -> to.equals(field.ref())
                        && field.stored()
                        && (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES)
                        && !field.name().equals("parent_company"));
    }

    /** "Without an open deal", "with no interaction in the last 60 days", "nothing logged for 30 days". */
    void related() {
        silent();
        for (var mark : List.copyOf(in.typeMarks)) {
            var type = in.descriptors.get(mark.type().type());
            var via = fields(type, String.valueOf(in.draft.type)).findFirst().orElse(null);
            if (via == null) {
                continue;
            }
            var before = in.before(mark.from());
            boolean none = before.matches(
                    "(?s).*\\b(?:no|without|without an?|without any|not any|n't any|lacking|zero)(?: \\p{L}+){0,2} $");
            boolean some =
                    before.matches("(?s).*\\b(?:with|with an?|having|have|has|have an?|has an?)(?: \\p{L}+){0,2} $");
            if (none || some) {
                in.draft.add(related(mark, type, via, none));
                in.take("no|without|without an?|without any|any|with|have|has|having");
                in.use(mark.from(), mark.to());
                in.typeMarks.remove(mark);
            }
        }
    }

    private Related related(Reading.TypeMark mark, Descriptor type, FieldDescriptor via, boolean none) {
        var with = new ArrayList<>(mark.type().with());
        var vocabulary = words.apply(type);
        for (int i = Math.max(0, mark.from() - 2); i < mark.from(); i++) {
            var value = vocabulary.at(in.words, i).stream()
                    .filter(entry -> entry.far() == 0 && entry.meaning() instanceof OfValue)
                    .map(entry -> (OfValue) entry.meaning())
                    .max(java.util.Comparator.comparingInt(each -> each.values().size()));
            if (value.isPresent() && !in.used[i]) {
                with.add(new Is(
                        value.get().path(),
                        Set.copyOf(value.get().values()),
                        false,
                        value.get().told()));
                in.use(i, i + 1);
            }
        }
        for (var found : List.copyOf(in.days)) {
            if (found.at().start() > in.words.get(mark.to() - 1).end()) {
                with.add(new When(Moments.of(type, with, found.days(), in.today), found.days()));
                in.days.remove(found);
            }
        }
        return new Related(type.name(), via.name(), with, none);
    }

    /** "Customers that pay late": values of records that refer to those asked about. */
    void values() {
        for (int i = 0; i < in.words.size(); i++) {
            if (in.used[i] || Leftovers.plain(in.words.get(i).fold())) {
                continue;
            }
            for (String name : List.of("deal", "issue", "contact", "objection", "task", "feedback")) {
                var type = in.descriptors.find(name).orElse(null);
                var via = type == null || name.equals(in.draft.type)
                        ? null
                        : fields(type, String.valueOf(in.draft.type))
                                .findFirst()
                                .orElse(null);
                if (via != null && value(type, via, i)) {
                    break;
                }
            }
        }
    }

    private boolean value(Descriptor type, FieldDescriptor via, int at) {
        var found = words.apply(type).at(in.words, at).stream()
                .filter(entry -> entry.far() == 0 && entry.meaning() instanceof OfValue)
                .findFirst();
        found.ifPresent(entry -> {
            var value = (OfValue) entry.meaning();
            in.use(at, at + entry.stems().size());
            in.draft.add(new Related(
                    type.name(),
                    via.name(),
                    List.of(new Is(value.path(), Set.copyOf(value.values()), false, value.told())),
                    false));
        });
        return found.isPresent();
    }

    private void silent() {
        var match = in.matcher(
                "(?:nothing|no one|nobody|no activity|no contact|no conversation|no interaction|no touch|without (?:any )?(?:contact|activity)|untouched|silent|quiet|not) (?:was |has been |been |have been )?(?:logged|touched|happened|contacted|activity|done|heard)?(?: on (?:it|them|the deal|the account))?[ \\p{L}]{0,24}?(?:for|in|over|since|within)(?: more than| over| the last| at least)? (\\d{1,3}) (day|week|month)s?");
        var type = in.descriptors.find("interaction").orElse(null);
        if (type == null || !match.find()) {
            return;
        }
        fields(type, String.valueOf(in.draft.type)).findFirst().ifPresent(via -> {
            int count = Integer.parseInt(match.group(1));
            var since =
                    switch (match.group(2)) {
                        case "day" -> in.today.minusDays(count);
                        case "week" -> in.today.minusWeeks(count);
                        default -> in.today.minusMonths(count);
                    };
            in.use(new dev.windrose.llm.language.Span(match.start(), match.end()));
            in.days.removeIf(
                    found -> found.at().start() >= match.start() && found.at().end() <= match.end());
            in.typeMarks.removeIf(mark -> in.used[mark.from()]);
            in.take("had|has|have|have had|has had");
            in.draft.add(new Related(
                    type.name(), via.name(), List.of(new When("date", new Days(since, null, "since " + since))), true));
        });
    }

    static @Nullable UUID only(Is is) {
        return is.values().size() == 1 && is.values().iterator().next() instanceof UUID id ? id : null;
    }
}
