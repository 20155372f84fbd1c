package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Question.Compare;
import dev.windrose.agents.ask.Question.Figure;
import dev.windrose.agents.ask.Question.Listing;
import dev.windrose.agents.ask.Question.Subject;
import dev.windrose.agents.ask.Question.Whether;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about the record for whoever asks, without a model. */
@Component
public class Asks {

    private static final int LONGEST = 600;
    private static final Pattern GOES_ON = Pattern.compile(
            "(?i)^\\W*(?:and|what about|how about|of (?:those|these|them)|only|same|or|then|now|but|those|how many of (?:those|these|them)|which of (?:those|these|them))\\b.*");

    private final ReadQuestion read;
    private final CorrectWords correct;
    private final TellFigure figures;
    private final TellList lists;
    private final RunQuestion run;
    private final SaidSomewhere said;
    private final ReadRows rows;

    Asks(
            ReadQuestion read,
            CorrectWords correct,
            TellFigure figures,
            TellList lists,
            RunQuestion run,
            SaidSomewhere said,
            ReadRows rows) {
        this.read = read;
        this.correct = correct;
        this.figures = figures;
        this.lists = lists;
        this.run = run;
        this.said = said;
        this.rows = rows;
    }

    /**
     * @param earlier what the same person asked before in the conversation, the oldest first
     * @return empty where the text asks nothing, or nothing that is understood
     */
    public Optional<Answered> of(String text, List<String> earlier) {
        if (text.isBlank() || text.length() > LONGEST || !Asking.asks(text)) {
            return Optional.empty();
        }
        var draft = draft(text, earlier);
        return answered(text, draft).or(() -> said.of(text, draft));
    }

    /** The questions of a conversation one after another, each edited by the next where it goes on. */
    private Draft draft(String text, List<String> earlier) {
        Draft before = null;
        for (String old : earlier.subList(Math.max(0, earlier.size() - 4), earlier.size())) {
            if (old.length() <= LONGEST) {
                before = read(old, GOES_ON.matcher(old).matches() ? before : null);
            }
        }
        boolean on =
                before != null && before.type != null && GOES_ON.matcher(text).matches();
        return read(text, on ? before : null);
    }

    private Draft read(String text, @Nullable Draft before) {
        var draft = read.of(text, before);
        if (draft.left.isEmpty()) {
            return draft;
        }
        var corrected = correct.of(text, draft);
        return corrected.equals(text) ? draft : read.of(corrected, before);
    }

    private Optional<Answered> answered(String text, Draft draft) {
        if (draft.unknown != null && draft.type != null) {
            return said.of(text, draft)
                    .or(() -> Optional.of(Answered.unknown("I know no “%s”.".formatted(draft.unknown))));
        }
        if (draft.type == null || !draft.left.isEmpty()) {
            return Optional.empty();
        }
        try {
            Permissions.require(Operation.READ, draft.type);
            var unclear = unclear(draft);
            if (unclear != null) {
                return Optional.of(Answered.asking(unclear));
            }
            return Optional.of(tell(BuildQuestion.of(draft, several(text, draft)), text));
        } catch (ReadRows.TooMany many) {
            return Optional.of(Answered.unknown(
                    "There are more than %,d records to look at. Narrow the question.".formatted(ReadRows.MOST)));
        } catch (ReadRows.Hidden hidden) {
            return Optional.of(Answered.unknown("I know nothing about that."));
        } catch (AppException refused) {
            return Optional.of(Answered.unknown("I know nothing about that."));
        }
    }

    private Answered tell(Question question, String text) {
        return switch (question) {
            case Figure figure -> figures.of(figure, List.of());
            case Listing listing ->
                lists.of(
                        listing,
                        listing.most() == 1
                                || text.strip()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith("who"));
            case Whether whether -> lists.whether(whether);
            case Compare compare -> compared(compare);
        };
    }

    private Answered compared(Compare compare) {
        var one = run.whole(compare.one());
        var other = run.whole(compare.other());
        if (one.number() == null || other.number() == null) {
            return Answered.unknown("One of the two has nothing to work it out from.");
        }
        var change = new RunQuestion.Result(
                null,
                Objects.requireNonNull(other.number()).subtract(Objects.requireNonNull(one.number())),
                other.currency(),
                other.unit(),
                other.rows(),
                0);
        var cited = new ArrayList<>(TellFigure.cited(compare.one().subject().type(), one.rows()));
        cited.addAll(TellFigure.cited(compare.one().subject().type(), other.rows()));
        return new Answered(
                "%s: %s. %s: %s. Difference: %s."
                        .formatted(
                                compare.tellOne(),
                                figures.number(one),
                                compare.tellOther(),
                                figures.number(other),
                                figures.number(change)),
                TellFigure.value(change),
                cited,
                false,
                null,
                null);
    }

    private static boolean several(String text, Draft draft) {
        var type = String.valueOf(draft.type);
        return Word.of(text).stream()
                .anyMatch(
                        word -> !word.stem().equals(word.fold()) && word.stem().equals(Word.stem(type)));
    }

    /** A name that fits several records, where the others of the question do not tell which. */
    private @Nullable String unclear(Draft draft) {
        for (var named : draft.named) {
            var ids = named.candidates().stream()
                    .map(Named.Candidate::id)
                    .distinct()
                    .toList();
            var condition = draft.conditions.stream()
                    .filter(each -> each instanceof Is is
                            && is.values().size() > 1
                            && ids.stream().anyMatch(is.values()::contains))
                    .map(Is.class::cast)
                    .findFirst();
            boolean sides = !draft.sides.isEmpty();
            if (ids.size() < 2 || condition.isEmpty() || sides) {
                continue;
            }
            var path = condition.get().path();
            var hit = new LinkedHashMap<Object, String>();
            rows.of(new Subject(String.valueOf(draft.type), draft.conditions, draft.asOf), List.of(path))
                    .forEach(row -> named.candidates().stream()
                            .filter(each -> touches(row.value(path), each.id()))
                            .forEach(each -> hit.put(each.id(), each.title())));
            if (hit.size() > 1) {
                return "Which do you mean: %s?"
                        .formatted(String.join(
                                " or ", hit.values().stream().limit(6).toList()));
            }
        }
        return null;
    }

    private static boolean touches(@Nullable Object value, UUID id) {
        return value instanceof java.util.Collection<?> several ? several.contains(id) : id.equals(value);
    }
}
