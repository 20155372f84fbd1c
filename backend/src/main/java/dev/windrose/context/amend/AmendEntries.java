package dev.windrose.context.amend;

import dev.windrose.context.amend.Amendment.Change;
import dev.windrose.context.amend.Amendment.Nothing;
import dev.windrose.context.amend.Amendment.Unsure;
import dev.windrose.context.amend.Stated.Weight;
import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.retrieval.Question;
import dev.windrose.context.retrieval.Retrieve;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.language.Tongue;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a statement of a colleague about our own rules changes: which value of which entry, or which new entry. Writes nothing. */
@Component
public class AmendEntries {

    private static final int LOOKED_AT = 12;
    private static final int MOST_BETWEEN = 4;
    /** From here on a sentence of an entry says the same thing, by the labelled statements. */
    private static final double FITS = 0.46;

    private static final double FITS_PLAINLY = 0.58;
    private static final double SHARE_OF_PLAIN = 0.6;
    /** Nearer than this nobody can say which one is meant. */
    private static final double NEXT_TO = 0.05;

    private static final double SAME = 0.08;

    private final Retrieve retrieve;
    private final Records records;
    private final Embeddings embeddings;
    private final Workspaces workspaces;
    private final DraftEntry drafts;
    private final AmendMessages messages;

    AmendEntries(
            Retrieve retrieve,
            Records records,
            Embeddings embeddings,
            Workspaces workspaces,
            DraftEntry drafts,
            AmendMessages messages) {
        this.retrieve = retrieve;
        this.records = records;
        this.embeddings = embeddings;
        this.workspaces = workspaces;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** Entries that a sentence may be about, of those that the actor in scope may read. Outside of transactions. */
    public List<UUID> look(String sentence) {
        var text = Glossed.of(sentence).text();
        if (text.isBlank() || text.length() > Question.LONGEST) {
            return List.of();
        }
        var question =
                new Question(text, LOOKED_AT, List.of(), null, null, null, List.of(ContextEntry.TYPE), false, true);
        return retrieve.find(question).stream()
                .map(passage -> passage.source().id())
                .distinct()
                .toList();
    }

    /**
     * What the statement changes.
     *
     * @param entries that it may be about
     * @param only the entry that it is about, where somebody has said so
     */
    @Transactional(readOnly = true)
    public Amendment of(Stated stated, List<UUID> entries, @Nullable UUID only) {
        var meant = Meant.of(stated.text());
        var today = workspaces.today();
        var views = (only == null ? entries : List.of(only))
                .stream()
                        .flatMap(id -> records.findAlone(ContextEntry.TYPE, id).stream())
                        .flatMap(data -> EntryView.of(data, today).stream())
                        .toList();
        var message = Message.of(meant.glossed());
        if (message.isPresent()) {
            return messages.of(message.get(), meant, views, stated, today);
        }
        var changed = values(stated, meant, views, only != null, today);
        if (changed.isPresent()) {
            return changed.get();
        }
        if (stated.weight() == Weight.PLAIN) {
            return new Nothing();
        }
        return added(stated, meant, views, today)
                .orElseGet(() -> only != null || meant.words().isEmpty()
                        ? new Nothing()
                        : drafts.of(GuessKind.of(meant.english()), stated));
    }

    private Optional<Amendment> values(
            Stated stated, Meant meant, List<EntryView> views, boolean chosen, LocalDate today) {
        var find = new FindPlaces(meant, meaning());
        var places = views.stream()
                .flatMap(view -> find.in(view).stream())
                .filter(place -> chosen || stated.weight() != Weight.PLAIN || place.share() >= SHARE_OF_PLAIN)
                .sorted(Comparator.comparingDouble(AmendEntries::weighed).reversed())
                .toList();
        double fits = chosen ? 0 : stated.weight() == Weight.PLAIN ? FITS_PLAINLY : FITS;
        var same = places.stream().filter(Place::same).findFirst();
        var best = places.stream().filter(place -> !place.same()).findFirst();
        double found = best.map(AmendEntries::weighed).orElse(0.0);
        if (same.isPresent() && weighed(same.get()) >= Math.max(fits - SAME, found - SAME)) {
            return Optional.of(new Nothing());
        }
        if (best.isEmpty() || found < fits) {
            return Optional.empty();
        }
        var rivals = rivals(best.get(), places);
        if (rivals.size() > 1) {
            return Optional.of(new Unsure(rivals.stream()
                    .map(place -> change(place, meant, stated, today))
                    .toList()));
        }
        return Optional.of(change(best.get(), meant, stated, today));
    }

    private Change change(Place place, Meant meant, Stated stated, LocalDate today) {
        boolean same = Tongue.of(stated.text()).equals(Tongue.of(place.part().text()));
        var replaced = ReplaceValues.in(place, meant, same);
        return drafts.change(place.entry(), replaced.values(), replaced.edits(), stated, today);
    }

    /** The best place of each entry that fits as well as the best. A rule is said once; what other entries say of it follows. */
    private static List<Place> rivals(Place best, List<Place> places) {
        var rivals = new ArrayList<Place>();
        rivals.add(best);
        for (var place : places) {
            boolean other = !place.same()
                    && rivals.stream()
                            .noneMatch(
                                    one -> one.entry().id().equals(place.entry().id()));
            if (other
                    && weighed(place) >= weighed(best) - NEXT_TO
                    && !repeats(place, best)
                    && rivals.size() < MOST_BETWEEN) {
                rivals.add(place);
            }
        }
        return rivals;
    }

    /** The role that approves "refunds above 5,000" says what the policy says. */
    private static boolean repeats(Place place, Place best) {
        var one = place.pairs().getFirst().before();
        var other = best.pairs().getFirst().before();
        return !one.who()
                && one.same(other)
                && best.entry().kind() != place.entry().kind();
    }

    /** Rules come before what roles and answers repeat of them. */
    private static double weighed(Place place) {
        var entry = place.entry();
        double kind =
                entry.policy() ? 0.05 : entry.kind() == EntryKind.ROLE || entry.kind() == EntryKind.FAQ ? -0.05 : 0;
        return place.score() + kind + (entry.live() ? 0.03 : 0);
    }

    /** What belongs into an entry of its kind, where there is just that one, is added to it. */
    private Optional<Amendment> added(Stated stated, Meant meant, List<EntryView> views, LocalDate today) {
        var kind = GuessKind.of(meant.english());
        if (kind.category() != EntryCategory.TEAM_SETUP) {
            return Optional.empty();
        }
        return views.stream()
                .filter(view -> view.kind() == kind)
                .filter(view -> meant.share(Meant.words(view.title())) > 0)
                .findFirst()
                .map(view -> drafts.adding(view, stated, today));
    }

    /** Sentences of one question are compared with one: its vector is made once. */
    private java.util.function.ToDoubleBiFunction<String, String> meaning() {
        Map<String, float[]> vectors = new HashMap<>();
        return (one, other) -> Embeddings.similarity(
                vectors.computeIfAbsent(one, this::vector), vectors.computeIfAbsent(other, this::vector));
    }

    private float[] vector(String text) {
        return embeddings.of(text);
    }
}
