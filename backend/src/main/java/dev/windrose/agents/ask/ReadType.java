package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Meaning.OfType;
import dev.windrose.agents.ask.Question.Group;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.agents.ask.Reading.TypeMark;
import dev.windrose.records.FieldKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out of which records a question speaks. */
final class ReadType {

    static final String MOST =
            "most|highest|best|largest|biggest|top|longest|slowest|slow|greatest|oldest|strongest|maximum|max|majority|mostly|more";
    static final String LEAST =
            "fewest|least|lowest|worst|smallest|shortest|fastest|quickest|weakest|cheapest|minimum|min|fewer";
    private static final String SALES =
            "pipeline|win rate|win ratio|loss rate|close rate|sales cycles?|cycle time|bookings?|sell|sells|sold|won|win|wins|winning|lost|lose|close|closes|closing|quota|revenue";
    private static final String DEAL = "deal";

    private final Reading in;

    ReadType(Reading reading) {
        this.in = reading;
    }

    void read() {
        for (int i = 0; i < in.words.size(); i++) {
            if (in.used[i]) {
                continue;
            }
            for (var entry : in.types.at(in.words, i)) {
                if (entry.meaning() instanceof OfType type) {
                    in.typeMarks.add(new TypeMark(i, i + entry.stems().size(), type));
                    i += entry.stems().size() - 1;
                    break;
                }
            }
        }
        in.typeMarks.removeAll(in.typeMarks.stream().filter(this::valueOfNext).toList());
        var superlative = superlative();
        var asked = asked();
        if (superlative != null && asked != null) {
            groupOrSelf(asked, superlative);
        } else if (superlative != null
                && in.has("who|whom|whose")
                && headOrSales().isPresent()) {
            head(headOrSales().get());
            in.draft.group = new Group(person(), null);
        } else {
            plain();
        }
        if (superlative != null) {
            in.draft.order = superlative;
        }
    }

    /** "Price objections": what is called like a type is a choice of the records named right after it. */
    private boolean valueOfNext(TypeMark mark) {
        if (mark.to() != mark.from() + 1) {
            return false;
        }
        var word = in.words.get(mark.from()).fold();
        return in.typeMarks.stream()
                .filter(next -> next.from() == mark.to())
                .flatMap(next -> in.descriptors.get(next.type().type()).fields().values().stream())
                .flatMap(field -> field.choices().stream())
                .anyMatch(
                        choice -> choice.value().equals(word) || choice.label().equalsIgnoreCase(word));
    }

    private @Nullable Order superlative() {
        var cleaned = "(?:" + MOST + ")(?! than| of the| of our)";
        boolean more =
                in.has("at (?:the )?(?:most|least)|more than|fewer than|how (?:many|much) more|no more|any more");
        if (in.has("(?:" + LEAST + ")(?! than)")
                && !(more && !in.has(LEAST.replace("|least", "").replace("|fewer", "")))) {
            in.take(LEAST);
            return Order.LEAST;
        }
        if (in.has(cleaned) && !(more && !in.has(MOST.replace("most|", "").replace("|more", "")))) {
            boolean comparing = in.has("more") && !in.has(MOST.replace("|more", ""));
            if (comparing && !in.has("who|which|what")) {
                return null;
            }
            in.take(MOST);
            return Order.MOST;
        }
        return in.has("most (?:of|common|often|frequent)\\w*") && !more ? Order.MOST : null;
    }

    /** The type after "which" or "what". */
    private @Nullable TypeMark asked() {
        var match = in.matcher("which|what|whose");
        while (match.find()) {
            int at = in.wordAt(match.end());
            for (var mark : in.typeMarks) {
                boolean near = mark.from() >= at && mark.from() <= at + 2;
                if (near
                        && !in.folded
                                .substring(
                                        match.end(), in.words.get(mark.from()).start())
                                .matches(".*\\b(?:is|are|was|kind|type|sort|share|percent|percentage)\\b.*")) {
                    return mark;
                }
            }
        }
        return null;
    }

    private void groupOrSelf(TypeMark asked, Order order) {
        var later = in.typeMarks.stream()
                .filter(mark -> mark.from() > asked.to()
                        && !mark.type().type().equals(asked.type().type())
                        && reference(mark.type().type(), asked.type().type()) != null)
                .findFirst();
        if (later.isPresent()) {
            head(later.get());
            in.draft.group =
                    new Group(reference(later.get().type().type(), asked.type().type()), null);
            use(asked);
        } else if (!asked.type().type().equals(DEAL)
                && in.has(SALES)
                && in.descriptors.find(DEAL).isPresent()
                && reference(DEAL, asked.type().type()) != null) {
            in.draft.type = DEAL;
            in.draft.group = new Group(reference(DEAL, asked.type().type()), null);
            use(asked);
        } else {
            head(asked);
        }
    }

    private void use(TypeMark mark) {
        in.use(mark.from(), mark.to());
        in.typeMarks.remove(mark);
    }

    /** The field of a type that refers to another type. */
    @Nullable
    String reference(String from, String to) {
        return in.descriptors.get(from).fields().values().stream()
                .filter(field -> field.stored() && to.equals(field.ref()))
                .sorted(java.util.Comparator.comparing(field -> field.kind() != FieldKind.REFERENCE))
                .map(field -> field.name())
                .findFirst()
                .orElse(null);
    }

    private void plain() {
        headOrSales().ifPresentOrElse(this::head, () -> {
            if (in.draft.type == null && in.has("handle time|handling time|resolution time|time to resolve")) {
                in.draft.type = "issue";
            }
        });
    }

    private Optional<TypeMark> headOrSales() {
        var head = in.typeMarks.stream().filter(this::mayBeHead).findFirst();
        boolean sales = in.has("pipeline|win rate|win ratio|loss rate|close rate|sales cycles?|bookings?");
        boolean selling = in.has(SALES) && in.descriptors.find(DEAL).isPresent();
        boolean deals =
                in.typeMarks.stream().anyMatch(mark -> mark.type().type().equals(DEAL));
        if ((head.isEmpty() && selling || head.isPresent() && sales) && !deals) {
            in.draft.type = DEAL;
            return Optional.of(new TypeMark(0, 0, new OfType(DEAL, java.util.List.of())));
        }
        return head;
    }

    /** "Without a next deal" and "by account" name no head; "our product" after a verb neither. */
    private boolean mayBeHead(TypeMark mark) {
        var before = in.before(mark.from());
        return !before.matches(
                        "(?s).*\\b(?:no|without|without any|without an?|by|per|for each|each|having|any other)(?: open| new)? $")
                && !(mark.type().type().equals("product")
                        && before.matches("(?s).*\\b(?:our|the|using|use|uses|my) $"));
    }

    private void head(TypeMark mark) {
        in.draft.type = mark.type().type();
        mark.type().with().forEach(in.draft::add);
        in.use(mark.from(), mark.to());
        in.typeMarks.remove(mark);
    }

    /** Who is responsible for a record of the type. */
    String person() {
        var type = in.type();
        if (type.name().equals("interaction")
                || in.has("logs?|logged|writes?|wrote|enters?|entered|creates?|created")) {
            return "created_by";
        }
        return type.field("assignee_id").isPresent() ? "assignee_id" : "owner_id";
    }
}
